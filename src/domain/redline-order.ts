/** Which steps may come to wait for which. */
import type { Refusal } from './command.js';
import { findStep, type Change, type Id, type Run, type Step } from './run.js';

/**
 * Whether a step would wait for itself if it waited for another one. A step is done after it was begun and after the
 * steps inside it, or after its second try; it is begun after the one around it and after those that it waits for.
 */
function circular(run: Run, step: Step, upstreamId: Id): boolean {
  const seen = new Set<string>();
  const open: { id: Id; whole: boolean }[] = [{ id: upstreamId, whole: true }];
  for (let place = open.pop(); place; place = open.pop()) {
    const { id, whole } = place;
    const key = `${whole}:${id}`;
    const one = findStep(run, id);
    if (!one || seen.has(key)) continue;
    if (id === step.id) return true;
    seen.add(key);
    if (one.parentId !== undefined) open.push({ id: one.parentId, whole: false });
    open.push(...one.upstream.map((before) => ({ id: before, whole: true })));
    if (!whole) continue;
    for (const { id: other, parentId, duplicateOf } of run.steps)
      if (parentId === id || duplicateOf === id) open.push({ id: other, whole: true });
  }
  return false;
}

/** A dependency comes in only while both of its steps are in redline (R88). */
export function dependencyRefused(run: Run, step: Step, change: Change): Refusal | undefined {
  if (change.change !== 'add-dependency') return undefined;
  const upstream = findStep(run, change.targetId);
  if (!upstream) return { refused: 'not-found' };
  if (circular(run, step, upstream.id)) {
    return { refused: 'invalid', detail: { reason: 'waits-for-itself', waitsFor: [upstream.id] } };
  }
  return upstream.status === 'redline'
    ? undefined
    : { refused: 'blocked', detail: { reason: 'both-in-redline', waitsFor: [upstream.id] } };
}
