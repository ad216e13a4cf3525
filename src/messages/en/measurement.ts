export const measurement = {
  /** Of the entry: "Hole distance in mm". */
  label: (label: string, unit?: string) => (unit ? `${label} in ${unit}` : label),
  /** Before the limits in words. */
  limits: 'Limits',
  /** For the live region: the value with its unit, the word of `verdict.words`. */
  announce: (label: string, shown: string, verdict: string) => `${label}: ${shown}, ${verdict.toLowerCase()}`,
  /** What the small picture of a value between its limits shows, in words. */
  picture: (shown: string, limits: string) => `${shown}; limits: ${limits}`,
};
