/**
 * The steps of a rover build. Parts, the hole position, supply voltages, test points and connectors are facts of the
 * NASA JPL Open Source Rover (github.com/nasa-jpl/open-source-rover, Apache-2.0). Tolerances, screw counts for a pair
 * of corners and who signs what are made up for the sample.
 */
import type { Step } from '../domain/run.js';
import { roverMotors } from './rover-motors.js';
import { buildBoard, fitWheels } from './rover-parts.js';
import { qifFields } from './qif-widget.js';
import {
  boolean,
  date,
  file,
  multiSelect,
  number,
  part,
  passFail,
  signoff,
  singleSelect,
  step,
  text,
} from './seed.js';

const drillWheels = (): Step =>
  step('drill-wheels', 'Drill the drive wheels', {
    instructions: [
      'Drill two holes through each wheel so that it bolts to a clamping hub.',
      'Each hole center is 11.3 mm from the wheel center: 8 mm in x and 8 mm in y.',
    ],
    fields: [
      singleSelect('drill-bit', 'Drill bit', {
        'hss-4.0': 'HSS 4.0 mm',
        'hss-4.2': 'HSS 4.2 mm',
        'cobalt-4.0': 'Cobalt 4.0 mm',
      }),
      number('hole-1', 'Hole 1 distance from center', 'mm', { target: '11.3', plus: '0.2', minus: '-0.2' }),
      number('hole-2', 'Hole 2 distance from center', 'mm', { target: '11.3', plus: '0.2', minus: '-0.2' }),
      passFail('deburred', 'Holes deburred'),
      date('drilled-on', 'Drilled on'),
    ],
  });

const corners = (): Step[] => [
  step('corners', 'Assemble the front corners', {
    upstream: ['drill-wheels'],
    instructions: [
      'The left and the right corner are mirror images: every U-channel opening points to the rear.',
      'Complete when both steps inside are complete.',
    ],
    fields: [
      passFail('corners-turn', 'Both corners turn freely'),
      text('corners-note', 'Note for the next shift', { required: false }),
    ],
  }),
  step('mount-wheels', 'Mount wheels and motors', {
    parentId: 'corners',
    instructions: [
      'Fit the clamping mount and the D-hub to each motor; their position is adjusted later.',
      'Bolt each drilled wheel to its hub.',
    ],
    requirements: [
      part('motor', 'serial', '2', '5202-2402-0027', 'Planetary gear motor with encoder, 223 RPM'),
      part('d-hub', 'lot', '2', '545618', 'Clamping D-hub, 6 mm bore, tapped', [
        { partNumber: '1310-0016-4006', description: 'Hyper hub, 6 mm D-bore' },
      ]),
      part('wheel', 'bulk', '2', 'TRX-5374X', 'Talon tire on Gemini wheel'),
    ],
  }),
  step('dress-wires', 'Join the channels and dress the wires', {
    parentId: 'corners',
    upstream: ['mount-wheels'],
    instructions: [
      'Run the encoder wires through the top low-side U-channel, the goRAIL and the motor bracket; run the two motor power wires the other way.',
      'Leave the screws loose until the wires are dressed. Protect the insulation from the sharp edges of the aluminum channel.',
    ],
    requirements: [
      part('u-channel', 'lot', '2', '1121-0004-0120', 'Low-side U-channel, 4 hole, 120 mm'),
      part('go-rail', 'lot', '2', '1109-0024-0144', 'goRAIL, 144 mm'),
      part('button-screws', 'bulk', '8', 'M4X6-BHCS', 'Button-head screw M4 × 6 mm'),
      part('socket-screws', 'bulk', '8', 'M4X8-SHCS', 'Socket-head screw M4 × 8 mm'),
      part('thread-locker', 'lot', '0', 'TL-243', 'Thread locker, medium strength'),
    ],
    fields: [
      file('wires-photo', 'Photo of the dressed wires', { required: false }),
      signoff('wires-witness', 'Wire dressing witnessed', 'Witness', {
        meaning: 'Wires are protected from the channel edges and dressed',
        peerReview: true,
      }),
    ],
  }),
];

const boardTest = (): Step =>
  step('board-test', 'Test the control board power', {
    instructions: [
      'Set the bench supply to 14.8 V DC with a current limit of 1.0 A.',
      'Test points T7 to T12 carry the power buses; each is marked with its voltage. A short beep at J5 in the continuity check is normal once capacitors are fitted.',
      'Disconnect the supply before any part is fitted.',
    ],
    fields: [
      boolean('supply-off', 'Supply disconnected while parts were fitted'),
      passFail('diode-polarity', 'Diode D1 polarity'),
      multiSelect('headers', 'XT30 headers fitted', {
        j1: 'J1 male',
        j3: 'J3 female',
        j4: 'J4 female',
        j5: 'J5 male',
      }),
      number('t4-t2', 'T4 to T2', 'V', { target: '14.8', plus: '0.2', minus: '-0.2' }),
      number('bus-3v3', '3.3 V bus', 'V', { target: '3.3', plus: '0.1', minus: '-0.1' }),
      number('bus-5v', '5 V bus', 'V', { target: '5.0', plus: '0.25', minus: '-0.10' }),
      number('bus-12v', '12 V bus', 'V', { target: '12.0', plus: '0.3', minus: '-0.3' }),
      number('bus-batt', 'Batt+ bus', 'V', { min: '11.5', max: '16.75' }),
      passFail('j5-continuity', 'J5 continuity', {
        allowNotApplicable: true,
        hint: 'Not applicable before the capacitors are fitted',
      }),
      signoff('board-review', 'Power test reviewed', 'Quality engineer', {
        meaning: 'Readings reviewed; the board may be powered from the battery',
        peerReview: true,
      }),
    ],
  });

const inspection = (): Step =>
  step('inspection', 'Inspect the machined bracket', {
    instructions: [
      'Record the 34 characteristics from the measuring machine.',
      'A value out of range needs an issue before the step can be completed.',
    ],
    fields: qifFields(),
    policy: { outOfRange: 'with-issue' },
  });

const lid = (): Step =>
  step('close-lid', 'Close the lid', {
    upstream: ['corners', 'board-test', 'inspection', 'build-board', 'run-in', 'fit-wheels'],
    instructions: ['Check the body for loose parts and tools, then fit the lid and seal it.'],
    fields: [
      boolean('nothing-loose', 'Nothing loose inside the body'),
      text('seal-number', 'Seal number'),
      signoff('customer-look', 'Customer walk-around', 'Customer', { required: false }),
    ],
  });

const photos = (): Step =>
  step('build-book', 'Add to the build book', {
    upstream: ['close-lid'],
    required: false,
    instructions: ['Optional: what the next build should know.'],
    fields: [text('build-note', 'Build note', { required: false })],
  });

/** All steps in procedure order, untouched. */
export const roverSteps = (): Step[] => [
  drillWheels(),
  ...corners(),
  boardTest(),
  inspection(),
  buildBoard(),
  roverMotors(),
  fitWheels(),
  lid(),
  photos(),
];
