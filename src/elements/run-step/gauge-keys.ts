/** Readings of a gauge that types like a keyboard, in a step: told from scans, and put where they belong. */
import type { Step } from '../../domain/run.js';
import { readWedge } from '../../gauges/ascii.js';
import type { RunSession } from '../../session.js';
import { focusedField } from '../focused-field.js';
import type { GaugeLink, Host, Note } from '../gauge-connection/link.js';
import { later } from '../later.js';

const link = later(() => import('../gauge-connection/link.js'));

export class GaugeKeys {
  #link: GaugeLink | undefined;
  readonly #host: Host;
  readonly #tell: (note: Note) => void;

  /** `host` says at each reading which session and step it is for. */
  constructor(host: Host, tell: (note: Note) => void) {
    this.#host = host;
    this.#tell = tell;
  }

  /**
   * Takes a burst that is a reading. At a measurement that has the focus every number is; elsewhere in a step that
   * takes parts it may be the name of one, and is left to them.
   */
  take(text: string, session: RunSession, step: Step): boolean {
    const reading = readWedge(text);
    if (!reading) return false;
    const focused = focusedField(session);
    const target = focused === undefined ? undefined : session.target(focused);
    const measuring = target?.kind === 'field' && target.field.type === 'number';
    const ours = step.requirements.length === 0 && step.fields.some(({ type }) => type === 'number');
    if (!measuring && !ours) return false;
    const put = (): void => {
      const loaded = link(put);
      if (loaded) this.#tell((this.#link ??= new loaded.GaugeLink(this.#host)).take(reading));
    };
    put();
    return true;
  }
}
