/** A rover body on its way to the customer: who watches, who checks and who accepts, at three steps and in three gates. */
import { defaultPolicy, type Run } from '../domain/run.js';
import { roverPeople, roverTeams } from './rover-people.js';
import { boolean, number, passFail, signoff, step, text } from './seed.js';

const { technician } = roverPeople;

/** The first step is worked on, the others wait. */
export const roverLidRun = (): Run => ({
  v: 1,
  id: 'rover-lid-007',
  number: '1045',
  title: 'Close the body of rover 007',
  status: 'in-progress',
  sequence: 0,
  zone: 'America/Los_Angeles',
  procedure: { title: 'Rover body, closing', revision: 'A' },
  unit: {
    id: 'unit-body-007',
    partNumber: 'OSR-BODY',
    description: 'Rover body',
    serial: 'BODY-007',
    status: 'wip',
  },
  startedAt: '2026-11-21T15:00:00.000Z',
  steps: [
    step('torque', 'Tighten the differential pivot', {
      instructions: ['Tighten the four pivot screws crosswise while the witness watches the wrench.'],
      status: 'in-progress',
      startedAt: '2026-11-21T15:00:00.000Z',
      labor: [{ id: 'torque-labor', personId: technician.id, in: '2026-11-21T15:00:00.000Z' }],
      fields: [
        number('pivot-torque', 'Pivot screw torque', 'N·m', { target: '3.0', plus: '0.3', minus: '-0.3' }),
        passFail('pivot-marked', 'Screws marked'),
        signoff('torque-witness', 'Torque witnessed', 'Witness', {
          meaning: 'I watched each screw reach its torque',
          peerReview: true,
        }),
      ],
    }),
    step('seal', 'Seal the body', {
      upstream: ['torque'],
      instructions: ['Check the body for loose parts and tools. Run the sealing cord without a gap.'],
      fields: [
        boolean('inside-clear', 'Nothing loose inside the body'),
        text('cord-lot', 'Lot of the sealing cord'),
        signoff('seal-witness', 'Sealing witnessed', 'Witness', {
          meaning: 'The cord lies without a gap, and nothing was left inside',
          peerReview: true,
        }),
      ],
    }),
    step('lid', 'Close the lid', {
      upstream: ['seal'],
      fields: [
        text('lid-seal', 'Seal number'),
        signoff('lid-witness', 'Lid close witnessed', 'Witness', {
          meaning: 'I saw the lid closed and its seal put on',
          peerReview: true,
        }),
        signoff('lid-quality', 'Closed body accepted', 'Quality engineer', {
          meaning: 'Torque, sealing and lid are as the drawing asks',
          peerReview: true,
        }),
        signoff('lid-customer', 'Customer walk-around', 'Customer', {
          required: false,
          meaning: 'I have seen the body before it left the line',
        }),
      ],
    }),
  ],
  gates: [
    signoff('body-quality', 'Records reviewed', 'Quality engineer', {
      meaning: 'The record of this build is complete',
    }),
    signoff('body-customer', 'Customer acceptance', 'Customer', { meaning: 'We take the body as it is' }),
    signoff('body-release', 'Body released', 'Lead', { meaning: 'The body may leave the line' }),
  ],
  issues: [],
  redlines: [],
  people: Object.values(roverPeople),
  teams: roverTeams,
  policy: defaultPolicy,
  completions: [],
});
