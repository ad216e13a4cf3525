/**
 * Files on their way to the backend. They belong to the session, so they outlive a field that scrolls away. At most
 * three of a session go at once, in the order in which they were chosen; a step is not complete while one is on its way.
 */
import { toFault, type AdapterFault } from '../../adapters/adapter.js';
import type { FileRef, Id } from '../../domain/run.js';
import type { RunSession } from '../../session.js';
import { kindOf } from './file-kind.js';

const atOnce = 3;

export interface Upload {
  readonly file: File;
  /** What is said about it, where that can be. */
  caption: string;
  /** Whether it is to be recorded as soon as it is there. */
  wanted: boolean;
  doing:
    | { is: 'waiting' }
    /** `part` from 0 to 1. */
    | { is: 'sending'; part: number; stop: AbortController }
    /** The backend has its bytes; it is not recorded yet. */
    | { is: 'sent'; ref: FileRef }
    | { is: 'failed'; fault: AdapterFault }
    /** Never sent: the backend takes no more than `limit` bytes. */
    | { is: 'too-large'; limit: number };
}

/** The uploads of a session that wait or go. */
class Line {
  readonly #waiting: (() => Promise<void>)[] = [];
  #going = 0;

  join(send: () => Promise<void>): void {
    this.#waiting.push(send);
    this.#next();
  }

  #next(): void {
    if (this.#going >= atOnce) return;
    const send = this.#waiting.shift();
    if (!send) return;
    this.#going += 1;
    void send().finally(() => {
      this.#going -= 1;
      this.#next();
    });
    this.#next();
  }
}

/** A page with files on their way asks before it is left. */
const going = new Set<Upload>();
const askBeforeLeaving = (event: Event): void => event.preventDefault();
function keepPage(upload: Upload, goes: boolean): void {
  if (goes) going.add(upload);
  else going.delete(upload);
  if (going.size > 0) addEventListener('beforeunload', askBeforeLeaving);
  else removeEventListener('beforeunload', askBeforeLeaving);
}

/** The uploads of one place: a file field, or the evidence of a step. */
export class Uploads {
  readonly #session: RunSession;
  readonly #line: Line;
  readonly #hold: (upload: Upload) => () => void;
  /** Each with what ends that the step waits for it. */
  readonly #all = new Map<Upload, (() => void) | undefined>();
  /** Set by whoever shows them last. */
  changed: () => void = () => undefined;
  /** Records a file that has arrived. False where that cannot be done now. */
  record: (upload: Upload, ref: FileRef) => boolean = () => false;

  constructor(session: RunSession, line: Line, hold: (upload: Upload) => () => void) {
    this.#session = session;
    this.#line = line;
    this.#hold = hold;
  }

  get all(): readonly Upload[] {
    return [...this.#all.keys()];
  }

  /** With `wanted` they are recorded without being asked for. */
  add(files: Iterable<File>, { wanted }: { wanted: boolean }): void {
    const limit = this.#session.adapter.fileLimit;
    for (const file of files) {
      const upload: Upload = { file, caption: '', wanted, doing: { is: 'waiting' } };
      this.#all.set(upload, undefined);
      if (limit !== undefined && file.size > limit) upload.doing = { is: 'too-large', limit };
      else this.#join(upload);
    }
    this.changed();
  }

  retry(upload: Upload): void {
    if (upload.doing.is === 'sent') return this.#arrived(upload, upload.doing.ref);
    upload.doing = { is: 'waiting' };
    this.#join(upload);
    this.changed();
  }

  /** Gives one up, wherever it is. */
  drop(upload: Upload): void {
    if (upload.doing.is === 'sending') upload.doing.stop.abort();
    keepPage(upload, false);
    this.#all.get(upload)?.();
    this.#all.delete(upload);
    this.changed();
  }

  /** Records it, at once or as soon as it is there. */
  want(upload: Upload): void {
    upload.wanted = true;
    if (upload.doing.is === 'sent') this.#arrived(upload, upload.doing.ref);
    this.changed();
  }

  #join(upload: Upload): void {
    if (!this.#all.get(upload)) this.#all.set(upload, this.#hold(upload));
    keepPage(upload, true);
    this.#line.join(() => this.#send(upload));
  }

  async #send(upload: Upload): Promise<void> {
    const stop = new AbortController();
    const here = (): boolean => this.#all.has(upload) && !stop.signal.aborted;
    if (!here() || upload.doing.is !== 'waiting') return;
    upload.doing = { is: 'sending', part: 0, stop };
    this.changed();
    const onProgress = (part: number): void => {
      if (here()) upload.doing = { is: 'sending', part, stop };
      this.changed();
    };
    try {
      const { file } = upload;
      const type = await kindOf(file);
      const typed =
        type === file.type ? file : new File([file], file.name, { type, lastModified: file.lastModified });
      if (!here()) return;
      const ref = await this.#session.adapter.putFile!(typed, { signal: stop.signal, onProgress });
      if (here()) this.#arrived(upload, ref);
    } catch (error) {
      if (!here()) return;
      keepPage(upload, false);
      upload.doing = { is: 'failed', fault: toFault(error) };
      this.changed();
    }
  }

  #arrived(upload: Upload, ref: FileRef): void {
    keepPage(upload, false);
    upload.doing = { is: 'sent', ref };
    if (upload.wanted && this.record(upload, ref)) this.drop(upload);
    else this.changed();
  }
}

const lines = new WeakMap<RunSession, { line: Line; places: Map<string, Uploads> }>();

function uploadsAt(session: RunSession, key: string, hold: (upload: Upload) => () => void): Uploads {
  const { line, places } = lines.get(session) ?? { line: new Line(), places: new Map<string, Uploads>() };
  lines.set(session, { line, places });
  const uploads = places.get(key) ?? new Uploads(session, line, hold);
  places.set(key, uploads);
  return uploads;
}

/** Those of a file field. */
export const uploadsOf = (session: RunSession, stepId: Id, fieldId: Id): Uploads =>
  uploadsAt(session, `field:${fieldId}`, () => session.hold(stepId, fieldId));

/** Those of a step's evidence, which go by their names until they are recorded. */
export const evidenceUploads = (session: RunSession, stepId: Id): Uploads =>
  uploadsAt(session, `evidence:${stepId}`, ({ file }) => session.hold(stepId, file.name));
