import { expect } from 'chai';
import { AdapterFault, type Adapter } from '../../src/adapters/adapter.js';
import { define } from '../../src/define.js';
import type { FileRef, ValueField as AnyValueField } from '../../src/domain/run.js';
import type { ValueField } from '../../src/elements/value-field/value-field.js';
import * as seed from '../../src/testing/seed.js';
import { expectAccessible } from '../support/axe.js';
import { jpegOf, pngOf, transferOf } from '../support/files.js';
import {
  benchOf,
  buttonNamed,
  mount,
  pressNamed,
  runOf,
  shownText,
  stepId,
  until,
  type Bench,
} from '../support/fields.js';

define();

let element: ValueField;
const root = (): ShadowRoot => element.shadowRoot!;
const named = (name: string): HTMLButtonElement | undefined => buttonNamed(element, name);
const press = (name: string): Promise<void> => pressNamed(element, name);
const recorded = ({ session }: Bench): readonly FileRef[] =>
  ((session.run!.steps[0]!.fields[0] as AnyValueField).record?.value ?? []) as readonly FileRef[];
const saved = (bench: Bench, count: number): Promise<void> =>
  until(() => recorded(bench).length === count && !element.matches(':state(submitting)'));

async function show(change: Partial<Adapter> = {}): Promise<Bench> {
  const bench = benchOf(runOf([seed.file('f', 'Photos')]), { change });
  element = await mount('value-field', bench.session, 'f');
  await until(() => named('Choose files'));
  return bench;
}
function choose(...files: File[]): void {
  const input = root().querySelector<HTMLInputElement>('[name=files]')!;
  input.files = transferOf(files).files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
const plain = (name: string): File => new File(['Torque log\n'], name, { type: 'text/csv' });

/** Uploads that end when they are told to. */
function byHand() {
  const going: { name: string; finish: () => void; fail: () => void; signal: AbortSignal | undefined }[] = [];
  const putFile: Adapter['putFile'] = (file, { signal } = {}) =>
    new Promise((resolve, reject) => {
      going.push({
        name: file.name,
        finish: () => resolve({ id: file.name, name: file.name, type: file.type, size: file.size }),
        fail: () => reject(new AdapterFault('offline')),
        signal,
      });
    });
  return { going, putFile };
}

describe('value-field: files', () => {
  afterEach(() => element.remove());

  it('R41: a file above the limit of the backend is told so with both sizes, and nothing is sent', async () => {
    let sent = 0;
    await show({
      fileLimit: 1000,
      putFile: () => {
        sent += 1;
        return Promise.reject(new Error());
      },
    });
    choose(new File(['x'.repeat(1500)], 'log.txt'));
    await until(() =>
      shownText(element).includes(
        'log.txt is too large: it has 1.5 kB, and the connected system takes at most 1 kB.',
      ),
    );
    expect(sent).to.equal(0);
    await press('Give up log.txt');
    await until(() => !shownText(element).includes('log.txt'));
  });

  it('R41: its content says what a file is; a name that says otherwise is mentioned', async () => {
    const bench = await show();
    choose(await pngOf('photo.jpg'), plain('log.csv'));
    await saved(bench, 2);
    const types = Object.fromEntries(recorded(bench).map(({ name, type }) => [name, type]));
    expect(types).to.deep.equal({ 'photo.jpg': 'image/png', 'log.csv': 'text/csv' });
    await until(() => shownText(element).includes('Named as JPG; what is in it is PNG.'));
    choose(new File(['just words'], 'scan.pdf', { type: 'application/pdf' }));
    await saved(bench, 3);
    expect(recorded(bench)[2]!.type).to.equal('text/plain');
  });

  it('R41: several go at once, three at most, in the order in which they were chosen', async () => {
    const { going, putFile } = byHand();
    const bench = await show({ putFile });
    choose(...['1', '2', '3', '4', '5'].map((name) => plain(`${name}.csv`)));
    await until(() => going.length === 3);
    expect(
      [...root().querySelectorAll('li')].map((row) => row.textContent.includes('Waiting')),
    ).to.deep.equal([false, false, false, true, true]);
    going[1]!.finish();
    await until(() => going.length === 4);
    expect(going.map(({ name }) => name)).to.deep.equal(['1.csv', '2.csv', '3.csv', '4.csv']);
    for (const one of going) one.finish();
    await until(() => going.length === 5);
    going[4]!.finish();
    await saved(bench, 5);
  });

  it('R41: one that fails loses no other; while one is on its way the step is not ready to be completed', async () => {
    const { going, putFile } = byHand();
    const bench = await show({ putFile });
    const pending = (): number =>
      bench.session.blockers(stepId).filter(({ kind }) => kind === 'upload-pending').length;
    choose(plain('a.csv'), plain('b.csv'));
    await until(() => going.length === 2);
    expect(pending()).to.equal(2);
    going[0]!.fail();
    going[1]!.finish();
    await saved(bench, 1);
    expect(pending()).to.equal(1);
    expect(shownText(element)).to.contain('a.csv was not uploaded');
    await press('Try a.csv again');
    await until(() => going.length === 3);
    going[2]!.finish();
    await saved(bench, 2);
    expect(pending()).to.equal(0);
  });

  it('R41: an upload that is canceled is stopped; leaving the page asks only while one is going', async () => {
    const { going, putFile } = byHand();
    await show({ putFile });
    const asks = (): boolean => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(asks()).to.equal(false);
    choose(plain('a.csv'));
    await until(() => going.length === 1);
    expect(asks()).to.equal(true);
    await press('Cancel a.csv');
    expect(going[0]!.signal!.aborted).to.equal(true);
    expect(asks()).to.equal(false);
  });

  it('R41: a file that arrives when its field has left the page is recorded all the same', async () => {
    const { going, putFile } = byHand();
    const bench = await show({ putFile });
    choose(plain('a.csv'));
    await until(() => going.length === 1);
    element.remove();
    going[0]!.finish();
    await until(() => recorded(bench).length === 1);
  });

  it('R41: a picture has its thumbnail, and opens in a dialog', async () => {
    const bench = await show();
    choose(await pngOf('left.png'));
    await saved(bench, 1);
    await until(() => root().querySelector('canvas'));
    await press('Open left.png');
    await until(() => root().querySelector<HTMLImageElement>('dialog img')?.complete);
    expect(root().querySelector<HTMLImageElement>('dialog img')!.alt).to.equal('left.png');
    await expectAccessible(element);
    await press('Close');
    await until(() => !root().querySelector('dialog'));
  });

  it('a file that cannot be opened says so', async () => {
    const bench = await show({ getFile: () => Promise.reject(new AdapterFault('not-found')) });
    choose(plain('a.csv'));
    await saved(bench, 1);
    await press('Open a.csv');
    await until(() => shownText(element).includes('a.csv could not be opened. It was not found.'));
  });

  it('a picture is pasted while the focus is in the field, and files are dropped', async () => {
    const bench = await show();
    const paste = async (): Promise<void> => {
      const clipboardData = transferOf([await pngOf('image.png')]);
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
    };
    await paste();
    named('Choose files')!.focus();
    await paste();
    await saved(bench, 1);
    expect(recorded(bench)[0]!.name).to.match(/^\d{4}-\d\d-\d\d .*\.png$/);
    root()
      .querySelector('.drop')!
      .dispatchEvent(new DragEvent('drop', { dataTransfer: transferOf([await jpegOf('dropped.jpg')]) }));
    await saved(bench, 2);
    expect(recorded(bench)[1]).to.include({ name: 'dropped.jpg', type: 'image/jpeg' });
  });
});
