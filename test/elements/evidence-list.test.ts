import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { AdapterFault, type Adapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { define } from '../../src/define.js';
import type { Evidence, Person, Run, Step } from '../../src/domain/run.js';
import type { EvidenceList } from '../../src/elements/evidence-list/evidence-list.js';
import { roverPeople } from '../../src/testing/rover-people.js';
import { expectAccessible } from '../support/axe.js';
import { pngOf, transferOf } from '../support/files.js';
import {
  benchOf,
  buttonNamed,
  pressNamed,
  runOf,
  shownText,
  stepId,
  until,
  type Bench,
} from '../support/fields.js';

define();

let element: EvidenceList;
let bench: Bench;
const root = (): ShadowRoot => element.shadowRoot!;
const named = (name: string): HTMLButtonElement | undefined => buttonNamed(element, name);
const press = (name: string): Promise<void> => pressNamed(element, name);
const step = (): Step => bench.session.run!.steps[0]!;
const evidence = (): readonly Evidence[] => step().evidence ?? [];
const pending = (): readonly string[] =>
  bench.session
    .blockers(stepId)
    .filter(({ kind }) => kind === 'upload-pending')
    .map(({ targetId }) => targetId);

const attached: Evidence = {
  id: 'e1',
  file: { id: 'file-1', name: 'weld.pdf', type: 'application/pdf', size: 81_000 },
  by: roverPeople.lead.id,
  at: '2026-11-20T09:00:00.000Z',
};
const runWith = (...evidence: Evidence[]): Run => {
  const run = runOf([]);
  return { ...run, steps: run.steps.map((one) => ({ ...one, evidence })) };
};

async function show(
  run: Run,
  change: Partial<Adapter> = {},
  person: Person = roverPeople.technician,
): Promise<void> {
  bench = benchOf(run, { change, person });
  await until(() => bench.session.status === 'ready');
  element = Object.assign(document.createElement('evidence-list'), {
    lang: 'en',
    session: bench.session,
    stepId,
  });
  document.body.append(element);
  await until(() => root().querySelector('section'));
}
function choose(...files: File[]): void {
  const input = root().querySelector<HTMLInputElement>('[name=files]')!;
  input.files = transferOf(files).files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
const caption = (name: string): HTMLInputElement | null =>
  root().querySelector(`input[aria-label="Caption of ${name}"]`);

describe('evidence-list', () => {
  afterEach(() => element.remove());

  it('is revealed for an upload in it, and leaves its step to what shows the step', async () => {
    await show(runWith());
    choose(await pngOf('left.png'));
    await until(() => caption('left.png'));
    expect(bench.session.reveal(stepId)).to.equal(false);
    expect(root().activeElement).to.equal(null);
    expect(bench.session.reveal('left.png')).to.equal(true);
    expect(root().activeElement).not.to.equal(null);
  });

  it('R41: a photo is attached with its caption, and listed with its picture, size, person and time', async () => {
    await show(runWith());
    expect(shownText(element)).to.contain('Nothing attached yet.');
    choose(await pngOf('left.png'));
    await until(() => caption('left.png'));
    caption('left.png')!.focus();
    await sendKeys({ type: 'Left corner after deburring' });
    expect(evidence()).to.deep.equal([]);
    await sendKeys({ press: 'Enter' });
    await until(() => evidence().length === 1 && root().querySelector('canvas'));
    expect(evidence()[0]).to.include({ caption: 'Left corner after deburring', by: 'technician' });
    expect(evidence()[0]!.file).to.include({ name: 'left.png', type: 'image/png' });
    expect(named('Open Left corner after deburring')).not.to.equal(undefined);
    expect(shownText(element)).to.contain('left.png · Attached by Amara Osei');
    expect(pending()).to.deep.equal([]);
    expect(root().activeElement).not.to.equal(null);
  });

  it('R41: several are attached at once; a caption is optional; the step waits for what is not attached yet', async () => {
    await show(runWith());
    choose(await pngOf('a.png'), await pngOf('b.png'));
    await until(() => caption('b.png'));
    expect(pending()).to.deep.equal(['a.png', 'b.png']);
    await press('Attach 2 files');
    await until(() => evidence().length === 2);
    expect(evidence().map(({ file }) => file.name)).to.deep.equal(['a.png', 'b.png']);
    await until(() => pending().length === 0);
  });

  it('shows what is attached as soon as the run has come', async () => {
    let give: (run: Run) => void = () => undefined;
    const promise = new Promise<Run>((resolve) => (give = resolve));
    const adapter = { ...memoryAdapter(), load: () => promise };
    element = Object.assign(document.createElement('evidence-list'), {
      lang: 'en',
      adapter,
      runId: 'run',
      person: 'lead',
      stepId,
    });
    document.body.append(element);
    await element.updateComplete;
    give(runWith(attached));
    await until(() => named('Open weld.pdf'));
  });

  it('one that was chosen by mistake is given up before it is attached', async () => {
    await show(runWith());
    choose(await pngOf('a.png'));
    await press('Give up a.png');
    await until(() => pending().length === 0 && !caption('a.png'));
    expect(bench.events).to.deep.equal([]);
  });

  it('what was refused or could not be sent says so, keeps the file, and is tried again', async () => {
    let tries = 0;
    await show(runWith());
    const execute = bench.adapter.execute.bind(bench.adapter);
    bench.adapter.execute = (...given) =>
      ++tries > 1 ? execute(...given) : Promise.reject(new AdapterFault('offline'));
    choose(await pngOf('a.png'));
    await press('Attach');
    await until(() => shownText(element).includes('Not attached. There is no connection.'));
    expect(pending()).to.deep.equal(['a.png']);
    await press('Try again');
    await until(() => evidence().length === 1 && pending().length === 0);
  });

  it('evidence is removed with a reason only, and stays listed with who removed it and why', async () => {
    await show(runWith(attached));
    await press('Remove weld.pdf');
    await until(() => root().activeElement?.localName === 'input');
    await sendKeys({ press: 'Enter' });
    expect(bench.events).to.deep.equal([]);
    await sendKeys({ type: 'Shows another unit' });
    await sendKeys({ press: 'Enter' });
    await until(() => evidence()[0]!.removed);
    expect(evidence()[0]!.removed).to.include({ reason: 'Shows another unit', by: 'technician' });
    await until(() => root().querySelector('details'));
    root().querySelector('summary')!.click();
    expect(root().querySelector('s')!.textContent).to.equal('weld.pdf');
    expect(shownText(element)).to.contain('1 file removed').and.to.contain('Reason: Shows another unit');
  });

  it('Escape gives the removal up, and the focus goes back', async () => {
    await show(runWith(attached));
    await press('Remove weld.pdf');
    await until(() => root().activeElement?.localName === 'input');
    await sendKeys({ press: 'Escape' });
    await until(() => root().activeElement === named('Remove weld.pdf'));
  });

  it('R43: who may not work here reads and opens, and changes nothing', async () => {
    await show(runWith(attached), {}, roverPeople.customer);
    expect(named('Open weld.pdf')).not.to.equal(undefined);
    expect(named('Remove weld.pdf')).to.equal(undefined);
    expect(named('Choose files')).to.equal(undefined);
  });

  it('says so where the backend takes no files', async () => {
    await show(runWith(attached));
    delete bench.adapter.putFile;
    element.requestUpdate();
    await until(() => shownText(element).includes('takes no files'));
  });

  it('is accessible with all it can show', async () => {
    const removed = { reason: 'Blurred', by: 'lead', at: '2026-11-20T10:00:00.000Z' };
    await show(runWith(attached, { ...attached, id: 'e2', caption: 'Weld 2', removed }));
    choose(await pngOf('a.png'));
    await until(() => caption('a.png'));
    await press('Remove weld.pdf');
    root().querySelector('summary')!.click();
    await expectAccessible(element);
  });
});
