import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import { AdapterFault, type Adapter } from '../../src/adapters/adapter.js';
import type { Command, Refusal } from '../../src/domain/command.js';
import { holdReasons } from '../../src/domain/run.js';
import { CommandDialog, type CommandForm } from '../../src/elements/command-form.js';
import { styles } from '../../src/elements/command-form.styles.js';
import { SessionElement } from '../../src/elements/session-element.js';
import { buttons } from '../../src/styles/buttons.js';
import { inputs } from '../../src/styles/inputs.js';
import { notice } from '../../src/styles/notice.js';
import { surface } from '../../src/styles/surface.js';
import { tokens } from '../../src/styles/tokens.js';
import { tones } from '../../src/styles/tones.js';
import { expectAccessible } from '../support/axe.js';
import { benchOf, runOf, stepId, until, type Bench } from '../support/fields.js';

let done = 0;

class FormHost extends SessionElement {
  static override styles = [tokens, tones, notice, surface, buttons, inputs, styles];

  readonly dialog = new CommandDialog(
    {
      element: this,
      session: () => this.current,
      submit: (actor, submission) => this.submit(actor, { type: 'SUBMIT', submission }),
      retry: (actor) => this.retry(actor),
    },
    () => (done += 1),
  );

  protected override get followed(): readonly string[] {
    const { key } = this.dialog;
    return key === undefined ? [''] : ['', key];
  }

  protected override render(): TemplateResult {
    return html`<button id="opener" @click=${() => this.dialog.open(hold)}>Hold</button
      >${this.dialog.draw()}`;
  }

  protected override updated(): void {
    this.dialog.shown();
  }
}
customElements.define('form-host', FormHost);

const hold: CommandForm = {
  key: `hold-step:${stepId}`,
  title: 'Put on hold',
  text: 'Everybody is checked out.',
  submit: 'Put on hold',
  busy: 'Putting on hold…',
  inputs: [
    {
      name: 'reason',
      label: 'Reason',
      kind: 'cards',
      required: true,
      options: holdReasons.map((value) => ({ value, label: value })),
    },
    {
      name: 'own',
      label: 'Your reason',
      kind: 'line',
      required: true,
      when: ({ reason }) => reason === 'other',
    },
    {
      name: 'title',
      label: 'Title',
      kind: 'line',
      required: true,
      when: ({ reason }) => reason === 'end-of-shift',
    },
    { name: 'comment', label: 'Comment', hint: 'For whoever comes next', kind: 'text' },
  ],
  request: ({ reason, own, comment }) => ({
    type: 'hold-step',
    stepId,
    reason: own || reason!,
    ...(comment && { comment }),
  }),
};

let host: FormHost;
let bench: Bench;
const sent: Command[] = [];
const root = (): ShadowRoot => host.shadowRoot!;
const dialog = (): HTMLDialogElement | null => root().querySelector('dialog');
const labeled = (label: string): HTMLInputElement | undefined =>
  [...root().querySelectorAll<HTMLLabelElement>('dialog label')].find((one) =>
    one.textContent.trim().startsWith(label),
  )?.control as HTMLInputElement | undefined;
const button = (name: string): HTMLButtonElement | undefined =>
  [...root().querySelectorAll<HTMLButtonElement>('dialog button')].find(
    (one) => one.textContent.trim() === name,
  );
const focused = (control: Element | null | undefined): boolean =>
  control != null && root().activeElement === control;
const alert = (): string => root().querySelector('[role=alert]')?.textContent.replace(/\s+/g, ' ') ?? '';

async function show(change: (memory: Adapter) => Partial<Adapter> = () => ({})): Promise<void> {
  const run = runOf([]);
  bench = benchOf(run);
  const memory = bench.adapter;
  const execute: Adapter['execute'] = (command, options) => {
    sent.push(command);
    return (change(memory).execute ?? memory.execute)(command, options);
  };
  bench.session.stop();
  bench = benchOf(run, { change: { ...memory, execute } });
  await until(() => bench.session.status === 'ready');
  host = Object.assign(new FormHost(), {
    lang: 'en',
    session: bench.session,
  });
  document.body.append(host);
  await host.updateComplete;
  await open();
}

async function open(): Promise<void> {
  const opener = root().getElementById('opener')!;
  opener.focus();
  opener.click();
  await until(() => dialog()?.open);
}

const refused: Refusal = { refused: 'rule', detail: { message: 'Call the lead first.' } };
const status = (): string => bench.session.run!.steps[0]!.status;

describe('command-form', () => {
  beforeEach(() => {
    sent.length = 0;
    done = 0;
  });
  afterEach(() => {
    host.remove();
    bench.session.stop();
  });

  it('asks for what a command still needs, sends it, and gives the focus back', async () => {
    await show();
    await until(() => focused(labeled('waiting-for-part')));
    await sendKeys({ press: ' ' });
    labeled('Comment')!.focus();
    await sendKeys({ type: '  Bearings on Monday ' });
    await expectAccessible(host);
    button('Put on hold')!.click();
    await until(() => !dialog());
    expect(status()).to.equal('hold');
    expect(bench.session.run!.steps[0]!.hold).to.include({
      reason: 'waiting-for-part',
      comment: 'Bearings on Monday',
    });
    expect(done).to.equal(1);
    expect(focused(root().getElementById('opener'))).to.equal(true);
  });

  it('tells at the input what is left empty, and goes there', async () => {
    await show();
    button('Put on hold')!.click();
    await until(() => root().textContent.includes('Choose one first.'));
    expect(sent).to.deep.equal([]);
    await until(() => focused(labeled('waiting-for-part')));
    const about = labeled('waiting-for-part')!.getAttribute('aria-describedby')!;
    expect(root().getElementById(about)!.textContent).to.contain('Choose one first.');
    // The cards show it, and the round buttons in them stay round.
    for (const one of root().querySelectorAll('.cards [type=radio]'))
      expect(getComputedStyle(one).boxShadow).to.equal('none');
    labeled('other')!.click();
    await until(() => labeled('Your reason'));
    expect(root().textContent).not.to.contain('Choose one first.');
    labeled('Your reason')!.focus();
    await sendKeys({ type: '   ' });
    await sendKeys({ press: 'Enter' });
    await until(() => root().textContent.includes('Fill this in first.'));
    expect(labeled('Your reason')!.getAttribute('aria-invalid')).to.equal('true');
    await expectAccessible(host);
    await sendKeys({ type: 'Power is out' });
    await until(() => !root().textContent.includes('Fill this in first.'));
    await sendKeys({ press: 'Enter' });
    await until(() => !dialog());
    expect(bench.session.run!.steps[0]!.hold?.reason).to.equal('Power is out');
  });

  it('keeps what was entered when it is closed, and forgets it when it is taken back', async () => {
    await show();
    labeled('waiting-for-tool')!.click();
    labeled('Comment')!.focus();
    await sendKeys({ type: 'Reamer' });
    await sendKeys({ press: 'Escape' });
    await until(() => !dialog());
    expect(focused(root().getElementById('opener'))).to.equal(true);
    await open();
    expect(labeled('waiting-for-tool')!.checked).to.equal(true);
    expect(focused(labeled('waiting-for-tool')), 'what is chosen has the focus').to.equal(true);
    expect(labeled('Comment')!.value).to.equal('Reamer');
    button('Cancel')!.click();
    await until(() => !dialog());
    await open();
    expect(labeled('waiting-for-tool')!.checked).to.equal(false);
    expect(labeled('Comment')!.value).to.equal('');
    expect(sent).to.deep.equal([]);
  });

  it('an input may have any name: none is taken for another part of the form', async () => {
    await show();
    labeled('end-of-shift')!.click();
    await until(() => labeled('Title'));
    button('Put on hold')!.click();
    await until(() => focused(labeled('Title')));
    const ids = [...dialog()!.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('a command that is sent from a choice takes the focus nowhere', async () => {
    await show(() => ({ execute: () => Promise.resolve(refused) }));
    await sendKeys({ press: ' ' });
    await sendKeys({ press: 'Enter' });
    await until(() => alert().includes('Call the lead first.'));
    expect(focused(labeled('waiting-for-part'))).to.equal(true);
  });

  it('takes the text that an earlier version kept', async () => {
    await show();
    button('Cancel')!.click();
    bench.session.entry(hold.key).send({ type: 'EDIT', draft: 'Bearings on Monday' });
    await open();
    expect(labeled('Comment')!.value).to.equal('Bearings on Monday');
  });

  it('R78: a refusal is explained in the dialog, and what was entered stays', async () => {
    await show(() => ({ execute: () => Promise.resolve(refused) }));
    labeled('waiting-for-part')!.click();
    button('Put on hold')!.click();
    await until(() => alert().includes('Call the lead first.'));
    expect(labeled('waiting-for-part')!.checked).to.equal(true);
    expect(status()).to.equal('in-progress');
    await expectAccessible(host);
    await sendKeys({ press: 'Escape' });
    await until(() => !dialog());
    await open();
    expect(alert()).to.contain('Call the lead first.');
  });

  it('R115: what could not be sent is tried again with the same id', async () => {
    let tries = 0;
    await show((memory) => ({
      execute: (command, options) =>
        (tries += 1) === 1
          ? Promise.reject(new AdapterFault('timeout', { outcome: 'unknown' }))
          : memory.execute(command, options),
    }));
    labeled('waiting-for-part')!.click();
    button('Put on hold')!.click();
    await until(() => button('Try again') && alert() !== '');
    expect(labeled('waiting-for-part')!.ariaDisabled, 'it may have been recorded').to.equal('true');
    labeled('waiting-for-tool')!.click();
    labeled('waiting-for-part')!.focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(labeled('waiting-for-part')!.checked).to.equal(true);
    button('Try again')!.click();
    await until(() => !dialog());
    expect(status()).to.equal('hold');
    expect(new Set(sent.map(({ id }) => id)).size).to.equal(1);
    expect(sent.length).to.equal(2);
  });

  it('says that it is on its way, and is not sent twice', async () => {
    await show(() => ({ execute: () => new Promise(() => undefined) }));
    labeled('waiting-for-part')!.click();
    button('Put on hold')!.click();
    await until(() => button('Putting on hold…'));
    button('Putting on hold…')!.click();
    button('Cancel')!.click();
    expect(dialog()!.open).to.equal(true);
    expect(sent.length).to.equal(1);
  });

  it('stays as it is where the page keeps the command back', async () => {
    await show();
    host.addEventListener('command-requested', (event) => event.preventDefault());
    labeled('waiting-for-part')!.click();
    button('Put on hold')!.click();
    host.requestUpdate();
    await host.updateComplete;
    expect(dialog()!.open).to.equal(true);
    expect(labeled('waiting-for-part')!.checked).to.equal(true);
    expect(sent).to.deep.equal([]);
  });
});
