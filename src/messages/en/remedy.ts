/** What is done beside recording a value: about one that was not taken, is out of range, failed or has to go. */
export const remedy = {
  markNotApplicable: 'Mark not applicable',
  discard: 'Discard',
  clear: 'Clear',
  keepMine: 'Keep mine',
  takeTheirs: 'Take theirs',
  acceptDeviation: 'Accept deviation',
  deviated: (name: string, when: string, rationale: string) =>
    `Deviation accepted by ${name}, ${when}: ${rationale}`,
  openIssue: 'Open an issue',
  linkIssue: 'Link an issue',
  /** Of a new issue. */
  title: 'What is wrong?',
  /** The open issue that is linked. */
  issue: 'Issue',
  link: 'Link',
  open: 'Open issue',
  oneIssue: (number: string, title: string) => `${number} ${title}`,
  /** Prefilled: label, value, limits. */
  outOfRange: (label: string, shown: string, limits: string) =>
    `${label}: ${shown}${limits && ` (limits: ${limits})`}`,
  failed: (label: string) => `${label}: failed`,
  needsIssue: 'An issue is needed before the step can be completed.',
  needsReason: 'A reason is needed before the step can be completed.',
  whyAcceptable: 'Why is this acceptable?',
  /** Asked once before it is saved: the value and the limit that it misses, both with their units. */
  asksLow: (shown: string, limit: string) => `${shown} is below the lowest value, ${limit}.`,
  asksHigh: (shown: string, limit: string) => `${shown} is above the highest value, ${limit}.`,
  correct: 'Correct it',
  saveAsItIs: 'Save as it is',
  save: 'Save',
  whyChanged: 'Why is it changed?',
};
