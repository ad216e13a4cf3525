export const value = {
  pass: 'Pass',
  fail: 'Fail',
  yes: 'Yes',
  no: 'No',
  choose: 'Choose…',
  /** A recorded option that the field does not offer. */
  notOffered: (option: string) => `${option} (no longer offered)`,
  announce: (label: string, shown: string) => `${label}: ${shown}`,
};
