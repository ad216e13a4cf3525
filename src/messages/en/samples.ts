/** Repeated readings of one characteristic. */
export const samples = {
  /** Of one entry, for those who hear it: the characteristic stands above. */
  reading: (index: number, count: number, label: string) => `Reading ${index} of ${count}, ${label}`,
  done: (done: number, count: number) => `${done} of ${count} readings`,
  mean: 'Mean',
  lowest: 'Lowest',
  highest: 'Highest',
  range: 'Range',
};
