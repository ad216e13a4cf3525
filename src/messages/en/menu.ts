/** The further actions at a step or a run, and what they say while they are on their way. */
export const menu = {
  comment: 'Comment',
  openIssue: 'Open an issue',
  redline: 'Propose a redline',
  hold: 'Put on hold',
  resume: 'Resume step',
  resuming: 'Resuming…',
  reopen: 'Reopen step',
  duplicate: 'Repeat step',
  restore: 'Restore step',
  restoring: 'Restoring…',
  fail: 'Fail step',
  cancel: 'Cancel step',
  failRun: 'Fail run',
  cancelRun: 'Cancel run',
};
