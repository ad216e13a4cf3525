export const measurement = {
  /** Of the entry: "Hole distance in mm". */
  label: (label: string, unit?: string) => (unit ? `${label} in ${unit}` : label),
  /** For the live region: the value with its unit, the word of `verdict.words`. */
  announce: (label: string, shown: string, verdict: string) => `${label}: ${shown}, ${verdict.toLowerCase()}`,
};
