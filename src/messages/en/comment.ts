import { counted } from '../format.js';
import { and } from './lists.js';

const comments = (count: number): string => counted('en', count, { one: 'comment', other: 'comments' });

/** What people tell one another at a step. `name` is a person's, `when` a date and time in words. */
export const comment = {
  title: 'Comments',
  none: 'No comments yet.',
  forYou: 'For you',
  /** A long one is folded. */
  whole: 'Show all of it',
  earlier: 'Earlier comments',
  loading: 'Loading…',
  notLoaded: 'The comments could not be loaded.',
  /** The record counts more than the backend lists. */
  unlisted: (count: number) => `${comments(count)} more in the connected system`,
  // Writing one.
  write: 'Write a comment',
  how: 'Type @ to mention somebody.',
  mention: 'Mention somebody',
  people: 'People to mention',
  /** For the live region. */
  found: (count: number) => `${counted('en', count, { one: 'person', other: 'people' })} to choose from`,
  /** Whom it mentions, before it is sent. */
  meant: (names: readonly string[]) => `For ${and(names)}`,
  send: 'Send',
  sending: 'Sending…',
  /** The key beside the button. */
  keys: 'Ctrl+Enter',
  keysOfMac: '⌘ Enter',
  needed: 'Write something first.',
  notSent: 'Not sent.',
  change: 'Change it',
  added: 'Comment added',
  addedBy: (name: string) => `New comment by ${name}`,
  addedForYou: (name: string) => `New comment by ${name}, for you`,
  // What the next person to check in is shown first.
  news: (count: number) => counted('en', count, { one: 'new comment', other: 'new comments' }),
  newsSince: 'Since you were here last',
  newsFirst: 'Before you came',
  moreNews: (count: number) => `${comments(count)} more below, among the comments`,
  read: 'Read',
};
