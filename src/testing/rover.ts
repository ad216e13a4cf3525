/**
 * A rover build to try everything on: people, stock and its runs, made afresh at each call so that nobody changes
 * another's. It needs nothing but the types of the domain, so a page can load it as a module of its own.
 */
import { defaultPolicy, type Run } from '../domain/run.js';
import { driveWheelRun, nextWheelRuns, rockerBogieRun } from './rover-others.js';
import { roverMastRun } from './rover-mast.js';
import { roverPeople, roverTeams } from './rover-people.js';
import { roverSteps } from './rover-steps.js';
import { signoff } from './seed.js';

export { roverPeople } from './rover-people.js';
export { roverUnits } from './rover-stock.js';
export { roverParts, roverTools } from './rover-tools.js';
export { qifValues, qifVerdicts } from './qif-widget.js';

/** Where the facts come from; to be shown where they are shown. */
export const roverNotice =
  'Rover parts and checks: NASA JPL Open Source Rover, Apache License 2.0. ' +
  'Inspection results: QIF 2.1 sample "QIF Widget", QIF community, Boost Software License 1.0.';

/** The whole rover, with nothing done yet. */
export const roverRun = (): Run => ({
  v: 1,
  id: 'rover-007',
  number: '1042',
  title: 'Six-wheel rover 007',
  status: 'todo',
  sequence: 0,
  zone: 'America/Los_Angeles',
  procedure: { title: 'Six-wheel rover', revision: 'C' },
  unit: {
    id: 'unit-rover-007',
    partNumber: 'OSR-ROVER',
    description: 'Six-wheel rover',
    serial: 'ROV-007',
    status: 'wip',
  },
  steps: roverSteps(),
  gates: [
    signoff('release', 'Rover released', 'Lead', {
      meaning: 'The build is complete and the rover may leave the line',
    }),
  ],
  issues: [],
  redlines: [],
  people: Object.values(roverPeople),
  teams: roverTeams,
  policy: defaultPolicy,
  completions: [],
});

/** What a portal lists: runs to do, one half-way, one that is over. */
export const roverRuns = (): Run[] => [
  roverRun(),
  roverMastRun(),
  rockerBogieRun(),
  driveWheelRun(),
  ...nextWheelRuns(),
];
