/** Finds the tool, person or part that is meant at a field: what was typed, scanned or asked for as a list. */
import { toFault, type AdapterFault } from '../../adapters/adapter.js';
import type { RefusalDetail } from '../../domain/command.js';
import { linked } from '../../domain/link.js';
import {
  rolesOf,
  type Field,
  type Link,
  type Part,
  type PartField,
  type Person,
  type PersonField,
  type Run,
  type Tool,
  type ToolField,
} from '../../domain/run.js';
import { readLabel } from '../../scan/label.js';
import type { RunSession } from '../../session.js';

export type LinkField = ToolField | PersonField | PartField;
export type Thing =
  { type: 'tool'; thing: Tool } | { type: 'person'; thing: Person } | { type: 'part'; thing: Part };

/** Something that may be meant; with `problem` it may not be chosen. */
export type Candidate = Thing & { link: Link; problem?: RefusalDetail };

export type How = 'scanned' | 'typed';
/** What a look-up is doing. The text is what was read or typed; none lists what the field may take. */
export type Looking =
  | { doing: 'nothing' }
  | { doing: 'finding'; text: string; how: How }
  | { doing: 'found'; text: string; how: How; found: readonly Candidate[] }
  | { doing: 'failed'; text: string; how: How; fault: AdapterFault };

export const isLinkField = (field: Field): field is LinkField =>
  field.type === 'tool' || field.type === 'person' || field.type === 'part';

/** Everything that names a thing by itself. */
export function namesOf({ type, thing }: Thing): readonly (string | undefined)[] {
  if (type === 'tool') return [thing.id, thing.serial];
  return type === 'person' ? [thing.id, thing.name] : [thing.id, thing.partNumber, thing.gtin];
}

const upper = (text: string): string => text.trim().toUpperCase();
/** Long lists are narrowed by any of these. */
function textsOf({ type, thing }: Thing): readonly string[] {
  if (type === 'tool') return [thing.serial, thing.name, thing.partNumber];
  return type === 'person' ? [thing.name, ...thing.roles] : [thing.partNumber, thing.description];
}

async function tools(session: RunSession, field: ToolField, texts: readonly string[]): Promise<Thing[]> {
  const { adapter } = session;
  const find = async (text: string): Promise<readonly Tool[]> =>
    (await adapter.findTools?.(field, text)) ?? [];
  const named = (await Promise.all(texts.map(find))).flat();
  // A backend finds what is named; what is typed so far narrows the list as well.
  const listed = (await find('')).map((thing): Thing => ({ type: 'tool', thing }));
  const [wanted = ''] = texts;
  return [
    ...named.map((thing): Thing => ({ type: 'tool', thing })),
    ...listed.filter((one) => textsOf(one).some((text) => upper(text).includes(upper(wanted)))),
  ];
}

/** Who is meant; without a text whoever has the role. */
function people(run: Run, { role }: PersonField, texts: readonly string[]): Thing[] {
  return run.people
    .filter(
      (person) =>
        texts.some((text) =>
          [...textsOf({ type: 'person', thing: person }), person.id].some((one) =>
            upper(one).includes(upper(text)),
          ),
        ) ||
        (texts.length === 0 && (role === undefined || rolesOf(run, person).has(role))),
    )
    .map((thing) => ({ type: 'person', thing }));
}

async function parts({ adapter }: RunSession, texts: readonly string[]): Promise<Thing[]> {
  const find = async (text: string): Promise<readonly Part[]> => (await adapter.findParts?.(text)) ?? [];
  const found = await Promise.all((texts.length > 0 ? texts : ['']).map(find));
  return found.flat().map((thing) => ({ type: 'part', thing }));
}

/** What a text may mean at a field, what can be chosen first. A scan may be a label that says more than a name. */
export async function candidates(
  session: RunSession,
  field: LinkField,
  text: string,
  how: How,
): Promise<readonly Candidate[]> {
  const texts = await namesIn(session, text, how);
  const run = session.run!;
  const things =
    field.type === 'tool'
      ? await tools(session, field, texts)
      : field.type === 'person'
        ? people(run, field, texts)
        : await parts(session, texts);
  const at = new Date().toISOString();
  const byId = new Map<string, Candidate>();
  for (const one of things) {
    const { type, thing } = one;
    if (byId.has(thing.id)) continue;
    const facts = {
      ...(type === 'tool' && { tools: { [thing.id]: thing } }),
      ...(type === 'part' && { parts: { [thing.id]: thing } }),
    };
    const name = type === 'part' ? thing.description : thing.name;
    const judged = linked(field, { id: thing.id, name }, { run, at, facts });
    byId.set(thing.id, {
      ...one,
      ...('problem' in judged
        ? { link: { id: thing.id, name }, problem: judged.problem }
        : { link: judged.value as Link }),
    });
  }
  const all = [...byId.values()];
  return [...all.filter((one) => !one.problem), ...all.filter((one) => one.problem)];
}

async function namesIn({ scanPatterns }: RunSession, text: string, how: How): Promise<readonly string[]> {
  if (text.trim() === '') return [];
  if (how === 'typed') return [text.trim()];
  const { uid, serial, partNumber, gtin, body } = await readLabel(text, scanPatterns);
  const named = [uid, serial].filter((name) => name !== undefined);
  if (named.length > 0) return named;
  return [partNumber, gtin, body ?? text.trim()].filter((name) => name !== undefined);
}

/** Those that a text names, to the letter: with one of them nothing is left to ask. */
export async function named(
  session: RunSession,
  found: readonly Candidate[],
  text: string,
  how: How,
): Promise<readonly Candidate[]> {
  const names = (await namesIn(session, text, how)).map(upper);
  return found.filter((one) =>
    namesOf(one).some((name) => name !== undefined && names.includes(upper(name))),
  );
}

/** What goes on at one field of one element. */
export class LinkFinder {
  looking: Looking = { doing: 'nothing' };
  /** How many of what was found are listed. */
  listed = 0;
  readonly #changed: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get isOpen(): boolean {
    return this.looking.doing !== 'nothing';
  }

  close(): void {
    clearTimeout(this.#timer);
    if (!this.isOpen) return;
    this.looking = { doing: 'nothing' };
    this.#changed();
  }

  /** Once nobody has typed for a moment. */
  soon(session: RunSession, field: LinkField, text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(session, field, text, 'typed'), 200);
  }

  more(): void {
    this.listed += listedMore;
    this.#changed();
  }

  /** Resolves to the only one that was named, if so and if nobody has asked for something else meanwhile. */
  async look(session: RunSession, field: LinkField, text: string, how: How): Promise<Candidate | undefined> {
    clearTimeout(this.#timer);
    const looking: Looking = { doing: 'finding', text, how };
    this.looking = looking;
    this.listed = listedMore;
    this.#changed();
    try {
      const found = await candidates(session, field, text, how);
      const [one, ...others] = text === '' ? [] : await named(session, found, text, how);
      if (this.looking !== looking) return undefined;
      this.looking = { doing: 'found', text, how, found };
      this.#changed();
      return others.length === 0 ? one : undefined;
    } catch (error) {
      if (this.looking === looking) this.looking = { doing: 'failed', text, how, fault: toFault(error) };
      this.#changed();
      return undefined;
    }
  }
}

const listedMore = 8;
