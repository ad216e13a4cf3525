import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import { later, type Later } from '../../src/elements/later.js';
import { ShellElement } from '../../src/elements/shell-element.js';

type Drawing = { styles: []; text: string };

let connected = false;
let part: Later<Drawing>;

class TestShell extends ShellElement<Drawing> {
  protected override readonly drawing = part;
  protected override get followed(): readonly string[] {
    return [];
  }
  protected override draw({ text }: Drawing): TemplateResult {
    return html`<h2 tabindex="-1">${text}</h2>`;
  }
}
customElements.define('test-shell', TestShell);

let element: TestShell;
let asked: number;

async function show(): Promise<void> {
  asked = 0;
  part = later(async () => {
    asked += 1;
    await Promise.resolve();
    if (!connected) throw new TypeError('Failed to fetch dynamically imported module');
    return { styles: [], text: 'drawn' };
  });
  element = new TestShell();
  document.body.append(element);
  await settled();
}

const settled = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
};
const root = (): ShadowRoot => element.shadowRoot!;

afterEach(() => element.remove());

describe('what an element draws loads beside the run', () => {
  it('is asked for once, and drawn when it is there', async () => {
    connected = true;
    await show();
    expect(root().textContent).to.contain('drawn');
    expect(asked).to.equal(1);
  });

  it('that it could not be loaded is told, and trying again draws it with the focus there', async () => {
    connected = false;
    await show();
    const alert = root().querySelector('[role=alert]')!;
    expect(alert.textContent).to.not.equal('');
    expect(asked, 'not asked for again at once').to.equal(1);
    connected = true;
    const button = alert.querySelector('button')!;
    button.focus();
    button.click();
    await settled();
    expect(root().querySelector('[role=alert]')).to.equal(null);
    expect(root().activeElement?.localName).to.equal('h2');
  });

  it('an element that comes later than the part is drawn at once', async () => {
    connected = true;
    await show();
    element.remove();
    element = new TestShell();
    document.body.append(element);
    await element.updateComplete;
    expect(root().textContent).to.contain('drawn');
  });
});
