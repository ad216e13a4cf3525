/** Whether there is more to say of how a step stands than its status in the header; what is said comes when there is. */
import type { nothing, ReactiveElement, TemplateResult } from 'lit';
import type { Id, Run, Step } from '../../domain/run.js';
import type { RunSession } from '../../session.js';
import { adopt } from '../adopt.js';
import { later } from '../later.js';
import type { MenuAction } from './actions.js';

const banners = later(() => import('./banner.js'));

/** What it is said from. */
export interface Standing {
  host: ReactiveElement;
  session: RunSession;
  step: Step;
  act: (action: MenuAction) => void;
  goTo: (stepId: Id) => void;
  locate: (id: Id) => void;
}

const worked = /^(todo|in-progress|complete)$/;
const isSpecial = ({ ended }: Run, { status, duplicateOf, addedBy, reopenings }: Step): boolean =>
  (ended ?? duplicateOf ?? addedBy ?? reopenings) !== undefined || !worked.test(status);

export function standing(given: Standing): TemplateResult | typeof nothing | undefined {
  const { host, session, step } = given;
  if (!isSpecial(session.run!, step)) return undefined;
  const part = banners(() => host.requestUpdate());
  if (!part) return undefined;
  adopt({ element: host }, part.styles);
  return part.banner(given);
}
