import type { Run, SignoffField as Field } from '../src/domain/run.js';
import { roverPeople } from '../src/testing/rover-people.js';
import { roverMastRun } from '../src/testing/rover-mast.js';
import { roverRun } from '../src/testing/rover.js';
import { failing, neverAnswering, refusing } from './backends.js';
import {
  boardRun,
  decision,
  rejection,
  stale,
  gateCovers,
  witnessed,
  story,
  press,
  rejecting,
} from './signoff-scene.js';

const { qualityEngineer, technician, lead, customer } = roverPeople;

export default { title: 'Elements/signoff-field', component: 'signoff-field' };

export const Open = story();
export const Explaining = story({ after: rejecting('') });
export const ExplainingWithoutAComment = story({
  after: (session, element) => {
    rejecting('')(session);
    void element.updateComplete.then(() => press('Reject')(session, element));
  },
});
export const Signing = story({ adapter: neverAnswering, after: press('Approve') });
export const Refused = story({
  adapter: (memory) => refusing(memory, { refused: 'stale' }),
  after: press('Approve'),
});
export const RefusedRejection = story({
  adapter: (memory) =>
    refusing(memory, { refused: 'rule', detail: { message: 'The audit of this line is running.' } }),
  after: (session, element) => {
    rejecting('5 V bus was read with the load connected.')(session);
    void element.updateComplete.then(() => press('Reject')(session, element));
  },
});
export const Failed = story({
  adapter: (memory) => failing(memory, 'offline', 'unknown'),
  after: press('Approve'),
});
export const Approved = story({ run: boardRun({ decisions: [decision()] }) });
export const Rejected = story({ run: boardRun({ decisions: [rejection] }) });
export const Stale = story({ run: boardRun({ decisions: [stale] }) });
export const SeveralDecisions = story({
  run: boardRun({ decisions: [rejection, decision()] }),
  after: async (_, element) => {
    // What has been decided is drawn when what draws it has come.
    while (!element.shadowRoot?.querySelector('details')) await new Promise((done) => setTimeout(done, 10));
    element.shadowRoot.querySelector('details')!.open = true;
  },
});
export const ReadOnlyForAnotherRole = story({ person: technician.id });
export const ReadOnlyForAPeer = story({
  run: boardRun(
    {},
    { labor: [{ id: 'labor-1', personId: qualityEngineer.id, in: '2026-11-20T15:00:00.000Z' }] },
  ),
});
export const ReadOnlyBeforeTheStart = story({ run: roverRun() });
export const ReadOnlyWhenComplete = story({
  run: boardRun({ decisions: [decision()] }, { status: 'complete' }),
  person: technician.id,
});
export const ByTeam = story({ run: witnessed(), field: 'sealed-witness' });
export const ReadOnlyForAnotherTeam = story({
  run: witnessed(),
  person: technician.id,
  field: 'sealed-witness',
});
export const PeerReview = story({
  run: boardRun({}, { labor: [{ id: 'labor-1', personId: technician.id, in: '2026-11-20T15:00:00.000Z' }] }),
});
/** The customer reads and signs, and nothing else. */
export const Customer = story({ run: witnessed(), person: customer.id, field: 'customer-look' });
export const ReadOnlyForTheCustomer = story({ person: customer.id });

export const GateClosed = story({
  run: {
    ...boardRun(),
    status: 'complete',
    gates: [
      {
        ...(boardRun().gates[0] as Field),
        decisions: [
          decision({ by: lead.id, role: 'Lead', meaning: boardRun().gates[0]!.meaning!, covers: gateCovers }),
        ],
      },
    ],
  },
  person: lead.id,
  field: 'release',
});
/** The mast, with its first step in work. */
const mast: Run = {
  ...roverMastRun(),
  status: 'in-progress',
  steps: roverMastRun().steps.map((step) =>
    step.id === 'torque-clamp'
      ? {
          ...step,
          status: 'in-progress',
          startedAt: '2026-11-21T15:00:00.000Z',
          labor: [{ id: 'labor-1', personId: technician.id, in: '2026-11-21T15:00:00.000Z' }],
        }
      : step,
  ),
};
/** Who watches the torque and the lid, and the customer: each at their own. */
export const TorqueWitness = story({ run: mast, field: 'clamp-witness' });
export const TorqueWitnessForTheTechnician = story({
  run: mast,
  person: technician.id,
  field: 'clamp-witness',
});
export const LidWitnessBeforeItsStep = story({ run: mast, field: 'lid-witness' });
export const CustomerGate = story({ run: mast, person: customer.id, field: 'mast-accepted' });
export const Gate = story({ run: boardRun(), person: lead.id, field: 'release' });
export const LongTexts = story({
  run: boardRun({
    label: 'Power test reviewed and released by a second pair of eyes '.repeat(4),
    role: 'Quality engineer for boards that are powered from batteries above sixty volts',
    meaning: 'I have read every value, compared it with the drawing, and hold the board to be safe. '.repeat(
      4,
    ),
    decisions: [{ ...rejection, comment: 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(12) }],
  }),
});
export const MarkupAndMissingPeople = story({
  run: boardRun({
    label: '<b>Reviewed</b>',
    decisions: [{ ...rejection, by: '<i>nobody</i>', comment: '<script>' }],
  }),
});
export const RightToLeft = story({
  run: boardRun({ decisions: [rejection, stale] }),
  dir: 'rtl',
  lang: 'ar',
});
