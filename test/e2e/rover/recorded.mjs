// The rover's story once more, as it is stored.
import assert from 'node:assert/strict';
import { qifValues } from '../../../dist/testing/qif-widget.js';
import { runId, storedEvents, storedUnits, valuesIn } from '../record.mjs';

/** @typedef {import('../../../src/domain/command.js').RunEvent} RunEvent */

export async function theRecordIsWhole(/** @type {import('playwright-core').Page} */ page) {
  const events = await storedEvents(page, runId);
  assert.deepEqual(
    events.map(({ sequence }) => sequence),
    events.map((_, at) => at + 1),
    'no event is missing',
  );
  const completed = events.flatMap((event) => (event.type === 'step-completed' ? event.stepId : []));
  assert.deepEqual(completed, [
    'drill-wheels',
    'mount-wheels',
    'dress-wires',
    'corners',
    'board-test',
    'inspection',
    'build-board',
    'run-in',
    'fit-wheels',
    'close-lid',
  ]);
  decisions(events);
  values(events);
  entries(events);
  installs(events);
  evidence(events);
  await stock(page);
  const last = events.at(-1);
  assert.ok(last?.type === 'run-completed');
  assert.equal(last.by, 'lead');
  assert.equal(last.completion.note, 'The issues go with the rover.');
  assert.equal(last.completion.acknowledged.length, 3);
}

function decisions(/** @type {readonly RunEvent[]} */ events) {
  const signed = events.flatMap((event) =>
    event.type === 'signed' ? `${event.targetId} ${event.decision.decision} ${event.by}` : [],
  );
  assert.deepEqual(signed, [
    'wires-witness reject quality-engineer',
    'wires-witness approve quality-engineer',
    'board-review approve quality-engineer',
    'board-review approve quality-engineer',
    'release approve lead',
  ]);
}

function values(/** @type {readonly RunEvent[]} */ events) {
  const {
    'wires-photo': photo,
    caliper,
    'run-in-at': begun,
    'run-in-by': by,
    ...rest
  } = /** @type {Record<string, any>} */ (valuesIn(events));
  assert.equal(photo[0].name, 'wires.png');
  assert.equal(caliper.id, 'tool-cal-031');
  assert.deepEqual(by, { id: 'technician', name: 'Amara Osei' });
  assert.match(begun, /^\d{4}-\d\d-\d\dT\d\d:\d\d.*[+-]\d\d:\d\d$/, 'by the clock of the site');
  const rows = {
    'motor-1': ['0.41', '751', 'cw', 'pass', 'Quiet'],
    'motor-2': ['0.43', '751', 'cw', 'pass'],
    'motor-3': ['0.56', '752', 'cw', 'pass'],
    'motor-4': ['0.44', '751', 'ccw', 'pass'],
    'motor-5': ['0.42', '750', 'ccw', 'pass'],
    'motor-6': ['0.45', '752', 'ccw', 'pass'],
    spare: [null, null, null, null, null],
  };
  const columns = ['current', 'encoder', 'direction', 'sound', 'note'];
  const cells = Object.entries(rows).flatMap(([row, all]) =>
    all.map((value, at) => [`${row}:${columns[at]}`, value]),
  );
  assert.deepEqual(rest, {
    'drill-bit': 'cobalt-4.0',
    'hole-1': '11.3',
    'hole-2': '11.280',
    deburred: 'pass',
    'drilled-on': '2026-11-20',
    'corners-turn': 'pass',
    'corners-note': 'Left corner is stiff when cold.',
    'supply-off': true,
    'diode-polarity': 'pass',
    headers: ['j1', 'j3', 'j5'],
    't4-t2': '14.80',
    'bus-3v3': '3.31',
    'bus-5v': '4.90',
    'bus-12v': '12.05',
    'bus-batt': '16.75',
    'j5-continuity': null,
    ...qifValues,
    'shaft-1': '5.995',
    'shaft-2': '5.99',
    'shaft-3': '5.989',
    'shaft-4': '0.2358',
    'shaft-5': '5.998',
    ...Object.fromEntries(cells),
    'nothing-loose': true,
    'seal-number': 'SEAL-0420',
  });
}

/** How values were entered, in which unit, which stood there before, and which were accepted. */
function entries(/** @type {readonly RunEvent[]} */ events) {
  const set = events.filter((event) => event.type === 'value-set');
  const of = (/** @type {string} */ id) =>
    set.filter(({ targetId }) => targetId === id).map(({ record }) => record);
  assert.deepEqual(
    of('bus-3v3').map(({ value }) => value),
    ['3.28', '3.31'],
    'earlier values stay',
  );
  assert.deepEqual(
    of('bus-batt').map(({ value }) => value),
    ['11.499', '11.5', '16.751', '16.75'],
  );
  assert.equal(of('shaft-3').length, 1, 'what was corrected before it was saved leaves no trace');
  assert.equal(of('shaft-4')[0]?.unit, 'in', 'stored as typed');
  assert.equal(of('caliper')[0]?.how, 'scanned');
  assert.equal(of('motor-1:current')[0]?.how, 'typed');
  assert.equal(of('motor-3:current')[0]?.how, 'pasted');
  const accepted = events.flatMap((event) =>
    event.type === 'deviation-accepted' ? `${event.targetId} ${event.by} ${event.deviation.rationale}` : [],
  );
  assert.deepEqual(accepted, ['motor-3:current lead New brushes; 0.52 A after ten minutes.']);
}

/** What went in, where, and how it was told; what came out; what was excused. */
function installs(/** @type {readonly RunEvent[]} */ events) {
  const went = events.flatMap((event) => {
    if (event.type !== 'part-installed') return [];
    const { serial, lot, partNumber, quantity, designator, how } = event.install;
    return [serial ?? lot ?? partNumber, designator, quantity, how].filter(Boolean).join(' ');
  });
  assert.deepEqual(went, [
    'MOT-0417 1 scanned',
    'MOT-0418 1 picked',
    'MOT-0419 1 scanned',
    'HUB-2211 1 scanned',
    'HYP-0093 1 scanned',
    'TRX-5374X 2 scanned',
    'UCH-0788 2 scanned',
    'RAIL-0310 2 scanned',
    'M4X6-BHCS 8 scanned',
    'M4X8-SHCS 8 picked',
    'TL-2609 0 scanned',
    'XTM-118 J1 1 scanned',
    'XTM-118 J5 1 scanned',
    'XTF-204 J3 1 scanned',
    'XTF-204 J4 1 scanned',
    'FH-ATO F1 1 scanned',
    'PD-2217 D1 1 scanned',
    'BRD-0001 1 made',
    'DW-0013 1 scanned',
    'DW-0014 1 scanned',
    'GR-2605 0 scanned',
  ]);
  const out = events.flatMap((event) => (event.type === 'part-uninstalled' ? event.install.serial : []));
  assert.deepEqual(out, ['MOT-0418', 'DW-0013']);
  const excused = events.flatMap((event) =>
    event.type === 'requirement-excepted' ? `${event.targetId} ${event.by}` : [],
  );
  assert.deepEqual(excused, ['axle-caps quality-engineer']);
}

/** What was attached, and what of it was removed, and why. */
function evidence(/** @type {readonly RunEvent[]} */ events) {
  const attached = events.flatMap((event) =>
    event.type === 'file-attached' ? `${event.evidence.file.name} ${event.evidence.caption}` : [],
  );
  assert.deepEqual(attached, ['1.png Bottom side', '2.png Top side']);
  const removed = events.flatMap((event) => (event.type === 'file-removed' ? event.removed.reason : []));
  assert.deepEqual(removed, ['Out of focus']);
}

/** What is left, and what the board that was made here consists of. */
async function stock(/** @type {import('playwright-core').Page} */ page) {
  const units = await storedUnits(page);
  const of = (/** @type {string} */ name) =>
    units.find(({ serial, lot, splitFrom }) => (serial ?? lot) === name && splitFrom === undefined);
  assert.equal(of('MOT-0418')?.status, 'available');
  assert.equal(of('UCH-0788')?.quantity, '22');
  assert.equal(of('XTM-118')?.quantity, '38');
  assert.equal(of('DW-0013')?.status, 'available');
  assert.equal(of('DW-0014')?.status, 'installed');
  const inside = of('BRD-0001')?.children?.map(
    (/** @type {any} */ { designator, lot, partNumber }) => `${designator} ${lot ?? partNumber}`,
  );
  assert.deepEqual(inside?.toSorted(), [
    'D1 PD-2217',
    'F1 FH-ATO',
    'J1 XTM-118',
    'J3 XTF-204',
    'J4 XTF-204',
    'J5 XTM-118',
  ]);
}
