/** Why work stopped, where a comment was given with that. */
import type { Comment, Step } from '../../domain/run.js';

/** Told by the step where the comment does not say it. */
export function holdOf({ hold }: Step, comment: Comment): string | undefined {
  if (comment.hold !== undefined) return comment.hold;
  const same = hold && hold.at === comment.at && hold.by === comment.by && hold.comment === comment.text;
  return same ? hold.reason : undefined;
}
