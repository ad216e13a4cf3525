import { expect } from 'chai';
import {
  commandTypes,
  decide,
  isRefusal,
  mayGive,
  runTransitions,
  stepStatuses,
  stepTransitions,
  stepStatusesFor,
  supportedCommands,
  type CommandRequest,
  type CommandType,
  type RunStatus,
  type Run,
  type StepStatus,
  type Issue,
  type Unit,
} from '../../src/domain/index.js';
import {
  after,
  ben,
  commandOf,
  having,
  now,
  number,
  part,
  runOf,
  signoff,
  step,
  text,
  withPolicy,
} from './runs.js';

const runStatuses: readonly RunStatus[] = [...stepStatuses, 'partial-complete'];
const unit: Unit = { id: 'u', partNumber: 'P', lot: 'L', quantity: '9', status: 'available' };
const install = {
  id: 'i',
  unitId: 'v',
  partNumber: 'P',
  quantity: '1',
  by: 'ada',
  at: now,
  how: 'picked',
} as const;
const photo = { id: 'f', name: 'weld.jpg', type: 'image/jpeg', size: 12 };
const gate = having(number('high', 'H', 'mm', { max: '1' }, { required: false }), '2');

const issueOf = (id: string, status: Issue['status']): Issue => ({
  id,
  number: id,
  title: id,
  status,
  disposition: 'rework',
  links: [],
  by: 'ben',
  at: now,
});

/** A run in which each command would succeed if only the status allowed it. Ben acts. */
const runAt = (stepStatus: StepStatus | 'unknown', more: Partial<Run> = {}): Run =>
  withPolicy(
    runOf(
      [
        step('s', {
          status: stepStatus,
          labor: [{ id: 'l', personId: 'ben', in: now }],
          fields: [
            text('t', 'T', { required: false, allowNotApplicable: true }),
            gate,
            signoff('q', 'Q', 'Quality', { required: false }),
          ],
          evidence: [{ id: 'e', file: photo, by: 'ada', at: now }],
          requirements: [{ ...part('r', 'lot', '1', 'P', 'Part'), installs: [install] }],
        }),
      ],
      {
        redlines: [
          { id: 'open', stepId: 's', title: 'Wider', status: 'open', before: 'in-progress' },
          { id: 'decided', stepId: 's', title: 'Wider', status: 'accepted', before: 'todo' },
        ],
        issues: [issueOf('x', 'resolved'), issueOf('p', 'pending'), issueOf('v', 'in-review')],
        ...more,
      },
    ),
    { outOfRange: 'warn', overInstall: 'allow', rework: 'both' },
  );

const at = { stepId: 's' };
const requests: Partial<Record<CommandType, object>> = {
  'set-value': { ...at, targetId: 't', value: 'x' },
  'clear-value': { ...at, targetId: 't' },
  'mark-not-applicable': { ...at, targetId: 't' },
  'accept-deviation': { ...at, targetId: 'high', rationale: 'x' },
  sign: { ...at, targetId: 'q', decision: 'approve' },
  'install-part': { ...at, targetId: 'r', unitId: 'u', quantity: '1', how: 'scanned' },
  'uninstall-part': { ...at, targetId: 'r', installId: 'i' },
  'except-requirement': { ...at, targetId: 'r', issueId: 'x' },
  'attach-file': { ...at, file: photo },
  'remove-file': { ...at, targetId: 'e', reason: 'x' },
  comment: { ...at, text: 'x' },
  'open-issue': { ...at, title: 'x', links: ['t'] },
  'link-issue': { ...at, issueId: 'x', links: ['t'] },
  'fail-step': { ...at, reason: 'x' },
  'hold-step': { ...at, reason: 'x' },
  'reopen-step': { ...at, reason: 'x' },
  'cancel-step': { ...at, reason: 'x' },
  'propose-redline': { ...at, title: 'x', changes: [{ change: 'instructions', to: ['x'] }] },
  'approve-redline': { ...at, redlineId: 'open' },
  'reject-redline': { ...at, redlineId: 'open', comment: 'x' },
  'close-redline': { ...at, redlineId: 'decided' },
  'cancel-redline': { ...at, redlineId: 'open' },
  'disposition-issue': { issueId: 'p', disposition: 'scrap' },
  'advance-issue': { issueId: 'p' },
  'resolve-issue': { issueId: 'v' },
  'reopen-issue': { issueId: 'x', reason: 'x' },
  'edit-labor': { ...at, laborId: 'l', in: now, reason: 'x' },
  'join-batch': { batch: { id: 'b', name: 'Monday' } },
  'fail-run': { reason: 'x' },
  'cancel-run': { reason: 'x' },
  'complete-run': {
    acknowledged: [
      ...['x', 'p', 'v'].map((id) => `open-issue:${id}`),
      'out-of-range-without-issue:high',
      'open-redline:open',
    ],
  },
};
const requestOf = (type: CommandType) => ({ type, ...(requests[type] ?? at) }) as CommandRequest;

const outcome = (run: Run, type: CommandType): string => {
  const answer = decide(run, commandOf(requestOf(type)), {
    by: 'ben',
    at: now,
    facts: { units: { u: unit } },
  });
  return isRefusal(answer) ? answer.refused : 'done';
};

/** What the tables say of a command at a step in this status, in a run that is open. */
function expected(status: StepStatus, type: CommandType): string {
  if (!supportedCommands.has(type)) return 'not-supported';
  // Ben is checked in and the run in no batch, which is refused as invalid once the status has been found right.
  const done = /^(check-in|leave-batch)$/.test(type) ? 'invalid' : 'done';
  if (Object.values(stepTransitions).some((row) => type in row)) {
    return type in stepTransitions[status] ? done : 'wrong-status';
  }
  const allowed = stepStatusesFor[type];
  return !allowed || allowed.includes(status) ? done : 'wrong-status';
}

describe('the table of steps', () => {
  for (const status of stepStatuses) {
    it(`R43: every command at a step that is ${status}`, () => {
      const run = runAt(status);
      for (const type of commandTypes.filter((one) => one !== 'complete-run')) {
        expect(outcome(run, type), type).to.equal(expected(status, type));
      }
    });

    it(`a transition out of ${status} leads where the table says`, () => {
      for (const [type, to] of Object.entries(stepTransitions[status])) {
        if (!supportedCommands.has(type as CommandType)) continue;
        const run = { ...runAt(status), people: [{ ...ben, id: 'ada' }] };
        const ready = {
          ...run,
          steps: [{ ...run.steps[0]!, labor: [{ id: 'l', personId: 'ada', in: now }] }],
        };
        expect(to).to.include(after(ready, requestOf(type as CommandType)).steps[0]!.status);
      }
    });
  }

  it('R9: a step of a status that nobody knows refuses everything but talk', () => {
    const run = runAt('unknown');
    for (const type of supportedCommands)
      // What concerns the run, its batch or an issue asks nothing of the step.
      if (!/-(run|batch|issue)$/.test(type) || type === 'open-issue')
        expect(outcome(run, type), type).to.equal('wrong-status');
  });

  it('R11: a redline can be neither completed nor failed nor filled', () => {
    expect(stepTransitions.redline).to.not.have.any.keys('complete-step', 'fail-step', 'start-step');
    const filling = Object.entries(stepStatusesFor).filter(([type]) => !type.endsWith('-redline'));
    expect(filling.flatMap(([, statuses]) => statuses)).to.not.include('redline');
  });

  it('R13: failing is only for what was started', () => {
    expect(stepStatuses.filter((status) => 'fail-step' in stepTransitions[status])).to.deep.equal([
      'in-progress',
    ]);
  });

  it('R16, R17: a failed step can be done again or redlined, a canceled one restored', () => {
    expect(stepTransitions.failed).to.deep.equal({ 'reopen-step': ['todo'], 'propose-redline': ['redline'] });
    expect(stepTransitions.canceled).to.deep.equal({ 'restore-step': ['todo'] });
  });
});

describe('the table of runs', () => {
  for (const status of runStatuses) {
    it(`every command of the run in a run that is ${status}`, () => {
      const run = runAt('complete', { status });
      const over = ['complete', 'failed', 'canceled'].includes(status);
      for (const type of ['complete-run', 'fail-run', 'cancel-run'] as const) {
        const wanted = over ? 'locked' : type in runTransitions[status] ? 'done' : 'wrong-status';
        expect(outcome(run, type), type).to.equal(wanted);
      }
      expect(outcome(run, 'reopen-run')).to.equal('not-supported');
    });
  }

  it('a command of the run that names a step as well is still asked of the run', () => {
    const command = { type: 'complete-run', acknowledged: [], stepId: 's' } as unknown as CommandRequest;
    const answer = decide(runAt('complete', { status: 'todo' }), commandOf(command), {
      by: 'ben',
      at: now,
      facts: {},
    });
    expect(answer).to.include({ refused: 'wrong-status' });
  });

  it('R105: a run that is over refuses everything, whatever its steps say', () => {
    for (const status of ['complete', 'failed', 'canceled'] as const) {
      for (const type of supportedCommands) {
        expect(outcome(runAt('in-progress', { status }), type), type).to.equal('locked');
      }
    }
  });

  it('a run of a status that nobody knows refuses everything, with what it was called', () => {
    const run = runAt('in-progress', { status: 'unknown', reported: 'ARCHIVED' });
    for (const type of supportedCommands) {
      const answer = decide(run, commandOf(requestOf(type)), { by: 'ben', at: now, facts: {} });
      expect(answer, type).to.deep.equal({ refused: 'wrong-status', detail: { status: 'ARCHIVED' } });
    }
  });

  it('what is not there is not found', () => {
    const run = runAt('in-progress');
    const ask = (request: object) => mayGive(run, request as never, 'ben')?.refused;
    expect(ask({ type: 'start-step', stepId: 'nowhere' })).to.equal('not-found');
    expect(ask({ type: 'start-step' })).to.equal('not-found');
    expect(ask({ type: 'complete-run', runId: 'other' })).to.equal('not-found');
    expect(ask({ type: 'set-value', stepId: 's', targetId: 'nothing' })).to.equal('not-found');
    expect(ask({ type: 'set-value', stepId: 's', targetId: 'r' })).to.equal('not-found');
    expect(ask({ type: 'install-part', stepId: 's', targetId: 't' })).to.equal('not-found');
    expect(ask({ type: 'except-requirement', stepId: 's', targetId: 't' })).to.equal('not-found');
    expect(ask({ type: 'remove-file', stepId: 's', targetId: 't' })).to.equal('not-found');
  });
});
