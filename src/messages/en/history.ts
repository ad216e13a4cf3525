import type { EntryMethod } from '../../domain/run.js';

/** The earlier values of a field. `when` is a date and time in words. */
export const history = {
  /** Of the button and the dialog. */
  title: 'History',
  of: (label: string) => `History of ${label}`,
  by: (name: string, when: string) => `${name}, ${when}`,
  how: {
    typed: 'typed',
    scanned: 'scanned',
    gauge: 'by gauge',
    pasted: 'pasted',
    imported: 'imported',
  } satisfies Record<EntryMethod, string>,
  /** The smallest step that a gauge shows. */
  resolution: (shown: string) => `in steps of ${shown}`,
  /** The text as it was typed, where reading it changed anything. */
  raw: (text: string) => `entered as “${text}”`,
  reason: (text: string) => `Reason: ${text}`,
  cleared: 'Cleared',
  accepted: 'Deviation accepted',
  /** Of a choice, a text or the like that cannot be read. */
  unreadable: 'Cannot be shown',
  empty: 'Nothing has been recorded here yet.',
  none: 'The connected system keeps no history.',
  loading: 'Loading…',
  notLoaded: 'The history could not be loaded.',
  more: 'Show more',
  close: 'Close',
};
