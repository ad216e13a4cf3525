import { counted } from '../format.js';

/** Who works at a step, and for how long. `time` is a length of time in words, `when` an instant. */
export const labor = {
  title: 'Labor',
  you: 'You',
  total: 'Total',
  nobody: 'Nobody is checked in.',
  inNow: (count: number) => `${counted('en', count, { one: 'person', other: 'people' })} in now`,
  since: (when: string) => `In since ${when}`,
  /** Beside `since`, where there was labor before. */
  now: 'now',
  out: 'Checked out',
  all: (count: number) => `Show all ${counted('en', count, { other: 'people' })}`,
  closed: (count: number) => counted('en', count, { one: 'finished entry', other: 'finished entries' }),
  more: (count: number) => counted('en', count, { other: 'more' }),
  span: (begin: string, end: string) => `${begin} – ${end}`,
  edit: (name: string) => `Set the times of ${name} right`,
  editTitle: (name: string) => `Set right: ${name}`,
  editAbout: 'The times before stay in the history.',
  checkedIn: 'Checked in',
  checkedOut: 'Checked out',
  stillIn: 'Leave it empty while they are still at work.',
  zone: (zone: string) => `Time at the site: ${zone}`,
  reason: 'Why?',
  save: 'Set right',
  edited: (name: string, reason: string) => `Edited by ${name} because: ${reason}`,
  /** What became of this person's labor without their doing; `step` is its name, `by` a person's. */
  told: {
    idle: (step: string) => `You were checked out of ${step}: nobody answered.`,
    asked: (step: string) => `You were checked out of ${step} on another device.`,
    hold: (step: string, by: string) => `You were checked out: ${by} put ${step} on hold.`,
    redline: (step: string, by: string) => `You were checked out: ${by} put ${step} in redline.`,
    failed: (step: string, by: string) => `You were checked out: ${by} failed ${step}.`,
    canceled: (step: string, by: string) => `You were checked out: ${by} canceled ${step}.`,
    complete: (step: string, by: string) => `You were checked out: ${by} completed ${step}.`,
    other: (step: string) => `You were checked out of ${step}.`,
  },
  dismiss: 'Dismiss',
};
