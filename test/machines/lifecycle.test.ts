import { expect } from 'chai';
import { commandTypes, supportedCommands, type Command, type CommandType } from '../../src/domain/command.js';
import { decide } from '../../src/domain/decide.js';
import { evolveAll } from '../../src/domain/evolve.js';
import { runTransitions, stepTransitions } from '../../src/domain/lifecycle.js';
import {
  defaultPolicy,
  permissions,
  type Run,
  type RunStatus,
  type Step,
  type StepStatus,
} from '../../src/domain/run.js';
import { runLifecycle, stepLifecycle } from '../../src/machines/index.js';
import { step as makeStep } from '../../src/testing/seed.js';
import { edgesOf, take } from './walk.js';

const at = '2026-11-21T08:00:00.000Z';

/** A run of one step in the wanted status, with somebody who may do anything and is checked in where work goes on. */
function runWith(stepStatus: StepStatus, runStatus: RunStatus): Run {
  const step: Step = makeStep('step', 'Step', {
    status: stepStatus,
    ...(stepStatus === 'in-progress' && { startedAt: at, labor: [{ id: 'l', personId: 'p', in: at }] }),
  });
  return {
    v: 1,
    id: 'run',
    number: '1',
    title: 'Run',
    status: runStatus,
    sequence: 0,
    zone: 'UTC',
    steps: [step],
    gates: [],
    issues: [],
    redlines: [
      { id: 'open', stepId: 'step', title: 'Wider', status: 'open', before: 'todo' },
      { id: 'decided', stepId: 'step', title: 'Wider', status: 'rejected', before: 'todo' },
    ],
    people: [{ id: 'p', name: 'P', roles: [], permissions }],
    teams: [],
    policy: defaultPolicy,
    completions: [],
    startedAt: at,
  };
}

/** What a command must say beside its step. */
const saying = (type: CommandType): object => ({
  reason: 'x',
  title: 'x',
  changes: [{ change: 'instructions', to: ['x'] }],
  redlineId: type === 'close-redline' ? 'decided' : 'open',
});

function decided(run: Run, type: CommandType): Run | string {
  const place = type.endsWith('-run')
    ? { acknowledged: ['open-redline:open'] }
    : { stepId: 'step', ...saying(type) };
  const command = { v: 1, id: 'c', runId: 'run', madeAt: at, type, ...place } as Command;
  const answer = decide(run, command, { by: 'p', at, facts: {} });
  return 'refused' in answer ? answer.refused : evolveAll(run, answer);
}

const eventsOf = <Status extends string>(statuses: readonly Status[]): { type: CommandType; to?: Status }[] =>
  commandTypes.flatMap((type) => [{ type }, ...statuses.map((to) => ({ type, to }))]);

describe('stepLifecycle', () => {
  const statuses = Object.keys(stepTransitions) as StepStatus[];

  it('every edge of the machine is an edge of the table, and the reverse', () => {
    const edges = edgesOf(stepLifecycle, eventsOf(statuses));
    const walked = new Set<string>();
    for (const edge of edges) {
      const arrived = take(stepLifecycle, edge).value as string;
      expect(arrived).to.equal(edge.to);
      if (arrived !== edge.from) walked.add(`${edge.from} ${edge.event.type} ${arrived}`);
    }
    const table = Object.entries(stepTransitions).flatMap(([from, row]) =>
      Object.entries(row).flatMap(([type, targets]) => targets.map((to) => `${from} ${type} ${to}`)),
    );
    expect([...walked].sort()).to.deep.equal(table.sort());
  });

  it('decide takes every edge that it supports, and refuses every other pair', () => {
    const stepCommands = new Set(
      Object.values(stepTransitions).flatMap((row) => Object.keys(row) as CommandType[]),
    );
    for (const from of statuses) {
      for (const type of stepCommands) {
        const answer = decided(runWith(from, 'in-progress'), type);
        const targets = stepTransitions[from][type];
        const place = `${from} ${type}`;
        if (!supportedCommands.has(type)) expect(answer, place).to.equal('not-supported');
        else if (!targets) expect(answer, place).to.equal('wrong-status');
        else expect(targets, place).to.include((answer as Run).steps[0]!.status);
      }
    }
  });
});

describe('runLifecycle', () => {
  const statuses = Object.keys(runTransitions) as RunStatus[];

  it('every reachable edge of the machine is an edge of the table', () => {
    const table = new Set(
      Object.entries(runTransitions).flatMap(([from, row]) =>
        Object.entries(row).flatMap(([type, targets]) => targets.map((to) => `${from} ${type} ${to}`)),
      ),
    );
    for (const edge of edgesOf(runLifecycle, eventsOf(statuses))) {
      const arrived = take(runLifecycle, edge).value as string;
      expect(arrived).to.equal(edge.to);
      if (arrived !== edge.from) expect(table).to.include(`${edge.from} ${edge.event.type} ${arrived}`);
    }
  });

  it('R105: decide completes a run that is in progress, and a run that is over refuses everything', () => {
    for (const status of statuses) {
      const answer = decided(runWith('complete', status), 'complete-run');
      const over = status === 'complete' || status === 'failed' || status === 'canceled';
      if (runTransitions[status]['complete-run']) expect((answer as Run).status).to.equal('complete');
      else expect(answer).to.equal(over ? 'locked' : 'wrong-status');
      if (over) expect(decided(runWith('todo', status), 'start-step')).to.equal('locked');
    }
  });
});
