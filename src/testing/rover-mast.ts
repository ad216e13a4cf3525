/**
 * The mast of a rover, with everything that people decide on: torque, sealing and the lid are witnessed, quality reviews,
 * the customer accepts. Its procedure allows both ways of rework. What it asks is made up for the sample.
 */
import { defaultPolicy, type Run } from '../domain/run.js';
import { roverPeople, roverTeams } from './rover-people.js';
import { boolean, number, part, passFail, signoff, step, text } from './seed.js';

export const roverMastRun = (): Run => ({
  v: 1,
  id: 'mast-004',
  number: '1060',
  title: 'Rover mast 004',
  status: 'todo',
  sequence: 0,
  zone: 'America/Los_Angeles',
  procedure: { title: 'Rover mast', revision: 'B' },
  unit: {
    id: 'unit-mast-004',
    partNumber: 'OSR-MAST',
    description: 'Mast',
    serial: 'MAST-004',
    status: 'wip',
  },
  steps: [
    step('torque-clamp', 'Torque the mast clamp', {
      instructions: ['Fit the clamp with four screws.', 'Tighten them crosswise to 4 N·m.'],
      fields: [
        number('clamp-torque', 'Torque of the screws', 'N·m', { target: '4.0', plus: '0.2', minus: '-0.2' }),
        passFail('clamp-seated', 'Clamp seated all around'),
        signoff('clamp-witness', 'Torque witnessed', 'Witness', {
          meaning: 'All four screws were tightened to the torque as I watched',
        }),
      ],
      requirements: [part('mast-tube', 'lot', '1', 'OSR-TUBE-144', 'Mast tube, 144 mm')],
    }),
    step('seal-head', 'Seal the head', {
      upstream: ['torque-clamp'],
      instructions: ['Press the seal into the groove and check it all around.'],
      fields: [
        boolean('seal-flush', 'Seal flush all around'),
        signoff('seal-witness', 'Sealing witnessed', 'Witness', {
          meaning: 'The seal was fitted clean and dry as I watched',
        }),
      ],
    }),
    step('aim-camera', 'Aim the camera', {
      upstream: ['torque-clamp'],
      instructions: ['Turn the head to the mark and read the angle.'],
      fields: [
        number('camera-angle', 'Angle to the mark', '°', { min: '-0.5', max: '0.5' }),
        signoff('camera-review', 'Aim reviewed', 'Quality engineer', {
          meaning: 'The reading was reviewed and the camera may be used',
          peerReview: true,
        }),
      ],
    }),
    step('close-head', 'Close the lid', {
      upstream: ['seal-head', 'aim-camera'],
      instructions: ['Look for loose parts, then close the lid.'],
      fields: [
        text('lid-seal', 'Number of the lid seal'),
        signoff('lid-witness', 'Lid close witnessed', 'Witness', {
          meaning: 'Nothing loose was inside when the lid was closed',
        }),
      ],
    }),
  ],
  gates: [
    signoff('mast-accepted', 'Mast accepted', 'Customer', { meaning: 'The mast is accepted as built' }),
    signoff('mast-released', 'Mast released', 'Lead', { meaning: 'The mast may go to the rover' }),
  ],
  issues: [],
  redlines: [],
  people: Object.values(roverPeople),
  teams: roverTeams,
  policy: {
    ...defaultPolicy,
    rework: 'both',
    outOfRange: 'with-rationale',
    issueOnFail: true,
    idleMinutes: 30,
  },
  completions: [],
});
