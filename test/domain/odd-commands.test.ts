// Commands from elsewhere: each with each of its properties missing or of another shape.
import { expect } from 'chai';
import {
  decide,
  evolveAll,
  gridOf,
  isRefusal,
  readRun,
  redlineDiff,
  stepStatuses,
  type Command,
  type CommandRequest,
  type Issue,
  type Run,
} from '../../src/domain/index.js';
import {
  before,
  ben,
  commandOf,
  having,
  now,
  number,
  part,
  runOf,
  signoff,
  text,
  withPolicy,
  working,
} from './runs.js';

const odd: readonly unknown[] = [undefined, null, 5, {}, [], '', ' ', 'x', true, [null], { id: 5 }];
const file = { id: 'f', name: 'weld.jpg', type: 'image/jpeg', size: 1 };
/** All that a command may say, sound. */
const sound: readonly object[] = [
  { type: 'start-step' },
  { type: 'check-in' },
  { type: 'check-out', because: 'idle' },
  {
    type: 'set-value',
    targetId: 't',
    value: 'x',
    raw: ' x',
    unit: 'mm',
    resolution: '1',
    how: 'gauge',
    reason: 'r',
  },
  { type: 'set-value', targetId: 'n', value: '5', raw: '5 ', unit: 'mm', resolution: '1', reason: 'r' },
  { type: 'clear-value', targetId: 'n', reason: 'r' },
  { type: 'mark-not-applicable', targetId: 't', reason: 'r' },
  { type: 'accept-deviation', targetId: 'n', rationale: 'r' },
  { type: 'attach-file', file, caption: 'c' },
  { type: 'remove-file', targetId: 'e', reason: 'r' },
  { type: 'sign', targetId: 'q', decision: 'approve', comment: 'c' },
  { type: 'install-part', targetId: 'r', unitId: 'u', quantity: '1', how: 'picked', designator: 'D1' },
  { type: 'install-part', targetId: 'm', made: { serial: 'S' }, quantity: '1', how: 'made' },
  { type: 'uninstall-part', targetId: 'r', installId: 'in' },
  { type: 'except-requirement', targetId: 'r', issueId: 'i' },
  { type: 'complete-step' },
  { type: 'fail-step', reason: 'r', issueId: 'i' },
  { type: 'hold-step', reason: 'r', comment: 'c' },
  { type: 'resume-step' },
  { type: 'reopen-step', reason: 'r' },
  { type: 'duplicate-step' },
  { type: 'cancel-step', reason: 'r' },
  { type: 'restore-step' },
  { type: 'comment', text: 't', mentions: ['ada'] },
  { type: 'open-issue', title: 't', links: ['s'] },
  { type: 'link-issue', issueId: 'i', links: ['n'] },
  { type: 'disposition-issue', issueId: 'i', disposition: 'rework' },
  { type: 'advance-issue', issueId: 'i' },
  { type: 'resolve-issue', issueId: 'i' },
  { type: 'reopen-issue', issueId: 'i', reason: 'r' },
  { type: 'propose-redline', title: 't', issueId: 'i', changes: [{ change: 'instructions', to: ['x'] }] },
  { type: 'approve-redline', redlineId: 'rl', comment: 'c' },
  { type: 'reject-redline', redlineId: 'rl', comment: 'c' },
  { type: 'close-redline', redlineId: 'rl' },
  { type: 'cancel-redline', redlineId: 'rl' },
  { type: 'edit-labor', laborId: 'l', in: before, out: now, reason: 'r' },
  { type: 'join-batch', batch: { id: 'b', name: 'n' } },
  { type: 'leave-batch' },
  { type: 'fail-run', reason: 'r' },
  { type: 'cancel-run', reason: 'r' },
  { type: 'complete-run', note: 'n', acknowledged: ['open-issue:i'] },
];
const issue: Issue = {
  id: 'i',
  number: 'ISS-1',
  title: 'Scratch',
  status: 'pending',
  disposition: 'rework',
  links: ['s'],
  by: 'ada',
  at: now,
};
const installed = {
  id: 'in',
  unitId: 'v',
  partNumber: 'P',
  quantity: '1',
  by: 'ada',
  at: now,
  how: 'picked',
} as const;
const made = { ...part('m', 'serial', '1', 'B', 'Board'), madeOnAssembly: true } as const;
const unit = { id: 'u', partNumber: 'P', lot: 'L', quantity: '9', status: 'available' } as const;

/** In each status of the step and of the issue something else is possible. */
const runs: readonly Run[] = stepStatuses.flatMap((status) =>
  (['pending', 'in-review', 'resolved'] as const).flatMap((of) => {
    const one = working('s', {
      status,
      required: false,
      labor: [{ id: 'l', personId: 'ada', in: before, ...(status !== 'in-progress' && { out: now }) }],
      fields: [
        having(number('n', 'N', 'mm', { max: '1' }), '5'),
        { ...text('t', 'T', { required: false }), allowNotApplicable: true },
        signoff('q', 'Q', 'Quality', { required: false }),
      ],
      requirements: [{ ...part('r', 'lot', '2', 'P', 'Part'), installs: [installed] }, made],
      evidence: [{ id: 'e', file, by: 'ada', at: now }],
    });
    const redlines =
      status === 'redline' ? [{ id: 'rl', stepId: 's', title: 'R', status: 'open', changes: [] }] : [];
    const run = runOf([one], {
      people: [{ ...ben, id: 'ada' }],
      issues: [{ ...issue, status: of }],
      redlines: redlines as Run['redlines'],
    });
    const lenient = withPolicy(run, { outOfRange: 'with-rationale', rework: 'both' });
    return [lenient, { ...lenient, batch: { id: 'b', name: 'n' } }];
  }),
);

/** A thing with each of its parts odd in turn, however deep. */
const spoiled = (thing: object): readonly object[] =>
  Object.entries(thing).flatMap(([key, value]) => {
    const parts: readonly unknown[] =
      typeof value === 'object' && value !== null ? spoiled(value as object) : [];
    return [...odd, ...parts].map((wrong) =>
      Array.isArray(thing) ? (thing as unknown[]).with(Number(key), wrong) : { ...thing, [key]: wrong },
    );
  });

describe('a command from elsewhere', () => {
  it('R25, R85: a redline of which any part is odd is refused, or applied as it can be read again', () => {
    const one = { type: 'text', label: 'L', required: true, allowNotApplicable: false };
    const content = {
      label: 'L',
      hint: 'H',
      required: false,
      unit: 'mm',
      limits: { min: '1', max: '2', target: '1' },
      options: [{ value: 'a', label: 'A' }],
      role: 'Quality',
      meaning: 'M',
      peerReview: true,
    };
    const needed = { ...part('', 'lot', '2', 'P', 'Part'), designators: ['D1', 'D2'] };
    const changes: readonly object[] = [
      { change: 'instructions', to: ['x'] },
      { change: 'add-field', field: one, after: 'n' },
      { change: 'add-field', field: { ...one, type: 'signoff', role: 'Quality', peerReview: true } },
      ...['n', 'q', 'a:w'].map((targetId) => ({ change: 'change-field', targetId, to: content })),
      { change: 'remove-field', targetId: 't' },
      { change: 'add-requirement', requirement: needed },
      { change: 'change-requirement', targetId: 'r', to: { ...needed, unit: 'm' } },
      { change: 'remove-requirement', targetId: 'r' },
      { change: 'add-line', axis: 'row', line: { label: 'L', limits: content.limits }, after: 'a' },
      { change: 'add-line', axis: 'column', line: one, after: 'w' },
      { change: 'change-line', axis: 'row', targetId: 'a', to: { label: 'L', limits: content.limits } },
      { change: 'change-line', axis: 'column', targetId: 'w', to: content },
      { change: 'remove-line', axis: 'column', targetId: 'w' },
      { change: 'add-dependency', targetId: 's' },
      { change: 'remove-dependency', targetId: 's' },
    ];
    const table = gridOf({
      columns: [
        { id: 'w', label: 'W', type: 'number' },
        { id: 'v', label: 'V', type: 'text' },
      ],
      rows: [{ id: 'a', label: 'A' }],
    });
    const fields = [
      number('n', 'N', 'mm', {}),
      text('t', 'T'),
      signoff('q', 'Q', 'Quality'),
      ...table.fields,
    ];
    const run = runOf([
      working('s', { ...table, fields, requirements: [part('r', 'lot', '2', 'P', 'Part')] }),
    ]);
    const by = { by: 'ada', at: now, facts: {} };
    for (const change of [...changes, ...changes.flatMap(spoiled)]) {
      const given = commandOf({
        type: 'propose-redline',
        stepId: 's',
        title: 't',
        changes: [change],
      } as never);
      try {
        const proposed = decide(run, given, by);
        if (isRefusal(proposed)) continue;
        const open = evolveAll(run, proposed);
        const redlineId = open.redlines[0]!.id;
        const approved = decide(open, commandOf({ type: 'approve-redline', stepId: 's', redlineId }), by);
        if (isRefusal(approved)) throw new Error('what was taken is not approved');
        for (const told of [open, evolveAll(open, approved)]) {
          const next = structuredClone(told);
          expect(readRun(next)).to.deep.equal({ run: next, problems: [] });
          redlineDiff(next, next.redlines[0]!);
        }
      } catch (error) {
        throw new Error(JSON.stringify(change), { cause: error });
      }
    }
  });

  it('R25: is refused or recorded as it can be read again, whatever it leaves out or gets wrong', () => {
    for (const body of sound) {
      const { type } = body as { type: string };
      const at = /-(run|batch)$/.test(type) ? {} : { stepId: 's' };
      for (const key of Object.keys(body)) {
        for (const wrong of key === 'type' ? [type] : odd) {
          const command: Command = commandOf({ ...at, ...body, [key]: wrong } as CommandRequest);
          const said = `${type}, ${key}: ${JSON.stringify(wrong)}`;
          for (const run of runs) {
            try {
              const answer = decide(run, command, { by: 'ada', at: now, facts: { units: { u: unit } } });
              if (isRefusal(answer)) continue;
              const next = structuredClone(evolveAll(run, answer));
              expect(readRun(next)).to.deep.equal({ run: next, problems: [] });
            } catch (error) {
              throw new Error(said, { cause: error });
            }
          }
        }
      }
    }
  });
});
