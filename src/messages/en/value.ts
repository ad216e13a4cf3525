export const value = {
  pass: 'Pass',
  fail: 'Fail',
  yes: 'Yes',
  no: 'No',
  choose: 'Choose…',
  /** A recorded option that the field does not offer. */
  notOffered: (option: string) => `${option} (no longer offered)`,
  now: 'Now',
  /** The device shows another time than the site. */
  siteTime: (zone: string, offset: string) => `Time at the site: ${zone}, UTC${offset}`,
  announce: (label: string, shown: string) => `${label}: ${shown}`,
};
