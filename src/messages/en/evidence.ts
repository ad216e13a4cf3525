import { counted } from '../format.js';

/** Photos, drawings and documents at a step. `when` is a date and time in words. */
export const evidence = {
  title: 'Evidence',
  none: 'Nothing attached yet.',
  add: 'Photo, drawing or document',
  caption: 'Caption',
  captionOf: (name: string) => `Caption of ${name}`,
  optional: 'Optional',
  attach: (count: number) =>
    count === 1 ? 'Attach' : `Attach ${counted('en', count, { one: 'file', other: 'files' })}`,
  /** It is attached as soon as it is there. */
  attaching: 'Attaching…',
  attachedBy: (name: string, when: string) => `Attached by ${name}, ${when}`,
  notAttached: 'Not attached.',
  remove: (name: string) => `Remove ${name}`,
  whyRemoved: (name: string) => `Why is ${name} removed?`,
  removeNow: 'Remove',
  removing: 'Removing…',
  notRemoved: 'Not removed.',
  removed: (count: number) => `${counted('en', count, { one: 'file', other: 'files' })} removed`,
  removedBy: (name: string, when: string) => `Removed by ${name}, ${when}`,
  reason: (reason: string) => `Reason: ${reason}`,
  giveUp: 'Give up',
  /** For the live region. */
  announceAttached: (name: string) => `${name} attached`,
  announceRemoved: (name: string) => `${name} removed`,
};
