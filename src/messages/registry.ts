/** The languages that a page has brought, and which of them applies where. English comes with the elements. */
import type { Messages } from './en.js';

/** A language, or as much of it as a page wants to say in its own way. */
export type Words = { readonly [Name in keyof Messages]?: Partial<Messages[Name]> };

const languages = new Map<string, Words>();
const completed = new WeakMap<object, object>();

const tagOf = (lang: string): string => lang.toLowerCase().replaceAll('_', '-');

/**
 * Adds or replaces a language: `addLanguage('de', de)`. What it has no words for is said in English. To be called before
 * elements are shown: those that are keep their words until they are drawn again.
 */
export function addLanguage(lang: string, words: Words): void {
  languages.set(tagOf(lang), words);
}

// 5,000 fields in one root ask the same question while they render, and each of them several times, so what was found is
// kept for all that render together; a later change is seen by the next rendering.
let langs = new WeakMap<Node, string>();
let forgetting = false;

function nearestLang(element: Element): string {
  let lang = langs.get(element);
  if (lang !== undefined) return lang;
  const near = element.closest('[lang]');
  const root = near ? undefined : element.getRootNode();
  lang = near ? near.getAttribute('lang')! : root instanceof ShadowRoot ? hostLang(root) : '';
  return keep(element, lang);
}

const hostLang = (root: ShadowRoot): string => langs.get(root) ?? keep(root, nearestLang(root.host));

function keep(node: Node, lang: string): string {
  langs.set(node, lang);
  if (!forgetting) {
    forgetting = true;
    queueMicrotask(() => {
      forgetting = false;
      langs = new WeakMap();
    });
  }
  return lang;
}

/** The language tag in force at an element: the nearest `lang`, through shadow roots, else the browser's. */
export const localeOf = (element: Element): string =>
  nearestLang(element).replaceAll('_', '-') || navigator.language || 'en';

/** The words of one slice at an element: those of its language, or the English ones that are given. */
export function words<Name extends keyof Messages>(
  element: Element,
  name: Name,
  english: Messages[Name],
): Messages[Name] {
  if (languages.size === 0) return english;
  const tag = tagOf(localeOf(element));
  const slice = languages.get(tag)?.[name] ?? languages.get(tag.split('-')[0]!)?.[name];
  return slice ? complete<Messages[Name]>(slice, english) : english;
}

/** A language that was made for an earlier version, or says only some of it, says in English what it has no words for. */
function complete<Slice extends object>(slice: Partial<Slice>, english: Slice): Slice {
  let whole = completed.get(slice) as Slice | undefined;
  if (!whole) completed.set(slice, (whole = { ...english, ...slice }));
  return whole;
}
