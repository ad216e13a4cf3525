import { expect } from 'chai';
import { expectAccessible } from '../support/axe.js';

describe('expectAccessible', () => {
  const host = document.createElement('main');
  before(() => document.body.append(host));
  after(() => host.remove());

  it('names what is wrong, also inside a shadow root', async () => {
    const inner = document.createElement('div');
    inner.attachShadow({ mode: 'open' }).append(document.createElement('input'));
    host.replaceChildren(inner);
    const problem = await expectAccessible(host).catch((error: unknown) => String(error));
    expect(problem).to.contain('label: ').and.to.contain('input');
  });

  it('lets through what is right', async () => {
    const label = document.createElement('label');
    label.append('Width ', document.createElement('input'));
    host.replaceChildren(label);
    await expectAccessible(host);
  });
});
