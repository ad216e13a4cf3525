/** A date with its time, by the site's clock. */
export const time = {
  now: 'Now',
  /** The device shows another time than the site. */
  siteTime: (zone: string, offset: string) => `Time at the site: ${zone}, UTC${offset}`,
};
