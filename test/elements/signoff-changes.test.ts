import { expect } from 'chai';
import { AdapterFault, type Adapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { define } from '../../src/define.js';
import type { CommandRequest, ProposedChange } from '../../src/domain/command.js';
import type { Run, Step } from '../../src/domain/run.js';
import { addLanguage } from '../../src/messages/registry.js';
import { de } from '../../src/messages/de.js';
import { createRunSession } from '../../src/session.js';
import { gridOf } from '../../src/domain/grid.js';
import { roverPeople } from '../../src/testing/rover-people.js';
import { roverRun } from '../../src/testing/rover.js';
import { number, part, passFail, signoff, step } from '../../src/testing/seed.js';
import { placed } from '../support/placed.js';

define();

const stepId = 'torque';
const seen = signoff('seen', 'Seen', 'Quality engineer');
const limits = { min: '4.9', max: '5.1' };

const runOf = (more: Partial<Step> = {}): Run => ({
  ...roverRun(),
  status: 'in-progress',
  steps: [
    step(stepId, 'Torque', {
      status: 'in-progress',
      fields: [number('bus', '5 V bus', 'V', limits), passFail('look', 'Looks well'), seen],
      requirements: [part('wheel', 'serial', '2', 'W-1', 'Wheel')],
      ...more,
    }),
  ],
});

async function place({ run = runOf(), wrap = (memory: Adapter): Adapter => memory } = {}) {
  let time = Date.parse('2026-11-20T15:00:00.000Z');
  const reads: string[] = [];
  const memory = memoryAdapter({
    runs: [run],
    units: [
      { id: 'u-1', partNumber: 'W-1', serial: 'A-1', quantity: '1', status: 'available' },
      { id: 'u-2', partNumber: 'W-1', serial: 'A-2', quantity: '1', status: 'available' },
    ],
    now: () => new Date((time += 60_000)).toISOString(),
  });
  const counted: Adapter = {
    ...memory,
    values: (runId, targetId, page) => {
      reads.push(targetId);
      return memory.values(runId, targetId, page);
    },
  };
  const session = createRunSession({
    adapter: wrap(counted),
    runId: run.id,
    person: roverPeople.qualityEngineer.id,
    run,
  });
  const element = Object.assign(document.createElement('signoff-field'), { fieldId: 'seen' });
  const shown = await placed(element, session);
  const { root, text } = shown;
  const give = async (request: CommandRequest, person: string = roverPeople.lead.id): Promise<void> => {
    const answer = await session.execute(request, undefined, { person });
    if ('refused' in answer) throw new Error(JSON.stringify(answer));
  };
  const redline = async (change: ProposedChange): Promise<void> => {
    const engineer = roverPeople.qualityEngineer.id;
    await give({ type: 'propose-redline', stepId, title: 'Another way', changes: [change] }, engineer);
    const redlineId = session.run!.redlines.at(-1)!.id;
    await give({ type: 'approve-redline', stepId, redlineId }, engineer);
  };
  const set = (targetId: string, value: string) => give({ type: 'set-value', stepId, targetId, value });
  const sign = async (): Promise<void> => {
    const { base } = session.signing('seen')!;
    const request = { type: 'sign', stepId, targetId: 'seen', base, decision: 'approve' } as const;
    expect(await session.execute(request)).to.have.property('events');
  };
  const look = async (): Promise<void> => {
    await shown.shows(() => root.querySelector('[part=changes]'));
    root.querySelector<HTMLElement>('[part=changes] > summary')!.click();
    await shown.shows(() => root.querySelector('[part=change]'));
    await shown.shows(() => !text().includes('Loading…'));
  };
  /** Each change as a person reads it. */
  const told = (): string[] =>
    [...root.querySelectorAll('[part=change]')].map((one) =>
      [...one.querySelectorAll('p, dt, dd')]
        .map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())
        .join(' '),
    );
  return { ...shown, redline, give, set, sign, look, told, reads };
}

describe('signoff-field: what has changed since', () => {
  it('R71: says from what to what, each with its verdict, and who changed it, when and why', async () => {
    const { set, give, sign, look, told } = await place();
    await set('bus', '5.02');
    await set('look', 'pass');
    await sign();
    await give({ type: 'set-value', stepId, targetId: 'bus', value: '5.4', reason: 'Misread' });
    await set('look', 'fail');
    await look();
    const [bus, check, ...more] = told();
    expect(more).to.deep.equal([]);
    expect(bus).to.match(
      /^5 V bus When approved 5.02 V In range Now 5.4 V Too high Mei Tanaka, .+ Reason: Misread$/,
    );
    expect(check).to.match(/^Looks well When approved Pass Now Fail Mei Tanaka, /);
  });

  it('R71: names the sign-off itself where a redline asks for another role, with what it was and is', async () => {
    const { redline, sign, look, told, text } = await place();
    await sign();
    await redline({
      change: 'change-field',
      targetId: 'seen',
      to: { role: 'Customer', meaning: 'I was there' },
    });
    await look();
    expect(text()).to.contain('Changed since: Seen').and.contain('Customer');
    expect(told()).to.deep.equal([
      'Seen When approved Quality engineer Now Customer · I was there What is asked for here was changed.',
    ]);
  });

  it('Q8: a field that nobody has filled was empty then too, and something else is asked for there', async () => {
    const { redline, sign, look, told } = await place();
    await sign();
    await redline({ change: 'change-field', targetId: 'bus', to: { limits: { max: '6' } } });
    await look();
    expect(told()).to.deep.equal([
      '5 V bus When approved Empty Now Empty What is asked for here was changed.',
    ]);
  });

  it('Q8: a row or column that is gone has its name, and so have its cells', async () => {
    const table = gridOf({
      columns: [
        { id: 'torque', label: 'Torque', type: 'number' },
        { id: 'clean', label: 'Clean', type: 'pass-fail' },
      ],
      rows: [{ id: 'a', label: 'Bolt A' }],
    });
    const { redline, sign, look, told } = await place({
      run: runOf({ ...table, fields: [...table.fields, seen] }),
    });
    await sign();
    await redline({ change: 'remove-line', axis: 'column', targetId: 'clean' });
    await look();
    expect(told()).to.deep.equal(['Bolt A, Clean No longer there']);
  });

  it('R71: nothing is read before somebody asks, and then only what has changed', async () => {
    const { set, sign, look, reads, shows, root, told } = await place();
    await set('bus', '5.02');
    await set('look', 'pass');
    await sign();
    await set('bus', '5.03');
    await shows('Show what changed');
    expect(reads).to.deep.equal([]);
    await look();
    expect(reads).to.deep.equal(['bus']);
    await set('bus', '5.04');
    await shows(() => told()[0]?.includes('Now 5.04 V'));
    await shows(() => reads.length === 2);
    expect(told()[0]).to.contain('When approved 5.02 V');
    root.querySelector<HTMLElement>('[part=changes] > summary')!.click();
    await shows(() => !root.querySelector('[part=change]'));
    await sign();
    await shows(() => !root.querySelector('[part=changes]'));
    await set('bus', '5.05');
    await shows('Show what changed');
    expect(root.querySelector('details')!.open, 'of another signature it is closed').to.equal(false);
  });

  it('R71: a value that was cleared, one that came before, an accepted deviation', async () => {
    const record = { value: '5', how: 'typed', by: 'lead', at: '2026-11-19T10:00:00.000Z' } as const;
    const bus = number('bus', '5 V bus', 'V', limits);
    const old = { ...number('old', 'Old', 'V', limits), record };
    const run = runOf({
      fields: [bus, old, passFail('look', 'Looks well'), seen],
      policy: { outOfRange: 'warn' },
    });
    const { set, give, sign, look, told } = await place({ run });
    await set('bus', '5.3');
    await set('look', 'pass');
    await sign();
    await give({ type: 'accept-deviation', stepId, targetId: 'bus', rationale: 'Bench supply' });
    await set('old', '5.01');
    await give({ type: 'clear-value', stepId, targetId: 'look', reason: 'Wrong unit' });
    await look();
    expect(told()[0]).to.equal('5 V bus When approved 5.3 V Too high Now 5.3 V Too high Deviation accepted');
    expect(told()[1], 'what came with the run is in no history').to.match(
      /^Old When approved Not in the history Now 5.01 V In range/,
    );
    expect(told()[2]).to.match(/^Looks well When approved Pass Now Empty Mei Tanaka, .+ Reason: Wrong unit$/);
  });

  it('R71: parts by when they went in and when they were taken out', async () => {
    const { give, sign, look, told, session, shows } = await place();
    const install = (unitId: string) =>
      give({ type: 'install-part', stepId, targetId: 'wheel', unitId, quantity: '1', how: 'scanned' });
    const uninstall = (at: number) => {
      const installId = session.run!.steps[0]!.requirements[0]!.installs[at]!.id;
      return give({ type: 'uninstall-part', stepId, targetId: 'wheel', installId });
    };
    await install('u-1');
    await sign();
    await uninstall(0);
    await look();
    await shows(() => /^Wheel Serial A-1 Uninstalled by Mei Tanaka, .+M$/.test(told()[0] ?? ''));
    await install('u-2');
    await shows(() =>
      /^Wheel Serial A-1 Uninstalled by .+ Serial A-2 Installed by Mei Tanaka, /.test(told()[0] ?? ''),
    );
    expect(told()).to.have.lengthOf(1);
    await sign();
    await uninstall(0);
    await look();
    await shows(() => /^Wheel Serial A-2 Uninstalled by Mei Tanaka, .+M$/.test(told()[0] ?? ''));
  });

  it('R71: a substitute that was taken out is told by its part number as well', async () => {
    const wheel = part('wheel', 'serial', '1', 'W-0', 'Wheel', [{ partNumber: 'W-1', description: 'Wheel' }]);
    const { give, sign, look, told, session, shows } = await place({ run: runOf({ requirements: [wheel] }) });
    const at = { stepId, targetId: 'wheel' };
    await give({ type: 'install-part', ...at, unitId: 'u-1', quantity: '1', how: 'scanned' });
    await sign();
    const installId = session.run!.steps[0]!.requirements[0]!.installs[0]!.id;
    await give({ type: 'uninstall-part', ...at, installId });
    await look();
    await shows(() => told()[0]?.startsWith('Wheel W-1 Serial A-1 Uninstalled by Mei Tanaka'));
  });

  it('R71: of a backend without a history it says no more than that parts are other than they were', async () => {
    const { give, sign, look, told, session, shows } = await place({
      wrap: ({ history: _, ...rest }) => rest,
    });
    const at = { stepId, targetId: 'wheel' };
    await give({ type: 'install-part', ...at, unitId: 'u-1', quantity: '1', how: 'scanned' });
    await sign();
    const installId = session.run!.steps[0]!.requirements[0]!.installs[0]!.id;
    await give({ type: 'uninstall-part', ...at, installId });
    await look();
    await shows(() => told()[0] === 'Wheel A part was taken out, or what is asked for here was changed.');
  });

  it('R71: what a redline took away is named as it was', async () => {
    const by = roverPeople.qualityEngineer.id;
    const at = '2026-11-20T14:00:00.000Z';
    const bracket = part('bracket', 'lot', '2', 'B-1', 'Bracket');
    const decision = { id: 'd', decision: 'approve', by, role: 'Quality engineer', at } as const;
    const covers = { bus: '0', wheel: '0', bracket: '0', look: '0' };
    const fields = [number('bus', '5 V bus', 'V', limits), { ...seen, decisions: [{ ...decision, covers }] }];
    const redline = {
      id: 'r',
      stepId,
      title: 'Without bracket',
      status: 'accepted',
      changes: [
        { change: 'remove-requirement', requirement: bracket },
        { change: 'remove-field', field: passFail('look', 'Looks well') },
      ],
    } as const;
    const { look, told, shows } = await place({ run: { ...runOf({ fields }), redlines: [redline] } });
    await shows('Changed since: Bracket and Looks well.');
    await look();
    expect(told()).to.deep.equal(['Bracket No longer there', 'Looks well No longer there']);
  });

  it('R71: photos that came and went', async () => {
    const { give, sign, look, told, session } = await place();
    const attach = (name: string) =>
      give({ type: 'attach-file', stepId, file: { id: name, name, type: 'image/png', size: 1 } });
    await attach('before.png');
    await sign();
    await attach('after.png');
    const { id } = session.run!.steps[0]!.evidence![0]!;
    await give({ type: 'remove-file', stepId, targetId: id, reason: 'Blurred' });
    await look();
    expect(told()[0]).to.match(/^before.png Removed by Mei Tanaka, .+ Reason: Blurred$/);
    expect(told()[1]).to.match(/^after.png Added by Mei Tanaka, /);
  });

  it('R71: what came, went, or is asked for in another way', async () => {
    const decision = {
      id: 'd',
      decision: 'approve',
      by: roverPeople.qualityEngineer.id,
      role: 'Quality engineer',
      at: '2026-11-20T14:00:00.000Z',
      covers: { gone: '1', bus: 'before', wheel: '0' },
    } as const;
    const record = { value: '5', how: 'typed', by: 'lead', at: '2026-11-19T10:00:00.000Z' } as const;
    const run = runOf({
      fields: [
        { ...number('bus', '5 V bus', 'V', limits), record },
        passFail('look', 'Looks well'),
        { ...seen, decisions: [decision] },
      ],
    });
    const { look, told } = await place({ run });
    await look();
    expect(told()).to.deep.equal([
      '5 V bus When approved 5 V In range Now 5 V In range What is asked for here was changed.',
      'Looks well Now Empty Added since',
      'gone No longer there',
    ]);
  });

  it('R71: what is named in the notice is named by its label, up to the last of four', async () => {
    const fields = ['A', 'B', 'C', 'D'].map((name) => number(`id-${name}`, `Bus ${name}`, 'V', limits));
    const { set, sign, shows } = await place({ run: runOf({ fields: [...fields, seen] }) });
    await sign();
    for (const { id } of fields) await set(id, '5');
    await shows('Changed since: Bus A, Bus B, Bus C, and Bus D.');
  });

  it('R71: twenty are told and read; how many more there are is said', async () => {
    const fields = Array.from({ length: 23 }, (_, at) => number(`n${at}`, `Number ${at}`, 'V', limits));
    const covers = { ...Object.fromEntries(fields.map(({ id }) => [id, 'before'] as const)), wheel: '0' };
    const by = roverPeople.qualityEngineer.id;
    const at = '2026-11-20T14:00:00.000Z';
    const decision = { id: 'd', decision: 'approve', by, role: 'Quality engineer', at, covers } as const;
    const run = runOf({ fields: [...fields, { ...seen, decisions: [decision] }] });
    const { look, told, text, reads } = await place({ run });
    await look();
    expect(told()).to.have.lengthOf(20);
    expect(reads).to.have.lengthOf(20);
    expect(text()).to.contain('3 more changes');
  });

  it('R71: a backend without a history says what is now; one that fails is asked again, and the focus stays', async () => {
    const bare = await place({
      wrap: (memory) => {
        const { values: _, ...rest } = memory;
        return rest;
      },
    });
    await bare.set('bus', '5.02');
    await bare.sign();
    await bare.set('bus', '5.4');
    await bare.look();
    expect(bare.told()[0]).to.match(/^5 V bus When approved Not in the history Now 5.4 V Too high/);
    expect(bare.text()).to.contain('The connected system keeps no history.');

    let isDown = true;
    const failing = await place({
      wrap: (memory) => ({
        ...memory,
        values: (...given) =>
          isDown ? Promise.reject(new AdapterFault('offline')) : memory.values!(...given),
      }),
    });
    await failing.set('bus', '5.02');
    await failing.sign();
    await failing.set('bus', '5.4');
    await failing.look();
    await failing.shows('What was there before could not be loaded. There is no connection.');
    expect(failing.told()[0]).to.contain('Now 5.4 V Too high');
    isDown = false;
    const retry = [...failing.root.querySelectorAll('button')].find((one) =>
      one.textContent.includes('Try again'),
    )!;
    retry.focus();
    retry.click();
    await failing.shows('When approved 5.02 V');
    expect(failing.root.activeElement?.localName).to.equal('summary');
  });

  it('R71: in German as well; a gate of the run says no more than its steps', async () => {
    addLanguage('de', de);
    const { element, set, sign, look, told, shows } = await place();
    element.lang = 'de';
    await set('bus', '5.02');
    await sign();
    await set('bus', '5.4');
    await shows('Zeigen, was sich geändert hat');
    await look();
    expect(told()[0]).to.match(/^5 V bus Bei der Freigabe 5,02 V .+ Jetzt 5,4 V /);
    const gate = {
      ...signoff('release', 'Release', 'Quality engineer'),
      decisions: [
        {
          id: 'd',
          decision: 'approve' as const,
          by: roverPeople.qualityEngineer.id,
          role: 'Quality engineer',
          at: '2026-11-20T14:00:00.000Z',
          covers: { [stepId]: 'before' },
        },
      ],
    };
    const other = await place({ run: { ...runOf(), gates: [gate] } });
    Object.assign(other.element, { fieldId: 'release' });
    await other.shows('Changed since: 1 Torque');
    expect(other.root.querySelector('details')).to.equal(null);
  });
});
