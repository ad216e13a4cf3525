/**
 * One comment: who, when, for whom, why work stopped with it, and what was said as it was typed. It is drawn again only
 * where something that it shows is different, since hundreds may have been asked for.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { isFor, textParts } from '../../domain/mention.js';
import { personName, type Comment, type Step } from '../../domain/run.js';
import type { comment as commentWords } from '../../messages/en/comment.js';
import { hold as holdWords } from '../../messages/en/hold.js';
import { formatInstant } from '../../messages/format.js';
import { clip } from '../../messages/phrases.js';
import { words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import { glyph, hold as holdGlyph, person as personGlyph } from '../../styles/glyphs.js';
import { holdReason } from '../hold-reason.js';
import { mark } from '../person-mark.js';
import { holdOf } from './hold-of.js';

export interface At {
  host: Element;
  session: RunSession;
  step: Step;
  texts: typeof commentWords;
  locale: string;
}

/** More than this is folded; more than that never drawn. */
const folded = { characters: 600, lines: 10 };
const most = 100_000;

/** The first lines of a long text; nothing where it is not long. */
function beginningOf(text: string): string | undefined {
  const lines = text.split('\n', folded.lines + 1);
  const begin = lines.slice(0, folded.lines).join('\n').slice(0, folded.characters);
  return begin.length < text.length ? `${begin.replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…` : undefined;
}

export function oneComment(at: At, comment: Comment, whole: boolean, unfold: () => void): unknown {
  const { session, step, texts, locale } = at;
  const { people, policy, zone } = session.run!;
  const reason = holdOf(step, comment);
  const shown = [comment, whole, reason, session, texts, locale, people, policy, zone];
  return guard(shown, () => draw(at, comment, reason, whole, unfold));
}

function draw(
  { host, session, texts, locale }: At,
  comment: Comment,
  reason: string | undefined,
  whole: boolean,
  unfold: () => void,
): TemplateResult {
  const onHold = words(host, 'hold', holdWords);
  const run = session.run!;
  const name = clip(personName(run, comment.by));
  const mine = isFor(comment, session.person);
  const beginning = whole ? undefined : beginningOf(comment.text);
  const text = beginning ?? comment.text.slice(0, most);
  // Nothing stands between the parts, since every space counts.
  const said = textParts(run, { ...comment, text }).map(({ text: part, personId }) =>
    personId === undefined
      ? part
      : html`<span class="mention ${personId === session.person ? 'you' : ''}" part="mention">${part}</span>`,
  );
  return html`<li class="comment ${mine ? 'mine' : ''}" part="comment" tabindex="-1">
    <div class="who">
      ${mark(name, comment.by === session.person ? '' : 'away')}
      <span class="name"><bdi>${name}</bdi></span>
      <time class="hint numbers" datetime=${comment.at}>${formatInstant(comment.at, locale, run.zone)}</time>
      ${mine ? html`<span class="badge info">${glyph(personGlyph)}${texts.forYou}</span>` : nothing}
      ${
        reason === undefined
          ? nothing
          : html`<span class="status hold"
              >${glyph(holdGlyph)} <span>${onHold.state(holdReason(host, run, reason))}</span></span
            >`
      }
    </div>
    <p class="text">${said}</p>
    ${
      beginning === undefined
        ? nothing
        : html`<button type="button" class="quiet" @click=${unfold}>${texts.whole}</button>`
    }
  </li>`;
}
