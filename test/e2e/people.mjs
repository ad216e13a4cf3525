// For end-to-end tests: what people do at the portal, by roles, names and keys alone. What they wait for is what they
// would see or hear; nothing here reads a property of an element or asks the backend.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { scan } from './scanner.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/** A real one: what a file is, its content says. */
const picture = readFileSync(new URL('../../docs/run-step.png', import.meta.url));

/** How fast a person types: what comes faster and ends with Enter is a scanner. */
export const byHand = { delay: 70 };

/** Those who share one page of the portal, with the PIN and the badge that the demo gave them. */
export const peopleAt = (/** @type {Page} */ page) => ({
  amara: new Person(page, 'Technician', 'Amara Osei', '1111', 'BADGE-1'),
  jonas: new Person(page, 'Quality engineer', 'Jonas Lindqvist', '2222', 'BADGE-2'),
  mei: new Person(page, 'Lead', 'Mei Tanaka', '3333', 'BADGE-3'),
  rafael: new Person(page, 'Customer', 'Rafael Ortiz', '4444', 'BADGE-4'),
});

/** A text as a pattern that finds it anywhere. */
const having = (/** @type {string} */ text) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

export class Person {
  /** @param {Page} page @param {string} role @param {string} name @param {string} pin @param {string} badge */
  constructor(page, role, name, pin, badge) {
    this.page = page;
    this.role = role;
    this.name = name;
    this.pin = pin;
    this.badge = badge;
    this.work = page.getByRole('region', { name: 'Current step' });
  }

  // Where they are ------------------------------------------------------------------------------------------

  /** Says at the portal who works now. */
  async stepsUp() {
    const choice = this.page.getByRole('radio', { name: `${this.role} ${this.name}` });
    await choice.check();
    assert.ok(await choice.isChecked());
  }

  /** Takes the device over from whoever had it, by PIN. */
  async takesOver() {
    await this.presses('Switch person', this.page.getByRole('region', { name: 'Who works here' }));
    const dialog = this.page.getByRole('dialog', { name: 'Who works here now?' });
    await dialog.getByRole('combobox', { name: 'Person' }).selectOption({ label: this.name });
    await dialog.getByRole('textbox', { name: 'PIN' }).fill(this.pin);
    await dialog.getByRole('textbox', { name: 'PIN' }).press('Enter');
    await this.isThere();
  }

  /** Takes it over by holding a badge to the scanner. */
  async takesOverByBadge() {
    await this.presses('Switch person', this.page.getByRole('region', { name: 'Who works here' }));
    await this.page.getByRole('dialog', { name: 'Who works here now?' }).waitFor();
    await this.scans(this.badge);
    await this.isThere();
  }

  async isThere() {
    const bar = this.page.getByRole('region', { name: 'Who works here' });
    await this.page.getByRole('dialog', { name: 'Who works here now?' }).waitFor({ state: 'hidden' });
    await bar.getByText(this.name).first().waitFor();
  }

  async openRun(/** @type {string} */ title) {
    await this.page.getByRole('link', { name: title }).click();
    // The focus goes along.
    await this.isAt(this.page.getByRole('heading', { level: 1, name: title }));
  }

  async goToStep(/** @type {string} */ title) {
    await this.page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: title }).click();
    await this.seesStep(title);
  }

  async seesStep(/** @type {string} */ title) {
    await this.work.getByRole('heading', { level: 2, name: title }).waitFor();
  }

  // What they see -------------------------------------------------------------------------------------------

  async sees(/** @type {string | RegExp} */ text, where = this.work) {
    await where.getByText(text).first().waitFor();
  }

  /** Something that is said beside what is shown, to those who listen. */
  async hears(/** @type {string} */ text) {
    await this.work.getByRole('status').filter({ hasText: text }).first().waitFor({ state: 'attached' });
  }

  async doesNotSee(/** @type {Locator} */ what) {
    await what.first().waitFor({ state: 'hidden' });
  }

  button(/** @type {string | RegExp} */ name, where = this.work) {
    return where.getByRole('button', { name, exact: typeof name === 'string' });
  }

  async presses(/** @type {string | RegExp} */ name, where = this.work) {
    await this.button(name, where).click();
  }

  /**
   * Presses until it has had its effect, as people do: what comes under the finger by the press before counts only a
   * moment later.
   */
  async pressesUntil(
    /** @type {Locator} */ button,
    /** @type {Locator} */ effect,
    /** @type {'visible' | 'hidden'} */ state = 'visible',
  ) {
    for (let tries = 0; tries < 20; tries += 1) {
      await button.click({ timeout: 1000 }).catch(() => undefined);
      const came = await effect
        .first()
        .waitFor({ state, timeout: 700 })
        .then(
          () => true,
          () => false,
        );
      if (came) return;
    }
    assert.fail(`pressing ${button} did not make ${effect} ${state}`);
  }

  /** One of the buttons below a field, which are alike below each. */
  buttonOf(/** @type {string} */ label, /** @type {string} */ name) {
    return this.work.getByRole('button', { name, exact: true, description: having(label) });
  }

  /** What is not possible now can still be pressed, and says why. */
  async pressesInVain(/** @type {string} */ name, where = this.work) {
    const button = this.button(name, where);
    await button.and(this.page.locator('[aria-disabled=true]')).click({ force: true });
  }

  // A step --------------------------------------------------------------------------------------------------

  async starts() {
    await this.pressesUntil(this.button('Start and check in'), this.button('Check out'));
  }

  async checksIn() {
    await this.pressesUntil(this.button('Check in'), this.button('Check out'));
  }

  async checksOut() {
    await this.pressesUntil(this.button('Check out'), this.button('Check in'));
  }

  /** Completes a step in which nothing is outstanding; `next` is the step that comes on the screen then. */
  async completes(/** @type {string | undefined} */ next = undefined) {
    const complete = this.button('Complete step').and(this.page.locator(':not([aria-disabled=true])'));
    await complete.waitFor();
    const effect =
      next === undefined
        ? this.work.getByRole('article').getByText('Complete', { exact: true })
        : this.work.getByRole('heading', { level: 2, name: next });
    await this.pressesUntil(complete, effect);
  }

  /** One of the further actions; gives its dialog. */
  async picks(/** @type {string} */ action) {
    await this.presses('More actions');
    await this.work.getByRole('menuitem', { name: action, exact: true }).click();
    return this.work.getByRole('dialog').first();
  }

  /** What the menu offers, in its order. */
  async offered() {
    await this.presses('More actions');
    const items = await this.work.getByRole('menuitem').allTextContents();
    await this.page.keyboard.press('Escape');
    return items.map((item) => item.trim());
  }

  // A field -------------------------------------------------------------------------------------------------

  /** The entry of a measured value, where its description says this much. */
  measured(/** @type {string} */ label, /** @type {RegExp | undefined} */ description = undefined) {
    return this.work.getByRole('textbox', {
      name: new RegExp(`^${having(label).source} in `),
      ...(description && { description }),
    });
  }

  async types(/** @type {Locator} */ entry, /** @type {string} */ text) {
    await entry.click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.type(text, byHand);
  }

  /**
   * Types a value, saves it with Enter, and waits until it is judged and recorded. One that is out of range is asked
   * about first, and confirmed.
   */
  async measures(/** @type {string} */ label, /** @type {string} */ text, verdict = 'In range') {
    await this.types(this.measured(label), text);
    await this.page.keyboard.press('Enter');
    if (verdict !== 'In range') await this.presses('Save as it is', this.question(label));
    await this.measured(label, new RegExp(`${verdict}.*Recorded by ${this.name}`)).waitFor();
  }

  /** What is asked below a field before its entry is saved. */
  question(/** @type {string} */ label) {
    return this.work.getByRole('form', { name: label });
  }

  /** Types what is not taken, and reads why. */
  async triesToMeasure(/** @type {string} */ label, /** @type {string} */ text, /** @type {RegExp} */ why) {
    await this.types(this.measured(label), text);
    await this.page.keyboard.press('Enter');
    await this.measured(label, why).waitFor();
    assert.equal(await this.measured(label).inputValue(), text, 'the entry is kept');
  }

  /** A field with several controls: its choices and what is said of it. */
  field(/** @type {string} */ label) {
    return this.work
      .getByRole('radiogroup', { name: label })
      .or(this.work.getByRole('group', { name: label }))
      .first();
  }

  async chooses(/** @type {string} */ label, /** @type {string} */ choice) {
    await this.field(label).getByRole('radio', { name: choice }).check();
    await this.hears(`${label}: ${choice}`);
  }

  async ticks(/** @type {string} */ label, /** @type {readonly string[]} */ choices) {
    for (const choice of choices) await this.field(label).getByRole('checkbox', { name: choice }).check();
    // It is saved when it is left.
    await this.page.keyboard.press('Tab');
  }

  async selects(/** @type {string} */ label, /** @type {string} */ choice) {
    await this.work.getByRole('combobox', { name: label }).selectOption(choice);
    await this.hears(`${label}: ${choice}`);
  }

  async writes(/** @type {string} */ label, /** @type {string} */ text) {
    await this.types(this.work.getByRole('textbox', { name: label }), text);
    await this.page.keyboard.press('Tab');
    await this.hears(`${label}: ${text}`);
  }

  /** A question of yes or no. */
  async answers(/** @type {string} */ label, /** @type {boolean} */ yes) {
    if (yes) await this.work.getByRole('checkbox', { name: label }).check();
    else await this.work.getByRole('button', { name: 'No', description: having(label) }).click();
    await this.hears(`${label}: ${yes ? 'Yes' : 'No'}`);
  }

  async addsPicture(/** @type {string} */ label, /** @type {string} */ name) {
    const opening = this.page.waitForEvent('filechooser');
    await this.presses(having(`Choose files ${label}`));
    await (await opening).setFiles({ name, mimeType: 'image/png', buffer: picture });
    await this.button(`Open ${name}`).waitFor();
  }

  /** A cell of a table: the name of its row, and its place in it. */
  cell(/** @type {string} */ row, /** @type {number} */ column) {
    return this.work
      .getByRole('row', { name: new RegExp(`^${having(row).source}`) })
      .getByRole('gridcell')
      .nth(column - 1);
  }

  /** Attaches a picture to the step, with a few words. */
  async attaches(/** @type {string} */ name, /** @type {string} */ caption) {
    const opening = this.page.waitForEvent('filechooser');
    await this.presses(/Photo, drawing or document/);
    await (await opening).setFiles({ name, mimeType: 'image/png', buffer: picture });
    await this.work.getByRole('textbox', { name: `Caption of ${name}` }).fill(caption);
    await this.presses('Attach');
    await this.button(`Remove ${caption}`).waitFor();
  }

  // Parts ---------------------------------------------------------------------------------------------------

  /** The row of a required part. */
  part(/** @type {string} */ description) {
    return this.work.getByRole('listitem', { name: description });
  }

  /** Holds a label to the scanner, wherever the focus is. */
  async scans(/** @type {string} */ text, gap = 8) {
    await scan(this.page, text, gap);
  }

  /** Types what a label says, by hand. */
  async looksUp(/** @type {string} */ text) {
    await this.types(this.work.getByRole('textbox', { name: /^Scan or type/ }), text);
    await this.page.keyboard.press('Enter');
  }

  /** Says how much of what has been chosen, and installs it. */
  async installs(/** @type {string} */ quantity) {
    const entry = this.work.getByRole('textbox', { name: 'Quantity' });
    await entry.fill(quantity);
    await entry.press('Enter');
  }

  /** Says where what has been chosen goes, and installs it there. */
  async installsAt(/** @type {string} */ place) {
    await this.work.getByRole('radio', { name: place, exact: true }).check();
    await this.presses('Install');
    await this.doesNotSee(this.work.getByText(/^Chosen:/));
  }

  /** Reads in a row of the checklist how it stands. */
  async seesPart(/** @type {string} */ description, /** @type {string | RegExp} */ state) {
    await this.part(description).getByText(state).first().waitFor();
  }

  async uninstalls(/** @type {string} */ unit) {
    await this.presses(`Uninstall ${unit}`);
    await this.sees(`Uninstall ${unit}?`);
    await this.presses('Uninstall');
  }

  // Sign-offs -----------------------------------------------------------------------------------------------

  signoff(/** @type {string} */ label, where = this.page.getByRole('main')) {
    return where.getByRole('group', { name: label });
  }

  whoSigns(/** @type {string} */ label) {
    return this.signoff(label).getByRole('group', { name: 'Who signs?' });
  }

  /** Says who signs, whoever it is that works here. */
  async showsWho(/** @type {string} */ label, pin = this.pin) {
    const asked = this.whoSigns(label);
    await asked.getByRole('textbox', { name: 'PIN' }).waitFor();
    const choice = asked.getByRole('combobox', { name: 'Person' });
    // Where one person alone may sign, nobody is chosen.
    if ((await choice.count()) > 0) await choice.selectOption({ label: this.name });
    else await asked.getByText(this.name).waitFor();
    await asked.getByRole('textbox', { name: 'PIN' }).fill(pin);
    await asked.getByRole('textbox', { name: 'PIN' }).press('Enter');
  }

  async approves(/** @type {string} */ label, again = false) {
    const field = this.signoff(label);
    await this.pressesUntil(this.button(again ? 'Approve again' : 'Approve', field), this.whoSigns(label));
    await this.showsWho(label);
    await this.signoff(label).getByText('Approved', { exact: true }).waitFor();
    await this.sees(new RegExp(`^Approved by ${this.name}`), this.signoff(label));
  }

  async rejects(/** @type {string} */ label, /** @type {string} */ comment) {
    const field = this.signoff(label);
    const why = field.getByRole('textbox', { name: 'Comment' });
    await this.pressesUntil(this.button('Reject', field), why);
    await why.fill(comment);
    await this.pressesUntil(this.button('Reject', field), this.whoSigns(label));
    await this.showsWho(label);
    await field.getByText(new RegExp(`^Rejected by ${this.name}`)).waitFor();
  }

  /** A sign-off that others decide: whose it is, and no way to say that it is this person. */
  async mayNotSign(/** @type {string} */ label, /** @type {string} */ role) {
    const field = this.signoff(label);
    await field.getByText(`Expecting approval by: ${role}`).first().waitFor();
    await this.pressesUntil(this.button('Approve', field), this.whoSigns(label));
    await this.whoSigns(label).getByRole('textbox', { name: 'PIN' }).waitFor();
    assert.equal(await this.whoSigns(label).getByText(this.name).count(), 0);
    await this.presses('Cancel', field);
  }

  // By keyboard alone ---------------------------------------------------------------------------------------

  /** Goes on with Tab until this has the focus. */
  async tabsTo(/** @type {Locator} */ control, key = 'Tab', most = 120) {
    const focused = control.and(this.page.locator(':focus'));
    await control.waitFor();
    for (let pressed = 0; (await focused.count()) === 0; pressed += 1) {
      assert.ok(pressed < most, `${most} times ${key} did not lead to ${control}`);
      await this.page.keyboard.press(key);
    }
  }

  async isAt(/** @type {Locator} */ control) {
    await control.and(this.page.locator(':focus')).waitFor();
  }
}
