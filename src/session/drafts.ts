/**
 * What a person has typed and not saved, kept beyond the page and given back to exactly the place, the run and the person
 * it belongs to. A key only marks its entry as changed; what it holds is read and written when the page is idle, and
 * at the latest when the page is left.
 */
import type { AnyMachineSnapshot } from 'xstate';
import {
  draftLife,
  isKeepable,
  isOfScope,
  readDraft,
  type DraftKey,
  type DraftKind,
  type DraftStore,
  type StoredDraft,
} from '../drafts/drafts.js';
import { recordOf, type Id, type Version } from '../domain/run.js';
import type { EntryContext } from '../machines/entry.js';
import type { RunSession } from '../session.js';
import { fateOf, placeOf } from './draft-fate.js';
import { kinds, type Texts } from './draft-kinds.js';
import type { Interactions } from './interactions.js';

/** How long the first of several changes waits for the others. */
const pause = 250;

/** Safari has no idle callback. */
const whenIdle = (work: () => void): unknown =>
  'requestIdleCallback' in globalThis ? requestIdleCallback(work, { timeout: 500 }) : setTimeout(work);

interface Place {
  kind: DraftKind;
  key: Id;
}

const nameOf = ({ kind, key }: Place): string => `${kind}:${key}`;

/** Keeps what is drafted in a session; `tell` hears once that it cannot. */
export function keepDrafts(
  session: RunSession,
  store: DraftStore,
  interactions: Interactions,
  tell: (error: unknown) => void,
): Drafts {
  let told = false;
  const drafts = new Drafts(session, store, (error) => {
    if (!told) tell(error);
    told = true;
  });
  interactions.touched = (kind, key) => {
    if (kind !== 'install') drafts.touched(kind, key);
  };
  return drafts;
}

export class Drafts {
  readonly #session: RunSession;
  readonly #store: DraftStore;
  readonly #fail: (error: unknown) => void;
  /** Places whose last change is not known to be stored. */
  readonly #unsure = new Map<string, Place>();
  /** Places where this page has begun, so that what comes from the store is older. */
  readonly #begun = new Set<string>();
  /** What was seen when a comment, a reason or the like was begun. */
  readonly #bases = new Map<string, Version>();
  /** Restored when their place takes a draft. */
  readonly #waiting = new Map<string, StoredDraft>();
  #loading: Promise<readonly StoredDraft[]> | undefined;
  readonly #leaving = new AbortController();
  /** What the store may hold of this session; everything until it has been read. */
  #stored: Set<string> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #restoring = false;

  constructor(session: RunSession, store: DraftStore, fail: (error: unknown) => void) {
    this.#session = session;
    this.#store = store;
    this.#fail = fail;
    this.#loading = this.#load();
    const { signal } = this.#leaving;
    globalThis.addEventListener?.('pagehide', () => this.#write(true), { signal });
    globalThis.document?.addEventListener(
      'visibilitychange',
      () => document.visibilityState === 'hidden' && this.#write(true),
      { signal },
    );
  }

  /** Something was typed or decided at a place, or it rests again. Called on every key. */
  touched(kind: DraftKind, key: Id): void {
    if (this.#restoring || this.#leaving.signal.aborted) return;
    const place = { kind, key };
    const name = nameOf(place);
    this.#begun.add(name);
    this.#waiting.delete(name);
    this.#unsure.set(name, place);
    // What was saved or taken back must not come again, so that is written without waiting.
    if (!this.#session.ongoing.peek(kind, key)) this.#put(name, place, false);
    else this.#timer ??= setTimeout(() => whenIdle(() => this.#write(false)), pause);
  }

  /** To be called when the run is there. Only the first time does something. */
  async restore(): Promise<void> {
    const loading = this.#loading;
    this.#loading = undefined;
    const drafts = await loading;
    if (!drafts || this.#leaving.signal.aborted) return;
    for (const draft of drafts) {
      const name = nameOf(draft);
      if (!this.#begun.has(name)) this.#waiting.set(name, draft);
    }
    this.#giveBack();
    // A step that is not worked on now may be later: then its drafts come back.
    for (const stepId of new Set([...this.#waiting.values()].map((draft) => draft.stepId))) {
      const unfollow = this.#session.follow(stepId, () => this.#giveBack());
      this.#leaving.signal.addEventListener('abort', unfollow);
    }
  }

  /** To be called while the interactions are still there. */
  stop(): void {
    this.#write(true);
    this.#leaving.abort();
  }

  async #load(): Promise<readonly StoredDraft[]> {
    try {
      const found = await this.#store.load(this.#scope);
      const drafts = found.flatMap((one) => readDraft(one) ?? []);
      const own = drafts.filter((draft) => isOfScope(draft, this.#scope));
      this.#stored = new Set(own.map(nameOf));
      for (const name of this.#begun) this.#stored.add(name);
      return own;
    } catch (error) {
      this.#fail(error);
      return [];
    }
  }

  get #scope() {
    const { adapter, runId, person } = this.#session;
    return { tenant: adapter.tenant ?? '', runId, person };
  }

  // Keeping -------------------------------------------------------------------------------------------------

  #write(leaving: boolean): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#leaving.signal.aborted) return;
    for (const [name, place] of this.#unsure) this.#put(name, place, leaving);
  }

  #put(name: string, place: Place, leaving: boolean): void {
    const key: DraftKey = { ...this.#scope, ...place };
    const draft = this.#draftAt(name, place);
    // Until then a page that is left writes it once more.
    const settled = (isStored: boolean): void => {
      if (this.#unsure.get(name) !== place) return;
      this.#unsure.delete(name);
      if (!draft && isStored) this.#stored?.delete(name);
    };
    if (!draft && this.#stored?.has(name) === false) return settled(true);
    // It begins within this call, and a store of somebody else may throw.
    const write = async (): Promise<void> =>
      draft
        ? await this.#store.save({ ...key, ...draft, v: 1, savedAt: new Date().toISOString() }, { leaving })
        : await this.#store.remove(key, { leaving });
    if (draft) this.#stored?.add(name);
    write().then(
      () => settled(true),
      (error: unknown) => {
        settled(false);
        this.#fail(error);
      },
    );
  }

  /** What is to be kept of a place: nothing where it rests. */
  #draftAt(name: string, { kind, key }: Place) {
    const snapshot = this.#session.ongoing.peek(kind, key) as AnyMachineSnapshot | undefined;
    const draft =
      snapshot?.value === 'done' ? undefined : snapshot && kinds[kind].textOf(snapshot.context as Texts);
    const target = placeOf(this.#session, { kind, key });
    if (!target || !isKeepable(draft) || (target.field?.type === 'file' && target.targetId === key)) {
      if (!snapshot) this.#bases.delete(name);
      return undefined;
    }
    const { stepId, targetId, version } = target;
    const context = snapshot!.context as Partial<EntryContext>;
    const seen = key === targetId ? context.base : this.#bases.get(name);
    // An own value that is on its way has no version yet.
    const base = seen ?? (this.#session.isPending(targetId) ? undefined : version);
    if (base !== undefined) this.#bases.set(name, base);
    const { how, resolution } = context;
    return {
      stepId,
      targetId,
      draft,
      ...(base !== undefined && { base }),
      ...(how && { how }),
      ...(resolution !== undefined && { resolution }),
    };
  }

  // Giving back ---------------------------------------------------------------------------------------------

  #giveBack(): void {
    for (const [name, draft] of this.#waiting) {
      const fate = fateOf(this.#session, draft);
      if (fate === 'later') continue;
      this.#waiting.delete(name);
      if (fate === 'show') this.#show(name, draft);
      else if (fate === 'saved' || Date.parse(draft.savedAt) < Date.now() - draftLife)
        this.#store.remove(draft).catch(this.#fail);
    }
  }

  #show(name: string, stored: StoredDraft): void {
    const { kind, key, targetId, base } = stored;
    const { field, version } = placeOf(this.#session, stored)!;
    // On an own value that was on its way it rests whatever became of that; on another's it does not.
    const record = field && recordOf(field);
    const rests = !record || record.by === this.#session.person ? version : '';
    this.#restoring = true;
    kinds[kind].begin(this.#session, key === targetId ? { ...stored, base: base ?? rests } : stored);
    this.#restoring = false;
    if (base !== undefined) this.#bases.set(name, base);
  }
}
