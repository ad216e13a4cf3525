// A passkey from its making to a signature, in a page of its own with the browser's own authenticator.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPortal } from './portal.mjs';

/** @typedef {import('playwright-core').Page} Page */

const body = `<!doctype html><html lang="en"><title>Passkey</title><script type="module" src="/passkey.js"></script>
<button id="register">Register</button><output></output>
<run-session><signoff-field field-id="board-review"></signoff-field></run-session>`;

/** The page keeps what it registers until it is reloaded; then it asks for it. */
const module = `
  import { indexedDbAdapter } from '/stepwright/stepwright.bundle.js';
  import { identifyBy, passkeys, pinsAndBadges, registerPasskey } from '/stepwright/adapters/identify.js';
  import { roverRun } from '/stepwright/testing/rover.js';
  const said = document.querySelector('output');
  const known = JSON.parse(localStorage.passkeys ?? '[]');
  document.querySelector('#register').addEventListener('click', async () => {
    try {
      const made = await registerPasskey({ id: 'quality-engineer', name: 'Jonas Lindqvist' }, { known });
      localStorage.passkeys = JSON.stringify([...known, made]);
      said.textContent = 'Registered with ' + made.algorithm;
    } catch (error) {
      said.textContent = error.name;
    }
  });
  const run = roverRun();
  const steps = run.steps.map((step) =>
    step.id === 'board-test' ? { ...step, status: 'in-progress', upstream: [] } : step,
  );
  Object.assign(document.querySelector('run-session'), {
    adapter: indexedDbAdapter({
      name: 'passkey',
      runs: [{ ...run, status: 'in-progress', steps }],
      ...identifyBy(passkeys(known), pinsAndBadges([{ person: 'lead', pin: '3333' }])),
    }),
    runId: run.id,
    person: 'technician',
  });`;

/** With an authenticator that verifies whoever touches it; what it says can be changed. */
async function withAuthenticator(/** @type {Page} */ page) {
  const connection = await page.context().newCDPSession(page);
  await connection.send('WebAuthn.enable');
  const { authenticatorId } = await connection.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  return {
    verifies: (/** @type {boolean} */ isUserVerified) =>
      connection.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    spoils: (/** @type {boolean} */ isBogusSignature) =>
      connection.send('WebAuthn.setResponseOverrideBits', { authenticatorId, isBogusSignature }),
    keys: async () =>
      (await connection.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
  };
}

test('a passkey is registered once, and signs for its person and for nobody who is not verified', () =>
  withPortal(async ({ page }) => {
    await page.route('**/passkey.html', (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.route('**/passkey.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: module }),
    );
    // Browsers have passkeys for names alone.
    const address = new URL('/passkey.html', page.url());
    address.hostname = 'localhost';
    const authenticator = await withAuthenticator(page);
    await page.goto(address.href);
    const signoff = page.locator('signoff-field');
    const approve = signoff.getByRole('button', { name: 'Approve' });
    const confirm = signoff.getByRole('button', { name: 'Use a passkey' });
    const said = page.getByRole('status').first();

    // Without one it is asked in the other way.
    await approve.click();
    await signoff.getByRole('textbox', { name: 'PIN' }).waitFor();
    assert.equal(await confirm.count(), 0);

    await page.getByRole('button', { name: 'Register' }).click();
    await said.getByText('Registered with -7').waitFor();
    assert.equal(await authenticator.keys(), 1);
    await page.reload();
    await page.getByRole('button', { name: 'Register' }).click();
    await said.getByText('InvalidStateError').waitFor();
    assert.equal(await authenticator.keys(), 1);

    const unknown = signoff.getByText('does not know');
    /** Asked anew, so that what is said is said of this try. */
    const isRefused = async () => {
      await approve.click();
      await confirm.click();
      await unknown.waitFor();
      await signoff.getByRole('button', { name: 'Cancel' }).click();
      await unknown.waitFor({ state: 'detached' });
    };
    await authenticator.verifies(false);
    await isRefused();
    await authenticator.verifies(true);
    await authenticator.spoils(true);
    await isRefused();
    await authenticator.spoils(false);
    await approve.click();
    await confirm.click();
    await signoff.getByText('Signed by Jonas Lindqvist. Amara Osei goes on working.').waitFor();
    await signoff.getByText('Approved by Jonas Lindqvist, Quality engineer').waitFor();
  }));
