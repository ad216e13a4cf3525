/** The newest comments at the top of a step, for the person who has just checked in: once, those for them first. */
import { css, html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { isFor, textParts } from '../../domain/mention.js';
import { personName, type Comment, type Id, type Instant, type Labor, type Step } from '../../domain/run.js';
import { comment as commentWords } from '../../messages/en/comment.js';
import { hold as holdWords } from '../../messages/en/hold.js';
import { formatInstant } from '../../messages/format.js';
import { clip } from '../../messages/phrases.js';
import { localeOf, words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import {
  comment as commentGlyph,
  glyph,
  hold as holdGlyph,
  person as personGlyph,
} from '../../styles/glyphs.js';
import { adopt } from '../adopt.js';
import { holdOf } from '../comment-list/hold-of.js';
import { atOnce, readComment } from '../comment-list/read-comment.js';
import { holdReason } from '../hold-reason.js';

const styles = css`
  .news > .stack {
    flex: 1;
    min-inline-size: 0;
    gap: var(--_space);
  }
  .news ul {
    display: grid;
    gap: var(--_space);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .news li + li {
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_line);
  }
  .news p {
    margin: 0;
  }
  .news .said {
    max-block-size: 12em;
    overflow-y: auto;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
    white-space: pre-wrap;
  }
`;

/** So many are read before the work. */
const shown = 3;

/** What may scroll on a phone can be reached by keys for that. */
const isLong = (text: string): boolean => text.length > 120 || text.split('\n', 7).length > 6;

/** What came while the person was away, by their labor: read once for each time that they come. */
interface Found {
  comments: readonly Comment[];
  first: boolean;
}

class News {
  readonly #session: RunSession;
  readonly #found = new Map<Id, Found>();
  readonly #read = new Set<Id>();
  readonly #said = new Set<Id>();
  readonly #hosts = new Set<ReactiveElement>();

  constructor(session: RunSession) {
    this.#session = session;
    session.observe((news) => {
      if (news.kind !== 'events') return;
      // Who has begun to work has seen what stood above it.
      for (const event of news.events) {
        if (event.by !== session.person || !('stepId' in event) || event.stepId === undefined) continue;
        if (event.type === 'checked-in' || event.type === 'step-started') continue;
        for (const id of this.#laborAt(event.stepId)) this.#done(id);
      }
    });
  }

  #laborAt(stepId: Id): readonly Id[] {
    const step = this.#session.run?.steps.find(({ id }) => id === stepId);
    return (step?.labor ?? [])
      .filter(({ personId }) => personId === this.#session.person)
      .map(({ id }) => id);
  }

  #done(laborId: Id): void {
    if (this.#read.has(laborId)) return;
    this.#read.add(laborId);
    for (const host of this.#hosts) host.requestUpdate();
  }

  /** As long as it is in the page: drawn again there, it comes back. */
  #keep(host: ReactiveElement): void {
    if (!host.isConnected || this.#hosts.has(host)) return;
    this.#hosts.add(host);
    const leaving = {
      hostDisconnected: () => {
        this.#hosts.delete(host);
        host.removeController(leaving);
      },
    };
    host.addController(leaving);
  }

  draw(host: ReactiveElement, step: Step): TemplateResult | typeof nothing {
    this.#keep(host);
    adopt({ element: host }, styles);
    const mine = step.labor.filter(({ personId }) => personId === this.#session.person);
    const now = mine.find(({ out }) => out === undefined);
    if (!now) return nothing;
    const since = lastOut(mine, now);
    // The region is there before what is said in it.
    return html`${this.#read.has(now.id) ? nothing : this.#box(host, step, now, since)}
      <div class="visually-hidden" role="status">${this.#saying(host, now.id)}</div>`;
  }

  #box(host: ReactiveElement, step: Step, { id, in: came }: Labor, since: Instant): unknown {
    const found = this.#found.get(id);
    if (!found) {
      this.#found.set(id, { comments: [], first: since === '' });
      // Nothing is newer than the newest one.
      if ((step.latestComment?.at ?? '') > since) void this.#ask(host, step, id, { came, since });
      return nothing;
    }
    const { comments, first } = found;
    if (comments.length === 0) return nothing;
    const texts = words(host, 'comment', commentWords);
    const more = comments.length - shown;
    return html`<section class="notice info news" part="notice" aria-labelledby="news">
      ${glyph(commentGlyph)}
      <div class="stack">
        <h3 class="label" id="news">
          ${texts.news(comments.length)} · ${first ? texts.newsFirst : texts.newsSince}
        </h3>
        <ul>
          ${comments.slice(0, shown).map((one) => this.#one(host, step, one))}
        </ul>
        ${more > 0 ? html`<p class="hint">${texts.moreNews(more)}</p>` : nothing}
        <div class="actions">
          <button
            type="button"
            @click=${() => {
              this.#done(id);
              host.shadowRoot!.getElementById('title')?.focus({ preventScroll: true });
            }}
          >
            ${texts.read}
          </button>
        </div>
      </div>
    </section>`;
  }

  #one(host: ReactiveElement, step: Step, one: Comment): TemplateResult {
    const run = this.#session.run!;
    const texts = words(host, 'comment', commentWords);
    const onHold = words(host, 'hold', holdWords);
    const reason = holdOf(step, one);
    const said = textParts(run, { ...one, text: clip(one.text) }).map(({ text, personId }) =>
      personId === undefined ? text : html`<strong>${text}</strong>`,
    );
    return html`<li>
      ${isFor(one, this.#session.person) ? html`<span class="badge info">${glyph(personGlyph)}${texts.forYou}</span>` : nothing}
      ${reason === undefined ? nothing : html`<span class="badge warn">${glyph(holdGlyph)}${onHold.state(holdReason(host, run, reason))}</span>`}
      ${
        isLong(one.text)
          ? html`<p class="said" tabindex="0" role="group" aria-label=${texts.title}>${said}</p>`
          : html`<p class="said">${said}</p>`
      }
      <p class="hint">
        <bdi>${clip(personName(run, one.by))}</bdi>, ${formatInstant(one.at, localeOf(host), run.zone)}
      </p>
    </li>`;
  }

  /** Said once, when it has come. */
  #saying(host: ReactiveElement, laborId: Id): unknown {
    const comments = this.#found.get(laborId)?.comments ?? [];
    if (comments.length === 0 || !this.#said.has(laborId)) return nothing;
    const texts = words(host, 'comment', commentWords);
    const { people } = this.#session.run!;
    const name = people.find(({ id }) => id === comments[0]!.by)?.name ?? comments[0]!.by;
    return `${texts.news(comments.length)}. ${clip(name)}: ${clip(comments[0]!.text)}`;
  }

  async #ask(
    host: ReactiveElement,
    step: Step,
    laborId: Id,
    { came, since }: { came: Instant; since: Instant },
  ): Promise<void> {
    const { adapter, runId, person } = this.#session;
    const latest = step.latestComment ? [step.latestComment] : [];
    let newest: readonly Comment[] = latest;
    try {
      const page = await adapter.comments?.(runId, step.id, { newestFirst: true, limit: atOnce });
      const read = page?.items.flatMap(readComment) ?? [];
      newest = [...latest.filter(({ id }) => read.every((one) => one.id !== id)), ...read];
    } catch {
      // The newest one came with the run.
    }
    const heard = newest.filter(({ by, at }) => by !== person && at > since && at <= came);
    const comments = [
      ...heard.filter((one) => isFor(one, person)),
      ...heard.filter((one) => !isFor(one, person)),
    ];
    this.#found.set(laborId, { comments, first: since === '' });
    this.#said.add(laborId);
    host.requestUpdate();
  }
}

/** When this person was here last; empty where they never were. */
const lastOut = (mine: readonly Labor[], now: Labor): Instant =>
  mine.reduce((last, { id, out }) => (id !== now.id && out !== undefined && out > last ? out : last), '');

const newsBySession = new WeakMap<RunSession, News>();

export function newsView(host: ReactiveElement, session: RunSession, step: Step): unknown {
  let found = newsBySession.get(session);
  if (!found) newsBySession.set(session, (found = new News(session)));
  return found.draw(host, step);
}
