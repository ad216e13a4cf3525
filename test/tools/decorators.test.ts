import { expect } from 'chai';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

class Probe extends LitElement {
  @property() label = 'a';
}
customElements.define('decorator-probe', Probe);

describe('the compiler settings', () => {
  it('leave a reactive property to its accessor', async () => {
    const probe = new Probe();
    expect(Object.hasOwn(probe, 'label')).to.equal(false);
    document.body.append(probe);
    await probe.updateComplete;
    probe.label = 'b';
    expect(probe.isUpdatePending).to.equal(true);
    probe.remove();
  });
});
