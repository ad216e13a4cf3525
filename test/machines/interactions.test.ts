import { expect } from 'chai';
import { createActor, type AnyStateMachine } from 'xstate';
import { AdapterFault } from '../../src/adapters/adapter.js';
import {
  entryMachine,
  identifyMachine,
  installMachine,
  reviewMachine,
  sessionMachine,
  signoffMachine,
} from '../../src/machines/index.js';
import { roverRun, roverUnits } from '../../src/testing/rover.js';
import { edgesOf, take } from './walk.js';

const submission = { request: { type: 'complete-run', acknowledged: [] }, commandId: 'c-1' } as const;
const other = { ...submission, commandId: 'c-2' } as const;
const refusal = { refused: 'rule', detail: { message: 'No' } } as const;
const fault = new AdapterFault('offline');
const answers = [
  { type: 'SAVED' },
  { type: 'QUEUED' },
  { type: 'REFUSED', refusal },
  { type: 'FAULTED', fault },
] as const;
const unit = roverUnits()[0]!;
const run = roverRun();

/** Every machine with each of its events, and which state each event leads to from where. Anything else is ignored. */
const machines: Record<
  string,
  { machine: AnyStateMachine; events: readonly { type: string }[]; edges: string; input?: unknown }
> = {
  session: {
    machine: sessionMachine,
    input: {},
    events: [
      { type: 'LOADED', run, problems: [] } as never,
      { type: 'FAULTED', fault } as never,
      { type: 'RECEIVED', run } as never,
      { type: 'RELOAD' },
      { type: 'RETRY' },
      { type: 'STOP' },
    ],
    edges: `
      loading -LOADED-> ready, loading -FAULTED-> failed, loading -STOP-> stopped
      ready -RELOAD-> reloading, ready -STOP-> stopped
      reloading -LOADED-> ready, reloading -FAULTED-> failed, reloading -STOP-> stopped
      failed -RETRY-> loading, failed -STOP-> stopped`,
  },
  entry: {
    machine: entryMachine,
    events: [
      { type: 'EDIT', draft: '12' } as never,
      { type: 'INVALID', problem: 'not-a-number' } as never,
      { type: 'ASK', asked: { request: submission.request, outOfRange: 'high' } } as never,
      { type: 'REASON', reason: 'Measured again' } as never,
      { type: 'SUBMIT', submission } as never,
      { type: 'RETRY' },
      { type: 'DISCARD' },
      ...answers,
    ],
    edges: `
      rest -EDIT-> drafting, rest -ASK-> asking, rest -SUBMIT-> saving
      drafting -INVALID-> invalid, drafting -ASK-> asking, drafting -SUBMIT-> saving, drafting -DISCARD-> rest
      asking -EDIT-> drafting, asking -SUBMIT-> saving, asking -DISCARD-> rest
      invalid -EDIT-> drafting, invalid -DISCARD-> rest
      saving -SAVED-> rest, saving -QUEUED-> rest, saving -REFUSED-> refused, saving -FAULTED-> failed
      saving -EDIT-> drafting
      refused -EDIT-> drafting, refused -ASK-> asking, refused -SUBMIT-> saving, refused -DISCARD-> rest
      failed -RETRY-> saving, failed -EDIT-> drafting, failed -DISCARD-> rest`,
  },
  signoff: {
    machine: signoffMachine,
    events: [
      { type: 'REJECT' },
      { type: 'COMMENT', comment: 'Loose' } as never,
      { type: 'IDENTIFY', submission } as never,
      { type: 'SIGN', submission } as never,
      { type: 'RETRY' },
      { type: 'CANCEL' },
      ...answers,
    ],
    edges: `
      rest -REJECT-> explaining, rest -IDENTIFY-> identifying, rest -SIGN-> signing
      explaining -IDENTIFY-> identifying, explaining -SIGN-> signing, explaining -CANCEL-> rest
      identifying -SIGN-> signing, identifying -CANCEL-> rest
      signing -SAVED-> rest, signing -QUEUED-> rest, signing -REFUSED-> refused, signing -FAULTED-> failed
      refused -REJECT-> explaining, refused -IDENTIFY-> identifying, refused -SIGN-> signing, refused -CANCEL-> rest
      failed -RETRY-> signing, failed -CANCEL-> rest`,
  },
  identify: {
    machine: identifyMachine,
    events: [
      { type: 'TRY' },
      { type: 'RECOGNIZED' },
      { type: 'REFUSED', refusal } as never,
      { type: 'FAULTED', fault } as never,
      { type: 'CANCEL' },
    ],
    edges: `
      asking -TRY-> checking
      checking -RECOGNIZED-> recognized, checking -REFUSED-> asking, checking -FAULTED-> asking, checking -CANCEL-> asking
      recognized -REFUSED-> asking`,
  },
  install: {
    machine: installMachine,
    events: [
      { type: 'FIND', text: 'SN-1', how: 'scanned' } as never,
      { type: 'FOUND', units: [unit] } as never,
      { type: 'CHOOSE', unit, quantity: '1' } as never,
      { type: 'QUANTITY', quantity: '2' } as never,
      { type: 'DESIGNATOR', designator: 'R1' } as never,
      { type: 'BUILD', quantity: '1' } as never,
      { type: 'NAME', name: 'SN-1' } as never,
      { type: 'INSTALL', submission } as never,
      { type: 'UNINSTALL', submission } as never,
      { type: 'RETRY' },
      { type: 'CANCEL' },
      ...answers,
    ],
    edges: `
      rest -FIND-> finding, rest -BUILD-> building, rest -UNINSTALL-> submitting
      finding -FOUND-> choosing, finding -FAULTED-> unfound, finding -CANCEL-> rest
      unfound -RETRY-> finding, unfound -FIND-> finding, unfound -CANCEL-> rest
      choosing -CHOOSE-> measuring, choosing -FIND-> finding, choosing -CANCEL-> rest
      measuring -INSTALL-> submitting, measuring -FIND-> finding, measuring -CANCEL-> rest
      building -INSTALL-> submitting, building -CANCEL-> rest
      submitting -SAVED-> rest, submitting -QUEUED-> rest, submitting -REFUSED-> refused, submitting -FAULTED-> failed
      refused -QUANTITY-> measuring, refused -DESIGNATOR-> measuring, refused -CHOOSE-> measuring
      refused -FIND-> finding, refused -CANCEL-> rest
      failed -RETRY-> submitting, failed -CANCEL-> rest`,
  },
  review: {
    machine: reviewMachine,
    events: [
      { type: 'OPEN' },
      { type: 'NOTE', note: 'All good' } as never,
      { type: 'ACKNOWLEDGE', keys: ['open-issue:i-1'] } as never,
      { type: 'CONFIRM', submission } as never,
      { type: 'RETRY' },
      { type: 'CANCEL' },
      ...answers,
    ],
    edges: `
      closed -OPEN-> reviewing
      reviewing -CONFIRM-> confirming, reviewing -CANCEL-> closed
      confirming -SAVED-> done, confirming -QUEUED-> done, confirming -REFUSED-> refused, confirming -FAULTED-> failed
      refused -NOTE-> reviewing, refused -ACKNOWLEDGE-> reviewing, refused -CONFIRM-> confirming, refused -CANCEL-> closed
      failed -RETRY-> confirming, failed -CANCEL-> closed
      done -CANCEL-> closed`,
  },
};

describe('the machines that run', () => {
  for (const [name, { machine, events, edges, input }] of Object.entries(machines)) {
    const expected = new Set(
      edges
        .split(/[,\n]/)
        .map((edge) => edge.trim())
        .filter(Boolean),
    );

    it(`${name}: every edge leads where the table says, and there is no other`, () => {
      const all = edgesOf(machine, events as never, input);
      const moved = new Set<string>();
      for (const edge of all) {
        const arrived = take(machine, edge, input).value as string;
        const type = (edge.event as { type: string }).type;
        expect(arrived, `${edge.from} -${type}->`).to.equal(edge.to);
        if (arrived !== edge.from) moved.add(`${edge.from} -${type}-> ${arrived}`);
      }
      expect([...moved].sort()).to.deep.equal([...expected].sort());
      // Every state has been asked every event.
      const states = new Set(all.map(({ from }) => from));
      expect(all.length).to.equal(states.size * events.length);
    });
  }
});

describe('what an interaction keeps', () => {
  it('R115: a retry sends the same command with the same id', () => {
    const actor = createActor(entryMachine).start();
    actor.send({ type: 'SUBMIT', submission });
    actor.send({ type: 'FAULTED', fault });
    actor.send({ type: 'RETRY' });
    expect(actor.getSnapshot().context.submission).to.equal(submission);
    expect(actor.getSnapshot().context.fault).to.equal(undefined);
  });

  for (const answer of [answers[2], answers[3]]) {
    it(`an entry that was ${answer.type.toLowerCase()} keeps its draft and its base`, () => {
      const actor = createActor(entryMachine).start();
      actor.send({ type: 'EDIT', draft: '12.5', base: '7' });
      actor.send({ type: 'EDIT', draft: '12.50', base: '8' });
      actor.send({ type: 'SUBMIT', submission });
      actor.send(answer);
      const { draft, base } = actor.getSnapshot().context;
      expect({ draft, base }).to.deep.equal({ draft: '12.50', base: '7' });
    });
  }

  it('R113: what is typed over a stale refusal rests on what was shown with it', () => {
    const actor = createActor(entryMachine).start();
    actor.send({ type: 'EDIT', draft: '12.5', base: '7' });
    actor.send({ type: 'SUBMIT', submission });
    actor.send({ type: 'REFUSED', refusal: { refused: 'stale' } });
    actor.send({ type: 'EDIT', draft: '12.6', base: '9' });
    expect(actor.getSnapshot().context.base).to.equal('9');
  });

  it('R44: what is typed while a value is being saved is kept, and rests on that value', () => {
    const actor = createActor(entryMachine).start();
    actor.send({ type: 'EDIT', draft: '12.5', base: '7' });
    actor.send({ type: 'SUBMIT', submission });
    actor.send({ type: 'EDIT', draft: '12.55', base: '7' });
    actor.send({ type: 'SAVED' });
    const { draft, base } = actor.getSnapshot().context;
    expect({ draft, base }).to.deep.equal({ draft: '12.55', base: undefined });
  });

  it('an entry that is saved keeps nothing', () => {
    const actor = createActor(entryMachine).start();
    actor.send({ type: 'EDIT', draft: '12.5' });
    actor.send({ type: 'SUBMIT', submission });
    actor.send({ type: 'SAVED' });
    const { draft, submission: sent } = actor.getSnapshot().context;
    expect({ draft, sent }).to.deep.equal({ draft: undefined, sent: undefined });
  });

  it('R103: canceling a review leaves no trace of it', () => {
    const actor = createActor(reviewMachine).start();
    const before = actor.getSnapshot().context;
    actor.send({ type: 'OPEN' });
    actor.send({ type: 'NOTE', note: 'Half a thought' });
    actor.send({ type: 'ACKNOWLEDGE', keys: ['open-issue:i-1'] });
    actor.send({ type: 'CANCEL' });
    expect(actor.getSnapshot().context).to.deep.equal(before);
  });

  it('R112: a review that was refused keeps the note', () => {
    const actor = createActor(reviewMachine).start();
    actor.send({ type: 'OPEN' });
    actor.send({ type: 'NOTE', note: 'All good' });
    actor.send({ type: 'CONFIRM', submission });
    actor.send({ type: 'REFUSED', refusal });
    actor.send({ type: 'CONFIRM', submission: other });
    expect(actor.getSnapshot().context).to.deep.include({
      note: 'All good',
      submission: other,
      refusal: undefined,
    });
  });

  it('a new question forgets the unit of the one before', () => {
    const actor = createActor(installMachine).start();
    actor.send({ type: 'FIND', text: 'SN-1', how: 'scanned' });
    actor.send({ type: 'FOUND', units: [unit] });
    actor.send({ type: 'CHOOSE', unit, quantity: '1' });
    actor.send({ type: 'FIND', text: 'SN-2', how: 'picked' });
    expect(actor.getSnapshot().context).to.deep.include({
      text: 'SN-2',
      how: 'picked',
      unit: undefined,
      quantity: '',
    });
  });

  it('R60: what is made goes back to where it is named, and not to stock, when it was refused', () => {
    for (const event of [
      { type: 'NAME', name: 'SN-2' },
      { type: 'QUANTITY', quantity: '2' },
    ] as const) {
      const actor = createActor(installMachine).start();
      actor.send({ type: 'BUILD', quantity: '1' });
      actor.send({ type: 'NAME', name: 'SN-1' });
      actor.send({ type: 'INSTALL', submission });
      actor.send({ type: 'REFUSED', refusal });
      expect(actor.getSnapshot().context).to.include({ name: 'SN-1', how: 'made' });
      actor.send(event);
      expect(actor.getSnapshot().value).to.equal('building');
    }
  });

  it('R58: the place is forgotten with the unit that it was chosen for', () => {
    const actor = createActor(installMachine).start();
    actor.send({ type: 'FIND', text: 'SN-1', how: 'typed' });
    actor.send({ type: 'FOUND', units: [unit] });
    actor.send({ type: 'CHOOSE', unit, quantity: '1', targetId: 'motor' });
    actor.send({ type: 'DESIGNATOR', designator: 'M1' });
    actor.send({ type: 'INSTALL', submission });
    actor.send({ type: 'REFUSED', refusal });
    expect(actor.getSnapshot().context).to.include({ designator: 'M1', targetId: 'motor' });
    actor.send({ type: 'CHOOSE', unit, quantity: '1' });
    expect(actor.getSnapshot().context).to.include({ designator: undefined, targetId: undefined });
  });

  it('the session shows the old run while it is read again', () => {
    const actor = createActor(sessionMachine, { input: { run } }).start();
    actor.send({ type: 'RELOAD' });
    expect(actor.getSnapshot().context.run).to.equal(run);
  });
});

/** Compiles only while events are typed: each line must be an error. */
export function nonsense(): void {
  const entry = createActor(entryMachine);
  // @ts-expect-error -- no such event
  entry.send({ type: 'NONSENSE' });
  // @ts-expect-error -- a draft is missing
  entry.send({ type: 'EDIT' });
  // @ts-expect-error -- of another machine
  createActor(signoffMachine).send({ type: 'EDIT', draft: '' });
  // @ts-expect-error -- a quantity is decimal text
  createActor(installMachine).send({ type: 'QUANTITY', quantity: 2 });
  // @ts-expect-error -- a refusal is missing
  createActor(reviewMachine).send({ type: 'REFUSED' });
  // @ts-expect-error -- no such event
  createActor(sessionMachine, { input: {} }).send({ type: 'SAVED' });
}
