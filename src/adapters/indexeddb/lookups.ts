/** What is looked up now and then, by range and index. It comes with the rules: a run is shown without it. */
import type { Facts, Needs, RunEvent } from '../../domain/command.js';
import { allowedParts } from '../../domain/install.js';
import type { Comment, Id, Part, Requirement, Tool, ToolField, Unit, ValueRecord } from '../../domain/run.js';
import { AdapterFault, type Page, type Paged } from '../adapter.js';
import { isMeant, isMeantPart, isMeantTool } from '../embedded/find.js';
import { valueIn } from '../embedded/reading.js';
import type { Database, Transaction } from './database.js';
import { after } from './queries.js';
import { eventOf, upcast, type EventRecord } from './records.js';
import { commentsTopic, valuesTopic } from './written.js';

type Paging = (Page & { newestFirst?: boolean }) | undefined;

/** A page of a run's events, of one topic or all. The cursor is the sequence of the last one given. */
async function page<T>(
  store: Database,
  runId: Id,
  topic: string | undefined,
  { cursor, limit = 50, newestFirst = false }: Paging = {},
  pick: (event: RunEvent) => T,
): Promise<Paged<T>> {
  const [head, found] = await store.read(['heads', 'events'], (transaction) => {
    const events = transaction.objectStore('events');
    const source = topic === undefined ? events : events.index('topic');
    const key = topic === undefined ? [runId] : [runId, topic];
    return Promise.all([
      transaction.objectStore('heads').getKey(runId),
      newestFirst
        ? lastOf(source.openCursor(before(key, cursor), 'prev') as Promise<Cursor | null>, limit + 1)
        : source.getAll(after(...key, Number(cursor ?? 0)), limit + 1),
    ]);
  });
  if (head === undefined) throw new AdapterFault('not-found');
  const items = found.slice(0, limit).map(eventOf);
  return {
    items: items.map(pick),
    ...(found.length > limit && { cursor: String(items.at(-1)!.sequence) }),
  };
}

export const history = (store: Database, runId: Id, paging?: Paging): Promise<Paged<RunEvent>> =>
  page(store, runId, undefined, paging, (event) => event);

export const values = (
  store: Database,
  runId: Id,
  targetId: Id,
  paging?: Paging,
): Promise<Paged<ValueRecord>> =>
  page(store, runId, valuesTopic(targetId), paging, (event) => valueIn(event)!);

export const comments = (store: Database, runId: Id, stepId: Id, paging?: Paging): Promise<Paged<Comment>> =>
  page(store, runId, commentsTopic(stepId), paging, (event) => (event as RunEvent<'commented'>).comment);

/** The tools and parts that a value may name, read in the transaction that records it. */
export async function linkedFacts(
  transaction: Transaction,
  { tools, parts }: Needs,
): Promise<Pick<Facts, 'tools' | 'parts'>> {
  const [foundTools, foundParts] = await Promise.all([
    Promise.all(tools.map((id) => transaction.objectStore('tools').get(id))),
    Promise.all(parts.map((id) => transaction.objectStore('parts').get(id))),
  ]);
  return {
    tools: Object.fromEntries(foundTools.flatMap((one) => (one ? [[one.id, upcast(one).tool]] : []))),
    parts: Object.fromEntries(foundParts.flatMap((one) => (one ? [[one.id, upcast(one).part]] : []))),
  };
}

const before = (key: readonly string[], cursor: string | undefined): IDBKeyRange =>
  IDBKeyRange.bound([...key, -1], [...key, cursor === undefined ? [] : Number(cursor)], false, true);

interface Cursor {
  value: EventRecord;
  continue(): Promise<Cursor | null>;
}

/** The last records of a range, backwards: no more is read of it, however much there is. */
async function lastOf(first: Promise<Cursor | null>, count: number): Promise<EventRecord[]> {
  const found: EventRecord[] = [];
  let cursor = await first;
  while (cursor) {
    found.push(cursor.value);
    cursor = found.length < count ? await cursor.continue() : null;
  }
  return found;
}

export async function findUnits(
  store: Database,
  requirement: Requirement | undefined,
  text: string,
): Promise<Unit[]> {
  const wanted = text.trim();
  const names = new Set(wanted !== '' ? [wanted] : requirement ? allowedParts(requirement) : []);
  const found = await store.read(['units'], (transaction) => {
    const index = transaction.objectStore('units').index('names');
    return Promise.all([...names].map((name) => index.getAll(name.toUpperCase())));
  });
  return found
    .flat()
    .map((record) => upcast(record).unit)
    .filter((unit) => isMeant(unit, requirement, text));
}

export async function findTools(
  store: Database,
  field: ToolField | undefined,
  text: string,
): Promise<Tool[]> {
  const all = await store.read(['tools'], (transaction) => transaction.objectStore('tools').getAll());
  return all.map((record) => upcast(record).tool).filter((tool) => isMeantTool(tool, field, text));
}

export async function findParts(store: Database, text: string): Promise<Part[]> {
  const all = await store.read(['parts'], (transaction) => transaction.objectStore('parts').getAll());
  return all.map((record) => upcast(record).part).filter((part) => isMeantPart(part, text));
}
