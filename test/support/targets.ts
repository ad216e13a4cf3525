/** What can be pressed on a page, how large it is, and how far away from what can be pressed beside it. */

export interface Target {
  element: Element;
  /** Where a finger may land: the control with its label, and what reaches beyond it. */
  box: DOMRect;
}

const pressed = [
  'a[href]',
  'button',
  'input:not([type=hidden])',
  'select',
  'textarea',
  'summary',
  '[role=button]',
  '[role=option]',
  '[role=menuitem]',
  '[role=link]',
  '[role=tab]',
  '[role=switch]',
  '[role=gridcell]',
].join();

function* deep(root: Element | ShadowRoot): Generator<Element> {
  for (const one of root.querySelectorAll('*')) {
    yield one;
    if (one.shadowRoot) yield* deep(one.shadowRoot);
  }
}

const union = (a: DOMRect, b: DOMRect): DOMRect => {
  const [left, top] = [Math.min(a.left, b.left), Math.min(a.top, b.top)];
  return new DOMRect(left, top, Math.max(a.right, b.right) - left, Math.max(a.bottom, b.bottom) - top);
};

/** An element of its own in the tree that is shown: what stands around it, through shadow roots and slots. */
function* outward(element: Element): Generator<Element> {
  for (
    let at: Element | null = element;
    at;
    at = at.assignedSlot ?? at.parentElement ?? (at.getRootNode() as ShadowRoot).host ?? null
  )
    yield at;
}

/** What lies beyond an element by `::after` without a place of its own. */
function reach(element: Element, box: DOMRect): DOMRect {
  const after = getComputedStyle(element, '::after');
  if (after.position !== 'absolute' || after.content === 'none') return box;
  const inset = (side: string): number => parseFloat(after.getPropertyValue(side)) || 0;
  const [top, right, bottom, left] = ['top', 'right', 'bottom', 'left'].map(inset) as [
    number,
    number,
    number,
    number,
  ];
  return new DOMRect(box.left + left, box.top + top, box.width - left - right, box.height - top - bottom);
}

function boxOf(element: Element): DOMRect {
  let box = reach(element, element.getBoundingClientRect());
  if (!(element instanceof HTMLInputElement)) return box;
  for (const label of element.labels ?? []) {
    if (!label.checkVisibility()) continue;
    const rect = label.getBoundingClientRect();
    // Of a text control the label beside it is read, and not what is aimed at.
    if (/^(checkbox|radio|file)$/.test(element.type)) {
      box = isHidden(element) ? rect : union(box, rect);
    }
  }
  return box;
}

function isHidden(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width <= 1 || height <= 1 || getComputedStyle(element).opacity === '0';
}

/** A link in a sentence is as high as its line (WCAG 2.5.5). */
const isInSentence = (element: Element): boolean =>
  element instanceof HTMLAnchorElement &&
  getComputedStyle(element).display === 'inline' &&
  (element.parentElement?.textContent ?? '').trim() !== element.textContent.trim();

const isPressable = (element: Element): boolean =>
  element.matches(pressed) &&
  element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
  !(element as HTMLButtonElement).disabled &&
  !(element instanceof HTMLInputElement && element.readOnly && element.tabIndex < 0) &&
  !element.closest('[inert]') &&
  !isInSentence(element);

/** All of them in the elements below this one, in the order of the page. What the page itself has is its own matter. */
export function targetsIn(host: Element): Target[] {
  const found: Target[] = [];
  for (const element of deep(host)) {
    if (!(element.getRootNode() instanceof ShadowRoot) || !isPressable(element)) continue;
    const box = boxOf(element);
    // What is there for a screen reader alone is not aimed at.
    if (box.width <= 1 || box.height <= 1) continue;
    found.push({ element, box });
  }
  return found;
}

export const nameOf = (element: Element): string => {
  const name =
    element.getAttribute('aria-label') ??
    ((element as HTMLInputElement).labels?.[0]?.textContent || element.textContent || '').trim();
  const host = (element.getRootNode() as ShadowRoot).host as Element | undefined;
  const looks = element.classList.length > 0 ? `.${[...element.classList].join('.')}` : '';
  return `${host?.localName ?? ''} ${element.localName}${looks} “${name.replace(/\s+/g, ' ').slice(0, 40)}”`;
};

/** Those that are smaller than this, in words. */
export const tooSmall = (targets: readonly Target[], least: number): string[] =>
  targets
    .filter(({ box }) => box.width < least - 0.1 || box.height < least - 0.1)
    .map(({ element, box }) => `${nameOf(element)}: ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`);

/** What of a box is to be seen: a list that scrolls cuts off the rest. */
function seen({ element, box }: Target): DOMRect | undefined {
  let { left, top, right, bottom } = box;
  for (const one of outward(element)) {
    if (one === element || getComputedStyle(one).overflowY === 'visible') continue;
    const around = one.getBoundingClientRect();
    [left, top] = [Math.max(left, around.left), Math.max(top, around.top)];
    [right, bottom] = [Math.min(right, around.right), Math.min(bottom, around.bottom)];
  }
  return right > left && bottom > top ? new DOMRect(left, top, right - left, bottom - top) : undefined;
}

/** What an element lies on: a dialog, an open popover, what sticks over the page while that scrolls; else the page. */
function layerOf(element: Element): Element | undefined {
  for (const one of outward(element)) {
    if (one.matches('dialog, [popover]')) return one;
    const { position } = getComputedStyle(one);
    if (position === 'sticky' || position === 'fixed') return one;
  }
  return undefined;
}

const isAround = (outer: Element, inner: Element): boolean => [...outward(inner)].includes(outer);

/** A cell that has become its editor, a label with what it labels. */
const isOne = (a: Element, b: Element): boolean => isAround(a, b) || isAround(b, a);

/** Those that are nearer to each other than this, in words. */
export function tooNear(all: readonly Target[], least: number): string[] {
  const targets = all.flatMap((target) => {
    const box = seen(target);
    return box ? [{ ...target, box }] : [];
  });
  const layers = new Map(targets.map(({ element }) => [element, layerOf(element)]));
  const found: string[] = [];
  for (let i = 0; i < targets.length; i += 1) {
    const a = targets[i]!;
    for (let j = i + 1; j < targets.length; j += 1) {
      const b = targets[j]!;
      const across = Math.max(a.box.left, b.box.left) - Math.min(a.box.right, b.box.right);
      const down = Math.max(a.box.top, b.box.top) - Math.min(a.box.bottom, b.box.bottom);
      const gap = Math.max(across, down);
      if (gap >= least - 0.1) continue;
      if (layers.get(a.element) !== layers.get(b.element) || isOne(a.element, b.element)) continue;
      found.push(`${gap.toFixed(1)} between ${nameOf(a.element)} and ${nameOf(b.element)}`);
    }
  }
  return found;
}

/** How far the page, or one of its elements, goes beyond its width. */
export function overflowing(host: HTMLElement): string[] {
  const width = document.documentElement.clientWidth;
  const { scrollWidth } = document.documentElement;
  if (scrollWidth <= width) return [];
  const culprits = [...deep(host)]
    .filter((one) => one.getBoundingClientRect().right > width + 0.5 && one.checkVisibility())
    .slice(-3)
    .map((one) => `${one.localName}.${one.classList.value}`);
  return [`${scrollWidth} wide on ${width}: ${culprits.join(', ')}`];
}
