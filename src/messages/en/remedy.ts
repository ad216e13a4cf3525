/** What is done about a value out of range or a failed check. */
export const remedy = {
  openIssue: 'Open an issue',
  linkIssue: 'Link an issue',
  /** Of a new issue. */
  title: 'What is wrong?',
  /** The open issue that is linked. */
  issue: 'Issue',
  link: 'Link',
  open: 'Open issue',
  /** Before the issues of a field. */
  issues: 'Issues',
  oneIssue: (number: string, title: string) => `${number} ${title}`,
  /** Prefilled: label, value, limits. */
  outOfRange: (label: string, shown: string, limits: string) =>
    `${label}: ${shown}${limits && ` (limits: ${limits})`}`,
  failed: (label: string) => `${label}: failed`,
  needsIssue: 'An issue is needed before the step can be completed.',
  needsReason: 'A reason is needed before the step can be completed.',
  whyAcceptable: 'Why is this acceptable?',
};
