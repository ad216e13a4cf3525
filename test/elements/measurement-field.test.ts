import { expect } from 'chai';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { define } from '../../src/define.js';
import type { MeasurementField } from '../../src/elements/measurement-field/measurement-field.js';
import { createRunSession, type RunSession } from '../../src/session.js';
import { bigRun } from '../../src/testing/big-run.js';

define();

describe('measurement-field', () => {
  it('R30: judges a value when it is saved', async () => {
    const run = bigRun({ fields: 10 });
    const adapter = memoryAdapter({ runs: [run] });
    const step = run.steps[0]!;
    const session: RunSession = createRunSession({ adapter, runId: run.id, person: run.people[0]!.id });
    await new Promise<void>((resolve) => session.follow('', resolve));
    if (step.status === 'todo') await session.execute({ type: 'start-step', stepId: step.id });
    const field = step.fields.find(({ type }) => type === 'number')!;
    const element = document.createElement('measurement-field') as MeasurementField;
    element.session = session;
    element.fieldId = field.id;
    document.body.append(element);
    await element.updateComplete;
    const input = element.shadowRoot!.querySelector('input')!;
    input.value = '99999';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await new Promise<void>((resolve) => {
      const stop = session.observe((news) => {
        if (news.kind === 'events') resolve(stop());
      });
    });
    await element.updateComplete;
    expect(element.matches(':state(out-of-range)')).to.equal(true);
    expect(element.shadowRoot!.textContent).to.contain('Too high');
    element.remove();
  });
});
