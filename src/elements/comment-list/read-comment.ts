/** Comments as a backend gives them. */
import { asText, isObject } from '../../domain/reading.js';
import type { Comment } from '../../domain/run.js';

/** How many are read at a time. */
export const atOnce = 20;

/** What a backend gives may be anything: texts are made texts, and what is no comment is left out. */
export function readComment(given: unknown): readonly Comment[] {
  if (!isObject(given)) return [];
  const { id, stepId, by, at, text, mentions, hold } = given;
  return [
    {
      id: asText(id),
      stepId: asText(stepId),
      by: asText(by),
      at: asText(at),
      text: asText(text),
      ...(Array.isArray(mentions) && { mentions: mentions.map(asText) }),
      ...(typeof hold === 'string' && { hold }),
    },
  ];
}
