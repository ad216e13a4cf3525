/** What has changed since a signature, from what to what. It comes, and reads what was there, when somebody opens it. */
import { html, nothing, type TemplateResult } from 'lit';
import {
  personName,
  recordOf,
  type Decision,
  type Evidence,
  type Field,
  type Id,
  type Install,
  type Instant,
  type Requirement,
  type ValueRecord,
} from '../../domain/run.js';
import { changes as changesWords } from '../../messages/en/changes.js';
import { fault as faultWords } from '../../messages/en/fault.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { history as historyWords } from '../../messages/en/history.js';
import { install as installWords } from '../../messages/en/install.js';
import { formatInstant } from '../../messages/format.js';
import { localeOf, words } from '../../messages/registry.js';
import { glyph, warning } from '../../styles/glyphs.js';
import { adopt } from '../adopt.js';
import { unitName } from '../install-checklist/names.js';
import { nameOf } from '../names.js';
import { valueLine } from '../value-history/entry.js';
import { changesStyles } from './changes.styles.js';
import { calledOf } from '../called.js';
import type { Deciding } from './deciding.js';
import { EarlierValues, type Earlier, type Reading, type Wanted } from './earlier-values.js';

/** So many are shown and read; of the others it says how many there are. */
const mostShown = 20;

const values = new WeakMap<Element, EarlierValues>();

type It = Pick<Deciding, 'element' | 'session' | 'run' | 'field' | 'signing'>;
type Line = TemplateResult | typeof nothing;

export function changes(it: It, decision: Decision): TemplateResult {
  const { element, session, run, signing } = it;
  adopt({ element }, changesStyles);
  let earlier = values.get(element);
  if (!earlier) values.set(element, (earlier = new EarlierValues(() => element.requestUpdate())));
  const shown = signing.changed.slice(0, mostShown);
  const targets = shown.map((id) => session.target(id));
  const fields = targets.flatMap((target) => (target?.kind === 'field' ? [target.field] : []));
  const parts = targets.flatMap((target) => (target?.kind === 'requirement' ? [target.requirement] : []));
  const wanted: Wanted = {
    adapter: session.adapter,
    runId: run.id,
    at: decision.at,
    fields: fields.map(({ id }) => id),
    parts: parts.map(({ id }) => id),
    of: [run.id, decision.id, ...[...fields, ...parts].flatMap(({ id, version }) => [id, version])].join(' '),
  };
  const reading = earlier.of(wanted);
  const { doing, fault } = reading;
  const texts = words(element, 'changes', changesWords);
  const history = words(element, 'history', historyWords);
  const left = signing.changed.length - shown.length;
  const again = (): void => {
    // The button goes with its work.
    element.shadowRoot!.querySelector<HTMLElement>('[part=changes] > summary')?.focus();
    earlier.again(wanted);
  };
  return html`<ul class="changes" role="list">
      ${shown.map(
        (id) =>
          html`<li part="change">
            <p class="label"><bdi>${calledOf(run, id)}</bdi></p>
            ${changeOf(it, decision, id, reading)}
          </li>`,
      )}
    </ul>
    ${left > 0 ? html`<p class="hint">${texts.more(left)}</p>` : nothing}
    <div role="status">
      ${doing === 'loading' ? html`<p class="hint">${history.loading}</p>` : nothing}
      ${session.adapter.values ? nothing : html`<p class="hint">${history.none}</p>`}
    </div>
    ${
      doing === 'failed'
        ? html`<div class="message toned bad" part="message" role="alert">
              ${glyph(warning)}<span
                >${texts.notLoaded} ${saidOf(words(element, 'fault', faultWords).notLoaded(fault!))}</span
              >
            </div>
            <button type="button" @click=${again}>${words(element, 'field', fieldWords).retry}</button>`
        : nothing
    }`;
}

const saidOf = ({ why, next }: { why: string; next: string }): string => `${why} ${next}`;

function changeOf(it: It, decision: Decision, id: Id, reading: Reading): unknown {
  const { session, field } = it;
  const { doing, found } = reading;
  const target = session.target(id);
  if (id === field.id) return askedChange(it, decision);
  if (target?.kind === 'field')
    return fieldChange(it, decision, target.field, found.get(id) ?? (doing === 'nothing' ? {} : undefined));
  if (target?.kind === 'requirement') return partsChange(it, decision, target.requirement, reading);
  const own = session.target(field.id);
  const evidence = own?.kind === 'field' ? own.step?.evidence?.find((one) => one.id === id) : undefined;
  const texts = words(it.element, 'changes', changesWords);
  if (evidence) return evidenceChange(it, evidence);
  return target ? nothing : hint(texts.gone);
}

const hint = (text: string): TemplateResult => html`<p class="hint">${text}</p>`;

/** Who and when, in words. */
function whoWhen({ element, run }: It, by: Id, at: Instant): [name: string, when: string] {
  return [personName(run, by), formatInstant(at, localeOf(element), run.zone)];
}

/** A value then and now, each with its verdict; who changed it, when, and why. */
function fieldChange(it: It, decision: Decision, field: Field, found: Earlier | undefined): TemplateResult {
  const { element, session } = it;
  const texts = words(element, 'changes', changesWords);
  const history = words(element, 'history', historyWords);
  const now = recordOf(field);
  const { latest = now } = found ?? {};
  // What came with the run is in no history.
  const isOld = now !== undefined && now.at <= decision.at;
  const then = found?.then ?? (isOld ? now : undefined);
  const isNew = decision.covers[field.id] === undefined;
  // Nobody has ever recorded anything here.
  const isUntouched = session.adapter.values && found && !latest && !then;
  const accepted = now?.deviation && now.deviation.at > decision.at ? now.deviation : undefined;
  const line = (record: ValueRecord | undefined): Line | string =>
    !record || record.cleared ? texts.empty : valueLine(element, field, record);
  return html`<dl>
      ${
        isNew
          ? nothing
          : html`<dt>${texts.then}</dt>
              <dd>${then || isUntouched ? line(then) : found ? texts.unknown : '…'}</dd>`
      }
      <dt>${texts.now}</dt>
      <dd>${line(now)} ${accepted ? html`<span class="hint">${history.accepted}</span>` : nothing}</dd>
    </dl>
    ${isNew ? hint(texts.added) : nothing}
    ${(isOld || isUntouched) && !isNew && !accepted ? hint(texts.redefined) : nothing}
    ${latest && latest.at > decision.at ? hint(history.by(...whoWhen(it, latest.by, latest.at))) : nothing}
    ${latest?.reason && latest.at > decision.at ? html`<p>${history.reason(latest.reason)}</p>` : nothing}`;
}

/** What it asked for when it was decided, and what it asks for now. */
function askedChange({ element, field }: It, { role, meaning }: Decision): TemplateResult {
  const texts = words(element, 'changes', changesWords);
  const said = (...all: readonly (string | undefined)[]): string => all.filter(Boolean).join(' · ');
  return html`<dl>
      <dt>${texts.then}</dt>
      <dd>${said(role, meaning)}</dd>
      <dt>${texts.now}</dt>
      <dd>${said(field.role, field.meaning)}</dd>
    </dl>
    ${hint(texts.redefined)}`;
}

/** What went in since and what was taken out, in this order, and by which issue it is excused. */
function partsChange(
  it: It,
  decision: Decision,
  { installs, exception, id, partNumber }: Requirement,
  { doing, takenOut }: Reading,
): unknown {
  const { element, run } = it;
  const texts = words(element, 'changes', changesWords);
  const say = words(element, 'install', installWords);
  const part = (one: Install): string =>
    one.partNumber === partNumber || unitName(say, one) === one.partNumber
      ? unitName(say, one)
      : `${one.partNumber} ${unitName(say, one)}`;
  const cameAndWent = [
    ...installs.map((one) => ({ install: one, by: one.by, at: one.at, says: say.installedBy })),
    ...(takenOut ?? [])
      .filter(({ targetId }) => targetId === id)
      .map((one) => ({ ...one, says: texts.takenOut })),
  ]
    .filter(({ at }) => at > decision.at)
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const excused = exception && exception.at > decision.at ? exception : undefined;
  const isNew = decision.covers[id] === undefined;
  const told = cameAndWent.length > 0 || excused !== undefined || isNew || doing === 'loading';
  return [
    isNew ? hint(texts.added) : nothing,
    cameAndWent.map(
      ({ install, by, at, says }) =>
        html`<p>
          <span class="value">${part(install)}</span>
          <span class="hint">${says(...whoWhen(it, by, at))}</span>
        </p>`,
    ),
    excused ? html`<p>${say.excepted(nameOf(run, excused.issueId))}</p>` : nothing,
    told ? nothing : hint(takenOut ? texts.redefined : texts.partsLess),
  ];
}

function evidenceChange(it: It, { by, at, removed }: Evidence): TemplateResult {
  const texts = words(it.element, 'changes', changesWords);
  if (!removed) return hint(texts.attached(...whoWhen(it, by, at)));
  const why = words(it.element, 'history', historyWords).reason(removed.reason);
  return html`${hint(texts.removed(...whoWhen(it, removed.by, removed.at)))}
    <p>${why}</p>`;
}
