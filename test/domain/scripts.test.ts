import { expect } from 'chai';
import fc from 'fast-check';
import {
  addDecimals,
  compareDecimals,
  evolve,
  evolveAll,
  isCheckedIn,
  isRefusal,
  openLabor,
  readRun,
  runBlockers,
  runTransitions,
  stepBlockers,
  stepTransitions,
  supportedCommands,
  type Run,
  type RunEvent,
} from '../../src/domain/index.js';
import { columns, table } from './permission-table.js';
import { stepIn } from './runs.js';
import { moves, play, seed, stock, type Turn } from './scripts.js';

/** Plays many scripts, and asks the same of every turn. */
function always(check: (turn: Turn, all: readonly Turn[], seed: Run) => void): void {
  fc.assert(
    fc.property(seed, moves, (run, script) => {
      const turns = play(run, script);
      for (const turn of turns) check(turn, turns, run);
    }),
    {
      numRuns: 200,
      interruptAfterTimeLimit: 4000,
      markInterruptAsFailure: false,
      includeErrorInReport: true,
    },
  );
}
const eventsIn = (turns: readonly Turn[]): readonly RunEvent[] =>
  turns.flatMap(({ answer }) => (isRefusal(answer) ? [] : answer));

describe('random people giving random commands', () => {
  it('get somewhere at all: every command succeeds now and then, and is refused now and then', () => {
    const done = new Set<string>();
    const refused = new Set<string>();
    const script = fc.sample(fc.tuple(seed, moves), { numRuns: 400, seed: 7 });
    for (const [run, all] of script) {
      for (const { command, answer } of play(run, all))
        (isRefusal(answer) ? refused : done).add(command.type);
    }
    expect([...done].sort()).to.deep.equal([...supportedCommands].sort());
    expect([...supportedCommands].filter((type) => !refused.has(type))).to.deep.equal([]);
  });

  it('make no transition that the tables do not have', () => {
    always(({ command, before, run }) => {
      // An issue that leaves pending closes its redlines (R91).
      const type = command.type === 'advance-issue' ? 'close-redline' : command.type;
      run.steps.forEach((step) => {
        const from = stepIn(before, step.id)?.status;
        // What a command puts in comes as it is.
        if (from === undefined || step.status === from) return;
        expect(from === 'unknown' ? [] : stepTransitions[from][type]).to.include(step.status);
      });
      if (run.status !== before.status) {
        expect(before.status === 'unknown' ? [] : runTransitions[before.status][command.type]).to.include(
          run.status,
        );
      }
    });
  });

  it('leave a history that, replayed over the first state, gives the run', () => {
    always((turn, all, first) => {
      if (turn !== all.at(-1)) return;
      const history = structuredClone(eventsIn(all)) as RunEvent[];
      expect(evolveAll(first, history)).to.deep.equal(turn.run);
      expect(evolveAll(turn.run, history), 'what is in it already changes nothing').to.equal(turn.run);
      expect(
        history.map(({ sequence }) => sequence),
        'a sequence without gaps',
      ).to.deep.equal(history.map((_, index) => index + 1));
      expect(new Set(history.map(({ id }) => id)).size).to.equal(history.length);
    });
  });

  it('leave what they do not touch the identical object', () => {
    always(({ answer, before }) => {
      if (isRefusal(answer)) return;
      let run = before;
      for (const event of answer) {
        const next = evolve(run, event);
        const stepId = 'stepId' in event ? event.stepId : undefined;
        const targetId = 'targetId' in event ? event.targetId : undefined;
        next.steps.forEach((step) => {
          const old = stepIn(run, step.id);
          if (!old) return;
          if (step.id !== stepId || event.type.startsWith('issue')) expect(step).to.equal(old);
          // A redline that is approved may change all that it speaks of.
          if (event.type === 'redline-approved') return;
          step.fields.forEach((field, at) => field.id !== targetId && expect(field).to.equal(old.fields[at]));
          const made = event.type === 'part-installed' && event.install.how === 'made';
          step.requirements.forEach((one, at) => {
            if (one.id !== targetId && !(made && one.partOf === targetId))
              expect(one).to.equal(old.requirements[at]);
          });
        });
        for (const key of ['people', 'teams', 'policy'] as const) expect(next[key]).to.equal(run[key]);
        if (!event.type.startsWith('redline')) expect(next.redlines).to.equal(run.redlines);
        if (stepId === undefined || event.type.startsWith('issue')) expect(next.steps).to.equal(run.steps);
        run = next;
      }
    });
  });

  it('a refusal changes nothing, and a target that changed has another version', () => {
    always(({ answer, before, run }) => {
      if (isRefusal(answer)) expect(run).to.equal(before);
      run.steps.forEach((step) => {
        const old = stepIn(before, step.id);
        if (!old) return;
        const changed = <T extends { id: string; version: string }>(now: readonly T[], then: readonly T[]) =>
          now.forEach((one) => {
            const earlier = then.find(({ id }) => id === one.id);
            if (earlier && one !== earlier) expect(one.version).to.not.equal(earlier.version);
          });
        changed(step.fields, old.fields);
        changed(step.requirements, old.requirements);
      });
    });
  });

  it('do only what the table of permissions lets them', () => {
    always(({ move, command, answer }) => {
      const allowed =
        move.by === 'all' || (move.by in columns && table[command.type].who.split(' ').includes(move.by));
      if (!allowed && !isRefusal(answer)) expect.fail(`${move.by} gave ${command.type}`);
      if (allowed && isRefusal(answer)) expect(answer.detail?.reason).to.not.equal('permission');
    });
  });

  it('never act on what was another version when they looked', () => {
    always(({ move, answer, command, before }) => {
      const atTarget = !/-(issue|run)$/.test(command.type) && command.stepId !== undefined;
      if (move.stale && atTarget && !isRefusal(answer)) {
        // Only the same value again is not stale.
        expect(command.type).to.equal('set-value');
        expect(before.steps.flatMap(({ fields }) => fields).some((field) => 'record' in field)).to.equal(
          true,
        );
      }
    });
  });

  it('R61: share no unit beyond its quantity, and lose none', () => {
    const total = (units: Turn['units'], part: string) =>
      addDecimals(...units.filter(({ partNumber }) => partNumber === part).map(({ quantity }) => quantity));
    always(({ run, units }, all) => {
      // What came out inside of something that was made is in there still.
      const within = new Set(
        eventsIn(all).flatMap((event) =>
          event.type === 'part-uninstalled' && event.withParent ? [event.install.unitId] : [],
        ),
      );
      const installs = run.steps.flatMap(({ requirements }) => requirements.flatMap((one) => one.installs));
      const used = new Map<string, string>();
      for (const { unitId, quantity } of installs)
        used.set(unitId, addDecimals(used.get(unitId) ?? '0', quantity));
      for (const [id, quantity] of used) {
        const unit = units.find((one) => one.id === id)!;
        expect(compareDecimals(quantity, unit.quantity), id).to.be.at.most(0);
        if (compareDecimals(quantity, '0') > 0) expect(unit.status).to.equal('installed');
      }
      for (const { id, status } of units) {
        if (status === 'installed' && !within.has(id))
          expect(compareDecimals(used.get(id) ?? '0', '0'), id).to.equal(1);
      }
      for (const part of ['P-1', 'P-2', 'M-1', 'C-1'])
        expect(total(units, part)).to.equal(total(stock, part));
    });
  });

  it('R75, R99: complete no step and no run in which something blocks', () => {
    always(({ move, before, run }) => {
      run.steps.forEach((step) => {
        if (step.status !== 'complete' || stepIn(before, step.id)?.status === 'complete') return;
        expect(stepBlockers(before, step.id, move.by)).to.deep.equal([]);
      });
      if (run.status === 'complete' && before.status !== 'complete')
        expect(runBlockers(before)).to.deep.equal([]);
    });
  });

  it('work only where work is going on, once each', () => {
    always(({ run }) => {
      for (const step of run.steps) {
        const open = openLabor(step);
        const over = ['complete', 'failed', 'canceled'].includes(run.status);
        if (step.status !== 'in-progress' || over) expect(open).to.deep.equal([]);
        expect(new Set(open.map(({ personId }) => personId)).size).to.equal(open.length);
        for (const { personId } of open) expect(isCheckedIn(step, personId)).to.equal(true);
      }
    });
  });

  it('end with a run that reads back equal', () => {
    always((turn, all) => {
      if (turn === all.at(-1)) expect(readRun(structuredClone(turn.run)).run).to.deep.equal(turn.run);
    });
  });
});
