/** What every language builds in the same way, given its own words. */
import { counted } from './format.js';

/** The entry of a table for a key that may come from outside. */
export const known = <Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** Long foreign text would bury the sentence around it. */
export const clip = (text: string): string => (text.length > 500 ? `${text.slice(0, 499)}…` : text);

/** A word for each status, told by the type parameter; one that is not known is shown as the backend reported it. */
export const statusWords =
  <Status extends string>(table: Readonly<Record<Status, string>>, unknown: (reported: string) => string) =>
  (status: string, reported?: string): string =>
    known<string>(table, status) ?? unknown(clip(reported ?? status));

/** What a template's names stand for; a fact that is not there is empty. */
export type TemplateFacts = Readonly<Record<string, string>>;

/**
 * Fills a template: `{unit} is {state}[: {reason}].` A part in brackets is left out with its fact. Where any other
 * fact is missing, nothing is said at all. Facts are never read as templates.
 */
export function fill(template: string, facts: TemplateFacts): string | undefined {
  const missing: string[] = [];
  const text = template
    .replace(/\[([^\]]*\{(\w+)\}[^\]]*)\]/g, (_, part: string, name: string) => (facts[name] ? part : ''))
    .replace(/\{(\w+)\}/g, (_, name: string) => {
      const fact = facts[name];
      if (!fact) missing.push(name);
      return clip(fact ?? '');
    });
  return missing.length > 0 ? undefined : text;
}

/** A short line for each kind of thing, `{name} is empty`; unknown kinds name themselves. */
export const lines =
  <Kind extends string>(table: Readonly<Record<Kind, string>>) =>
  (kind: string, name: string): string =>
    fill(known<string>(table, kind) ?? `{name}: ${kind}`, { name: name || '—' })!;

/** How many there are of each kind, "3 fields are empty"; unknown kinds name themselves. */
export const countedKinds =
  <Kind extends string>(language: string, table: Readonly<Record<Kind, Parameters<typeof counted>[2]>>) =>
  (kind: string, count: number): string =>
    counted(language, count, known<Parameters<typeof counted>[2]>(table, kind) ?? { other: kind });
