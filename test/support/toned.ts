// A message in the color of its tone, whatever sheets an element has and in which order.
import { expect } from 'chai';

function* rooms(root: ParentNode): Generator<ParentNode> {
  yield root;
  for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) yield* rooms(shadowRoot);
}

/** What is wrong is never as quiet as a hint. */
export function expectToned(host: HTMLElement): void {
  for (const room of rooms(host))
    for (const message of room.querySelectorAll('.message.toned')) {
      const probe = document.createElement('i');
      probe.style.color = 'var(--_tone, currentcolor)';
      message.append(probe);
      const [is, isToBe] = [message, probe].map((one) => getComputedStyle(one).color);
      probe.remove();
      expect(is, `the color of “${message.textContent.trim()}”`).to.equal(isToBe);
    }
}
