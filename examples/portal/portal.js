// A portal in one page: which run, which step and who acts. Everything about the work itself is in the elements.
import { pinsAndBadges } from './stepwright/adapters/identify.js';
import { indexedDbAdapter } from './stepwright/stepwright.bundle.js';
import { en } from './stepwright/messages/en.js';
import { roverNotice, roverRuns } from './stepwright/testing/rover.js';
import { roverBatch } from './stepwright/testing/rover-batch.js';
import { roverUnits } from './stepwright/testing/rover-stock.js';
import { roverParts, roverTools } from './stepwright/testing/rover-tools.js';
import { openRunsByScan } from './bench.js';
import { credentials, credentialsText, people } from './people.js';
import { showRuns } from './run-list.js';
import { RunView } from './run-view.js';
import { make } from './status.js';

const find = (id) => document.getElementById(id);
const database = 'rover-demo';
const startOverKey = 'rover-demo-start-over';
await startOver();
const adapter = indexedDbAdapter({
  name: database,
  runs: [...roverRuns(), ...roverBatch()],
  units: roverUnits(),
  tools: roverTools(),
  parts: roverParts(),
  ...pinsAndBadges(credentials),
});
const runView = new RunView(find('run-view'), adapter, (runId) => show(`There is no run “${runId}” here.`));
openRunsByScan(adapter, find('scanned'));

// Who acts. The choice is this tab's: two tabs can be two people at one bench.
const personKey = 'rover-demo-person';
let person = people.find(({ id }) => id === sessionStorage.getItem(personKey)) ?? people[0];
find('people').append(
  ...people.map((one) =>
    make(
      'label',
      {},
      make('input', { type: 'radio', name: 'person', value: one.id, checked: one === person }),
      make('span', { className: 'role' }, one.roles[0]),
      ' ',
      make('span', { className: 'name' }, one.name),
    ),
  ),
);
find('people').addEventListener('change', ({ target }) => stepUp(target.value));
// At the tablet itself people take over with their badge or PIN.
document.addEventListener('person-switched', (event) => stepUp(event.person));

function stepUp(id) {
  person = people.find((one) => one.id === id) ?? person;
  sessionStorage.setItem(personKey, person.id);
  for (const radio of document.querySelectorAll('#people input')) radio.checked = radio.value === person.id;
  show();
}

// Where we are: #/ is the list, #/run the run at its active step, #/run/step that step.
async function show(problem = '') {
  const address = location.hash;
  const [runId, stepId] = problem ? [] : placeOf(address);
  let drawn;
  if (runId === undefined) {
    await showList().catch((fault) => {
      const { why, next } = en.fault.notLoaded(fault);
      problem ||= `The runs could not be loaded. ${why} ${next}`;
    });
    if (location.hash !== address) return;
  } else drawn = runView.open(runId, stepId, person.id);
  find('runs-view').hidden = runId !== undefined;
  find('problem').textContent = problem;
  find('problem').hidden = problem === '';
  await drawn;
}

/** The run and the step that an address names; nothing where somebody has broken it. */
function placeOf(address) {
  try {
    return address.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return [];
  }
}

async function showList() {
  runView.close();
  document.title = 'Runs · Stepwright demo';
  const newestFirst = (a, b) => b.number.localeCompare(a.number, 'en', { numeric: true });
  showRuns(find('runs'), (await adapter.listRuns()).toSorted(newestFirst));
}

addEventListener('hashchange', async ({ oldURL }) => {
  const runOf = (url) => new URL(url).hash.split('/')[1];
  await show();
  // What had the focus is gone with its view.
  if (runOf(oldURL) === runOf(location.href)) return;
  [...document.querySelectorAll('main h1')].find((heading) => heading.checkVisibility())?.focus();
});
find('skip').addEventListener('click', (event) => {
  // The address says which run is open, so it is not used for this.
  event.preventDefault();
  find('main').focus();
});

find('notice').textContent = `${roverNotice} ${credentialsText}`;
find('start-over').addEventListener('click', () => find('start-over-dialog').showModal());
find('start-over-dialog').addEventListener('close', ({ target }) => {
  if (target.returnValue !== 'delete') return;
  sessionStorage.setItem(startOverKey, 'yes');
  location.hash = '#/';
  location.reload();
});

show();

/**
 * Deletes the demo's database, and what was typed there and not saved, before anything of this page has opened them; other
 * tabs let go of them by themselves.
 */
async function startOver() {
  if (sessionStorage.getItem(startOverKey) === null) return;
  sessionStorage.removeItem(startOverKey);
  localStorage.clear();
  const deleted = (name) =>
    new Promise((resolve) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = request.onerror = request.onblocked = resolve;
    });
  await Promise.all([database, 'stepwright-drafts'].map(deleted));
}
