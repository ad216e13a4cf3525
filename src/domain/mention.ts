/** Who is meant in a comment: `@` and a name, as it is typed or picked from the people of the run. */
import type { Comment, Id, Person, Run } from './run.js';
import { findPerson } from './record.js';

/** A part of a text; one that names a person says whom. */
export interface TextPart {
  text: string;
  personId?: Id;
}

const wordy = /[\p{L}\p{N}]/u;
const isWordy = (character: string | undefined): boolean => character !== undefined && wordy.test(character);

interface Named {
  at: number;
  end: number;
  people: readonly Person[];
}

/** Where people are named, the longest name first, so that `@Ada Lee` is not `@Ada`. */
function* namedIn(text: string, people: readonly Person[]): Generator<Named> {
  if (!text.includes('@')) return;
  const byLength = people
    .filter(({ name }) => name.trim() !== '')
    .sort((a, b) => b.name.length - a.name.length);
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    // What follows a letter is an address.
    if (isWordy(text[at - 1])) continue;
    const begins = ({ name }: Person): boolean => {
      const end = at + 1 + name.length;
      return (
        text.slice(at + 1, end).toLowerCase() === name.toLowerCase() &&
        !isWordy(String.fromCodePoint(text.codePointAt(end) ?? 32))
      );
    };
    const first = byLength.find(begins);
    if (!first) continue;
    const end = at + 1 + first.name.length;
    yield { at, end, people: byLength.filter((one) => one.name.length === first.name.length && begins(one)) };
  }
}

/**
 * The people whom a text names. Of several with one name those count who were picked; where none was, all of them, so
 * that nobody is left out.
 */
export function mentionsIn(
  text: string,
  people: readonly Person[],
  picked: ReadonlySet<Id> = new Set(),
): readonly Id[] {
  const ids = new Set<Id>();
  for (const named of namedIn(text, people)) {
    const chosen = named.people.filter(({ id }) => picked.has(id));
    for (const { id } of chosen.length > 0 ? chosen : named.people) ids.add(id);
  }
  return [...ids];
}

/** A comment's text in parts, with those that name the people whom it mentions marked. */
export function textParts(run: Run, { text, mentions = [] }: Pick<Comment, 'text' | 'mentions'>): TextPart[] {
  const people = mentions.flatMap((id) => findPerson(run, id) ?? []);
  const parts: TextPart[] = [];
  let from = 0;
  for (const { at, end, people: named } of namedIn(text, people)) {
    if (at > from) parts.push({ text: text.slice(from, at) });
    parts.push({ text: text.slice(at, end), personId: named[0]!.id });
    from = end;
  }
  if (from < text.length || parts.length === 0) parts.push({ text: text.slice(from) });
  return parts;
}

export const isFor = ({ mentions }: Pick<Comment, 'mentions'>, personId: Id): boolean =>
  mentions?.includes(personId) ?? false;

/** What is being typed after the last `@` before the caret, if a name may be: at most a few words. */
export function mentionAt(text: string, caret: number): { at: number; typed: string } | undefined {
  const before = text.slice(0, caret);
  const at = before.lastIndexOf('@');
  if (at < 0 || isWordy(before[at - 1])) return undefined;
  const typed = before.slice(at + 1);
  return typed.length > 60 || /^\s|[\n@]/.test(typed) ? undefined : { at, typed };
}

/** The people whose name, or a word of it, begins with what is typed; then those that have it anywhere. */
export function peopleNamed(people: readonly Person[], typed: string): readonly Person[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return people;
  const begins = ({ name }: Person): boolean =>
    ` ${name.toLowerCase()}`
      .split(/(?=\s)/)
      .some((_, at, words) => words.slice(at).join('').trim().startsWith(wanted));
  const has = ({ name }: Person): boolean => name.toLowerCase().includes(wanted);
  return [...people.filter(begins), ...people.filter((one) => !begins(one) && has(one))];
}
