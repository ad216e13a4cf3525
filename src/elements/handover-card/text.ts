/** A hand-over as plain text, for a message or a log book. */
import type { Handover } from '../../domain/handover.js';
import { handover as handoverWords } from '../../messages/en/handover.js';
import { words } from '../../messages/registry.js';
import type { Lines } from './lines.js';

export function asText(host: Element, title: string, given: Handover, lines: Lines): string {
  const texts = words(host, 'handover', handoverWords);
  const section = (name: string, all: readonly string[]): readonly string[] =>
    all.length === 0 ? [] : ['', `${name} (${all.length})`, ...all.map((line) => `- ${line}`)];
  const withDetail = (what: string, detail: string): string => (detail ? `${what} (${detail})` : what);
  return [
    title,
    ...(given.since === undefined ? [] : [texts.since(lines.when(given.since))]),
    ...[...lines.lists, lines.later].flatMap((list) =>
      section(
        list.title,
        list.lines().map(({ what, detail }) => withDetail(what, detail)),
      ),
    ),
    ...section(
      texts.next,
      given.next.map(({ stepId }) => lines.step(stepId)),
    ),
    ...section(
      texts.present,
      lines.present.lines().map(({ what, detail }) => `${what}: ${detail}`),
    ),
    ...section(
      texts.comments,
      given.comments.map(({ stepId, by, at, text }) =>
        withDetail(text, [lines.step(stepId), texts.by([lines.person(by)], lines.when(at))].join(' · ')),
      ),
    ),
  ].join('\n');
}

/** Into the clipboard. A page that came without encryption has only the old way. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  const focused = document.activeElement as HTMLElement | null;
  area.value = text;
  area.readOnly = true;
  area.setAttribute('aria-hidden', 'true');
  // In the light of the page, and out of its sight.
  area.style.setProperty('position', 'fixed');
  area.style.setProperty('inset-block-start', '-100vh');
  document.body.append(area);
  try {
    area.select();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the one way without encryption
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    focused?.focus();
  }
}
