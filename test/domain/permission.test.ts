import { expect } from 'chai';
import {
  commandTypes,
  mayGive,
  permits,
  runTransitions,
  stepStatuses,
  supportedCommands,
  type CommandType,
  type Person,
  type RunStatus,
} from '../../src/domain/index.js';
import { columns, runStatusesOf, stepStatusesOf, table, type Row } from './permission-table.js';
import { runOf, signoff, step, workingOn } from './runs.js';

const people: readonly Person[] = Object.entries(columns).map(([id, permissions]) => ({
  id,
  name: id,
  roles: [],
  permissions,
}));
const runStatuses = Object.keys(runTransitions) as RunStatus[];
const inColumn = ({ who }: Row, { id }: Person): boolean => who.split(' ').includes(id);

/** One line for each place and person where the answer is not the table's. */
function differences(
  type: CommandType,
  person: Person,
  places: readonly (readonly [name: string, expected: boolean, answer: ReturnType<typeof mayGive>])[],
): readonly string[] {
  const isLater = !supportedCommands.has(type);
  return places
    .map(([name, expected, answer]) => {
      const wanted = isLater ? 'not-supported' : expected && inColumn(table[type], person) ? 'yes' : 'no';
      const given = !answer ? 'yes' : answer.refused === 'not-supported' ? 'not-supported' : 'no';
      return wanted === given ? '' : `${type} by ${person.id}, ${name}: ${given}, not ${wanted}`;
    })
    .filter(Boolean);
}

describe('permissions', () => {
  it('every role × command × status of a step is answered as the table says', () => {
    const wrong = commandTypes.flatMap((type) =>
      people.flatMap((person) =>
        differences(
          type,
          person,
          table[type].at === undefined
            ? []
            : stepStatuses.map((status) => {
                const run = runOf([step('s', { status })], { people });
                return [
                  `step ${status}`,
                  stepStatusesOf(table[type]).includes(status),
                  mayGive(run, { type, stepId: 's' }, person.id),
                ] as const;
              }),
        ),
      ),
    );
    expect(wrong).to.deep.equal([]);
  });

  it('every role × command × status of a run is answered as the table says', () => {
    const wrong = commandTypes.flatMap((type) =>
      people.flatMap((person) =>
        differences(
          type,
          person,
          runStatuses.map((status) => {
            const run = runOf([step('s')], { people, status });
            return [
              `run ${status}`,
              runStatusesOf(table[type]).includes(status),
              mayGive(run, { type }, person.id),
            ] as const;
          }),
        ),
      ),
    );
    expect(wrong).to.deep.equal([]);
  });

  it('R80: of what is recorded at a complete step nothing may be changed, by whom ever', () => {
    const run = runOf([step('s', { status: 'complete' })], { people });
    const given = commandTypes.filter((type) =>
      people.some(({ id }) => mayGive(run, { type, stepId: 's' }, id) === undefined),
    );
    const said = ['comment', 'open-issue', 'link-issue', 'reopen-step', 'edit-labor'];
    const ofIssues = ['disposition-issue', 'advance-issue', 'resolve-issue', 'reopen-issue'];
    const ofRun = commandTypes.filter((type) => table[type].at === undefined);
    expect(given.filter((type) => !ofRun.includes(type))).to.have.members([...said, ...ofIssues]);
  });

  it('R105: at a step of a run that is over nothing may be given', () => {
    for (const status of ['complete', 'failed', 'canceled'] as const) {
      const run = runOf([step('s', { status: 'in-progress' })], { people, status });
      for (const person of people) {
        for (const type of commandTypes)
          expect(mayGive(run, { type, stepId: 's' }, person.id), `${type} by ${person.id}`).to.exist;
      }
    }
  });

  it('R9: at a step of an unknown status nothing may be given', () => {
    const run = runOf([step('s', { status: 'unknown', reported: 'AWAITING_OVEN' })], { people });
    for (const type of commandTypes.filter((one) => table[one].at !== undefined)) {
      for (const person of people) {
        expect(mayGive(run, { type, stepId: 's' }, person.id), `${type} by ${person.id}`).to.exist;
      }
    }
  });

  it('someone who is not in the run may do nothing', () => {
    for (const type of commandTypes)
      expect(permits(undefined, type)?.refused, type).to.equal('not-permitted');
  });

  it('the permission that is missing is named', () => {
    const run = workingOn({ fields: [signoff('q', 'Q', 'Quality')] });
    expect(mayGive(run, { type: 'sign', stepId: 's', targetId: 'q' }, 'cleo')).to.deep.equal({
      refused: 'not-permitted',
      detail: { reason: 'permission', needs: 'sign' },
    });
  });
});
