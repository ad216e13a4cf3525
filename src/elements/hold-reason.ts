/** Why work at a step stopped, in words: as the organization calls it, else as everybody does. */
import type { Run } from '../domain/run.js';
import { hold as holdWords } from '../messages/en/hold.js';
import { clip } from '../messages/phrases.js';
import { words } from '../messages/registry.js';

export function holdReason(host: Element, { policy }: Run, reason: string): string {
  const own = policy.holdReasons.find(({ value }) => value === reason)?.label;
  return clip(own ?? words(host, 'hold', holdWords).reason(reason));
}
