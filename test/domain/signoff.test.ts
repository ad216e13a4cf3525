import { expect } from 'chai';
import {
  changedSince,
  evolveAll,
  isRefusal,
  lastDecision,
  maySign,
  permissions,
  runBlockers,
  runWarnings,
  signoffState,
  stepBlockers,
  teamOf,
  versionSeen,
  type Run,
} from '../../src/domain/index.js';
import {
  ada,
  after,
  ask,
  ben,
  eventsOf,
  having,
  kinds,
  number,
  part,
  refusalOf,
  runOf,
  signoff,
  signoffIn,
  step,
  stepIn,
  text,
  withPolicy,
  working,
  workingOn,
} from './runs.js';

const quality = signoff('q', 'Checked', 'Quality', { meaning: 'Seen and measured' });
const base = workingOn({
  fields: [number('n', 'N', 'mm', undefined), text('t', 'T'), quality],
  requirements: [part('r', 'lot', '2', 'P-1', 'Part')],
});
const approve = { type: 'sign', stepId: 's', targetId: 'q', decision: 'approve' } as const;
const reject = { ...approve, decision: 'reject', comment: 'Scratched' } as const;
const signed = (run: Run, request: typeof approve | typeof reject, by = 'ben'): Run =>
  evolveAll(run, eventsOf(run, request, { by }));
const state = (run: Run) => signoffState(run, stepIn(run), signoffIn(run, 'q'));
const set = { type: 'set-value', stepId: 's', targetId: 'n', value: '5' } as const;

describe('signing', () => {
  it('R67: only a member of the role', () => {
    expect(refusalOf(base, approve, { by: 'ada' })).to.deep.equal({
      refused: 'not-permitted',
      detail: { reason: 'role', needs: 'Quality' },
    });
    expect(state(signed(base, approve))).to.equal('approved');
  });

  it('R67: the role without the permission to sign is not enough', () => {
    const run = { ...base, people: [{ ...ben, permissions: permissions.filter((one) => one !== 'sign') }] };
    expect(refusalOf(run, approve, { by: 'ben' }).detail).to.deep.equal({
      reason: 'permission',
      needs: 'sign',
    });
  });

  it('R70: membership through a team counts', () => {
    const teams = [{ id: 'x', name: 'X', members: ['ada'], roles: ['Quality'] }];
    expect(state(signed({ ...base, teams }, approve, 'ada'))).to.equal('approved');
    expect(maySign({ ...base, teams }, stepIn(base), quality, 'cleo')?.detail?.reason).to.equal('role');
    expect(maySign(base, stepIn(base), quality, 'nobody')?.detail?.reason).to.equal('role');
  });

  it('R69: peer review is not for whoever logged labor, recorded a value or installed a part', () => {
    const peer = { ...quality, peerReview: true };
    const may = (run: Run) => maySign(run, stepIn(run), peer, 'ben')?.detail?.reason;
    const bare = (more: Parameters<typeof working>[1]) => runOf([working('s', { ...more })]);
    const install = {
      id: 'i',
      unitId: 'u',
      partNumber: 'P-1',
      quantity: '1',
      by: 'ben',
      at: '',
      how: 'picked',
    } as const;
    expect(may(bare({ fields: [peer] }))).to.equal(undefined);
    expect(
      may(
        bare({
          labor: [
            { id: 'l', personId: 'ben', in: '2026-11-20T08:00:00.000Z', out: '2026-11-20T08:01:00.000Z' },
          ],
        }),
      ),
    ).to.equal('peer-review');
    expect(may(bare({ fields: [having(text('t', 'T'), 'x', { by: 'ben' })] }))).to.equal('peer-review');
    expect(
      may(bare({ requirements: [{ ...part('r', 'lot', '2', 'P-1', 'Part'), installs: [install] }] })),
    ).to.equal('peer-review');
    expect(
      maySign(bare({ fields: [having(text('t', 'T'), 'x', { by: 'ben' })] }), stepIn(base), quality, 'ben'),
    ).to.equal(undefined);
  });

  it('R69: of a gate, whoever has worked on any step of the run', () => {
    const gate = signoff('g', 'Released', 'Quality', { peerReview: true });
    const labor = [{ id: 'l', personId: 'ben', in: '2026-11-20T08:00:00.000Z' }];
    const by = (labors: typeof labor) =>
      runOf([step('t'), working('s', { labor: labors })], { gates: [gate] });
    expect(maySign(by(labor), undefined, gate, 'ben')?.detail?.reason).to.equal('peer-review');
    expect(maySign(by([]), undefined, gate, 'ben')).to.equal(undefined);
  });

  it('R69: bringing or removing evidence is work; a comment is none', () => {
    const peer = signoff('q', 'Checked', 'Quality', { peerReview: true });
    const file = { id: 'f', name: 'a.png', type: 'image/png', size: 1 };
    const may = (more: Partial<(typeof base.steps)[0]>): string | undefined => {
      const only = workingOn({ fields: [peer] });
      const run = { ...only, steps: only.steps.map((one) => ({ ...one, ...more })) };
      return maySign(run, stepIn(run), peer, 'ben')?.detail?.reason;
    };
    const at = '2026-11-20T08:00:00.000Z';
    const photo = { id: 'e', file, at, by: 'ada' };
    expect(may({ evidence: [photo] })).to.equal(undefined);
    expect(may({ evidence: [{ ...photo, by: 'ben' }] })).to.equal('peer-review');
    expect(may({ evidence: [{ ...photo, removed: { by: 'ben', at, reason: 'Blurred' } }] })).to.equal(
      'peer-review',
    );
    const comment = { id: 'c', stepId: 's', by: 'ben', at, text: 'Nice' };
    expect(may({ commentCount: 1, latestComment: comment })).to.equal(undefined);
  });

  it('R70: tells the team that a role comes by, and none for who has it anyway', () => {
    const run: Run = {
      ...base,
      teams: [{ id: 'team', name: 'Witnesses', members: ['ada', 'ben'], roles: ['Quality', 'Witness'] }],
    };
    expect(teamOf(run, 'Witness', 'ben')?.name).to.equal('Witnesses');
    expect(teamOf(run, 'Witness')?.name).to.equal('Witnesses');
    expect(teamOf(run, 'Quality', 'ben')).to.equal(undefined);
    expect(teamOf(run, 'Quality', 'ada')?.name).to.equal('Witnesses');
    expect(teamOf(run, 'Witness', 'nobody')).to.equal(undefined);
  });

  it('reject needs a comment', () => {
    for (const comment of [undefined, '', '  ']) {
      const request = { ...approve, decision: 'reject', ...(comment !== undefined && { comment }) } as const;
      expect(refusalOf(base, request, { by: 'ben' }).detail?.reason).to.equal('comment-needed');
    }
    expect(lastDecision(signoffIn(signed(base, reject), 'q'))?.comment).to.equal('Scratched');
  });

  it('R71: stores who, role, when, meaning and everything that it covers; earlier decisions stay', () => {
    const twice = signed(signed(base, reject), approve);
    const { decisions } = signoffIn(twice, 'q');
    expect(decisions.map(({ decision }) => decision)).to.deep.equal(['reject', 'approve']);
    expect(decisions[1]).to.deep.include({
      by: 'ben',
      role: 'Quality',
      at: '2026-11-20T09:00:00.000Z',
      meaning: 'Seen and measured',
      covers: { n: '0', t: '0', r: '0' },
    });
  });

  it('R68: what is neither approved nor rejected is no decision', () => {
    for (const decision of ['maybe', '', undefined, null, ['approve']] as unknown as readonly 'approve'[])
      expect(refusalOf(base, { ...approve, decision }, { by: 'ben' }).detail?.reason).to.equal(
        'not-an-option',
      );
  });

  it('only in a step in progress, and only a sign-off', () => {
    const todo = runOf([step('s', { fields: [quality] })]);
    expect(refusalOf(todo, approve, { by: 'ben' }).refused).to.equal('wrong-status');
    expect(refusalOf(base, { ...approve, targetId: 'n' }, { by: 'ben' }).refused).to.equal('not-found');
  });
});

describe('a decision that no longer stands', () => {
  it('Q8: any change makes it stale, and it can say which', () => {
    const run = after(signed(base, approve), set);
    expect(state(run)).to.equal('stale');
    expect(changedSince(run, stepIn(run), lastDecision(signoffIn(run, 'q'))!)).to.deep.equal(['n']);
  });

  it('what was added or taken away counts as well', () => {
    const run = signed(base, approve);
    const change = (fields: readonly (typeof base.steps)[0]['fields'][0][]) => {
      const changed = { ...run, steps: [{ ...stepIn(run), fields }] };
      expect(state(changed)).to.equal('stale');
      return changedSince(changed, stepIn(changed), lastDecision(signoffIn(run, 'q'))!);
    };
    const { fields } = stepIn(run);
    expect(change([...fields, text('new', 'New')])).to.deep.equal(['new']);
    expect(change(fields.filter(({ id }) => id !== 't'))).to.deep.equal(['t']);
    expect(change([...fields, text('constructor', 'New')])).to.deep.equal(['constructor']);
  });

  it('a comment, labor and another signature change nothing of it', () => {
    const run = after(
      signed(base, approve),
      { type: 'comment', stepId: 's', text: 'Fine' },
      { type: 'check-out', stepId: 's' },
      { type: 'check-in', stepId: 's' },
    );
    expect(state(signed(run, approve))).to.equal('approved');
  });

  it('signing again makes it stand', () => {
    expect(state(signed(after(signed(base, approve), set), approve))).to.equal('approved');
  });

  it('policy staleSignature: block or warn', () => {
    const run = after(signed(base, approve), set, { ...set, targetId: 't', value: 'x' });
    const blockers = (policy: Run['policy']['staleSignature']) =>
      kinds(stepBlockers(withPolicy(run, { staleSignature: policy }), 's')).filter((one) =>
        one.includes('signoff'),
      );
    expect(blockers('block')).to.deep.equal(['stale-signoff q']);
    expect(blockers('warn')).to.deep.equal([]);
    expect(kinds(runWarnings(run))).to.deep.equal(['stale-signoff q']);
  });
});

describe('what a sign-off blocks', () => {
  const signoffs = (run: Run) => kinds(stepBlockers(run, 's')).filter((one) => one.endsWith(' q'));

  it('R68: required and open, or rejected', () => {
    expect(signoffs(base)).to.deep.equal(['unapproved-signoff q']);
    expect(signoffs(signed(base, reject))).to.deep.equal(['rejected-signoff q']);
    expect(signoffs(signed(base, approve))).to.deep.equal([]);
  });

  it('R72: a gate of the run blocks completing the run', () => {
    const gate = signoff('g', 'Released', 'Quality');
    const open = runOf([step('s', { status: 'complete' })], { gates: [gate] });
    const sign = { type: 'sign', targetId: 'g', decision: 'approve' } as const;
    expect(runBlockers(open)).to.deep.equal([{ kind: 'open-gate', stepId: '', targetId: 'g' }]);
    const closed = evolveAll(open, eventsOf(open, sign, { by: 'ben' }));
    expect(runBlockers(closed)).to.deep.equal([]);
    expect(lastDecision(signoffIn(closed, 'g'))?.covers).to.deep.equal({ s: '0' });
    const rejected = evolveAll(
      open,
      eventsOf(open, { ...sign, decision: 'reject', comment: 'No' }, { by: 'ben' }),
    );
    expect(kinds(runBlockers(rejected))).to.deep.equal(['open-gate g']);
  });

  it('R113: a gate is not signed on what changed in any step since it was looked at', () => {
    const gates = [signoff('g', 'Released', 'Quality')];
    const seen = runOf([working('s', { fields: [text('t', 'T')] }), step('u')], { gates });
    const request = { type: 'sign', targetId: 'g', decision: 'approve' } as const;
    const base = versionSeen(seen, undefined, gates[0]!);
    const refused = (run: Run): boolean => isRefusal(ask(run, { ...request, base }, { by: 'ben' }));
    expect(refused(seen)).to.equal(false);
    expect(refused(after(seen, { type: 'comment', stepId: 's', text: 'Fine' }))).to.equal(false);
    const changed = after(seen, { ...set, targetId: 't', value: 'x' });
    expect(refusalOf(changed, { ...request, base }, { by: 'ben' }).refused).to.equal('stale');
    expect(refused({ ...seen, steps: [...seen.steps, step('new')] })).to.equal(true);
    const decided = evolveAll(seen, eventsOf(seen, request, { by: 'ben' }));
    expect(refused(decided), 'somebody else has decided').to.equal(true);
  });

  it('a gate goes stale with any step, and blocks or warns by policy', () => {
    const gate = signoff('g', 'Released', 'Quality');
    const open = runOf([working('s', { fields: [text('t', 'T')], required: false })], {
      gates: [gate],
      people: [ada, ben],
    });
    const closed = evolveAll(
      open,
      eventsOf(open, { type: 'sign', targetId: 'g', decision: 'approve' }, { by: 'ben' }),
    );
    const stale = after(closed, { ...set, targetId: 't' });
    expect(kinds(runBlockers(stale))).to.deep.equal(['stale-signoff g']);
    const lenient = withPolicy(stale, { staleSignature: 'warn' });
    expect(runBlockers(lenient)).to.deep.equal([]);
    expect(kinds(runWarnings(lenient))).to.include('stale-signoff g');
  });
});
