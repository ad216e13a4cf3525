import type axeCore from 'axe-core';
import 'axe-core/axe.min.js';

// The package is no module: imported, it leaves its one object on the page.
const { axe } = globalThis as unknown as { axe: typeof axeCore };

/** Fails with a readable list where axe finds something wrong in the element. */
export async function expectAccessible(
  element: Element,
  rules: Record<string, { enabled: boolean }> = {},
): Promise<void> {
  // preload would copy style sheets through a style element, which the page's policy forbids.
  const look = () => axe.run(element, { preload: false, rules, resultTypes: ['violations'] });
  // axe loses its way where something is drawn while it looks, as on a slow machine: it looks again, once.
  const { violations } = await look().catch(look);
  if (violations.length === 0) return;
  const list = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      (node) => `${id}: ${help}\n  ${node.target.flat().join(' >>> ')}\n  ${node.failureSummary ?? ''}`,
    ),
  );
  throw new Error(`axe found ${list.length} problem(s):\n${list.join('\n')}`);
}
