/** The steps before and after the one that is shown. */
export const neighbors = {
  label: 'Steps beside this one',
  previous: (name: string) => `Previous step: ${name}`,
  next: (name: string) => `Next step: ${name}`,
  noPrevious: 'This is the first step',
  noNext: 'This is the last step',
  /** After the name of a step where work can go on. */
  workable: 'can be worked on',
};
