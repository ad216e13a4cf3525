/** What was said at a step while this person was away: asked for when they have checked in, and shown until it is read. */
import { nothing } from 'lit';
import { isCheckedIn } from '../../domain/run.js';
import { later } from '../later.js';
import type { Sheet } from './sheet.js';

const part = later(() => import('./news-view.js'));

export function news({ host, session, step }: Pick<Sheet, 'host' | 'session' | 'step'>): unknown {
  if (step.commentCount === 0 || !isCheckedIn(step, session.person)) return nothing;
  return part(() => host.requestUpdate())?.newsView(host, session, step) ?? nothing;
}
