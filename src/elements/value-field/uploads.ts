/** Files on their way to the backend. They belong to the session, so they outlive a field that scrolls away. */
import { toFault, type AdapterFault } from '../../adapters/adapter.js';
import type { FileRef, Id } from '../../domain/run.js';
import type { RunSession } from '../../session.js';

export interface Upload {
  file: File;
  /** From 0 to 1. */
  part: number;
  fault?: AdapterFault;
}

export class Uploads {
  readonly #session: RunSession;
  readonly #stops = new Map<Upload, AbortController>();
  /** Set by whoever shows them last. */
  changed: () => void = () => undefined;
  done: (file: FileRef) => void = () => undefined;

  constructor(session: RunSession) {
    this.#session = session;
  }

  get all(): readonly Upload[] {
    return [...this.#stops.keys()];
  }

  add(files: Iterable<File>): void {
    for (const file of files) void this.#send({ file, part: 0 });
  }

  retry(upload: Upload): void {
    delete upload.fault;
    upload.part = 0;
    void this.#send(upload);
  }

  cancel(upload: Upload): void {
    this.#stops.get(upload)?.abort();
    this.#stops.delete(upload);
    this.changed();
  }

  async #send(upload: Upload): Promise<void> {
    const stop = new AbortController();
    this.#stops.set(upload, stop);
    this.changed();
    const onProgress = (part: number): void => {
      upload.part = part;
      this.changed();
    };
    try {
      const ref = await this.#session.adapter.putFile!(upload.file, { signal: stop.signal, onProgress });
      if (!this.#stops.delete(upload)) return;
      this.done(ref);
    } catch (error) {
      if (!this.#stops.has(upload)) return;
      upload.fault = toFault(error);
    }
    this.changed();
  }
}

const sessions = new WeakMap<RunSession, Map<Id, Uploads>>();

export function uploadsOf(session: RunSession, fieldId: Id): Uploads {
  const fields = sessions.get(session) ?? new Map<Id, Uploads>();
  sessions.set(session, fields);
  const uploads = fields.get(fieldId) ?? new Uploads(session);
  fields.set(fieldId, uploads);
  return uploads;
}
