import { roverPeople } from '../src/testing/rover-people.js';
import { refusing } from './backends.js';
import { boardRun, type Scene, shown, entering, story, press, rejecting } from './signoff-scene.js';

const { qualityEngineer, technician } = roverPeople;

export default { title: 'Elements/signoff-field/Who signs', component: 'signoff-field' };

const asked = (more: Scene = {}): Scene => ({ person: technician.id, asks: ['badge', 'pin'], ...more });
/** Whoever works hands the device over: asked is anybody of the run who may sign. */
export const OpenToBeHandedOver = story(asked());
export const AskingForAPin = story(asked({ asks: ['pin'], after: press('Approve') }));
export const AskingForABadgeOrPin = story(asked({ after: press('Approve') }));
export const AskingForABadge = story(asked({ asks: ['badge'], after: press('Approve') }));
export const AskingForAPasskey = story(asked({ asks: ['passkey'], after: press('Approve') }));
export const AskingInThePagesOwnWay = story(asked({ asks: ['host'], after: press('Approve') }));
export const AskingWhoOfSeveral = story(
  asked({
    run: {
      ...boardRun(),
      people: [...boardRun().people, { ...qualityEngineer, id: 'second', name: 'Ada Nkemelu' }],
    },
    asks: ['pin', 'badge', 'passkey', 'host'],
    after: press('Approve'),
  }),
);
export const AskingWhoRejects = story(
  asked({
    after: async (session, element) => {
      rejecting('5 V bus was read with the load connected.')(session);
      await shown(element, 'textarea');
      press('Reject')(session, element);
    },
  }),
);
export const WrongPin = story(asked({ after: entering('1234') }));
export const PinMissing = story(asked({ after: entering('') }));
export const TooManyTries = story(asked({ after: entering('1', '2', '3', '4', '5', '6') }));
export const CheckingWhoSigns = story(
  asked({
    adapter: (memory) => ({ ...memory, reauthenticate: () => new Promise(() => undefined) }),
    after: entering('2468'),
  }),
);
export const BadgeOfSomebodyWhoMayNot = story(
  asked({
    adapter: (memory) => ({ ...memory, reauthenticate: () => Promise.resolve({ person: technician.id }) }),
    after: entering('1'),
  }),
);
export const AnotherPersonSigned = story(asked({ after: entering('2468') }));
export const ProofRunOut = story(
  asked({
    adapter: (memory) => ({
      ...refusing(memory, { refused: 'reauthenticate', detail: { reason: 'proof-refused' } }),
      reauthenticate: memory.reauthenticate!,
    }),
    after: entering('2468'),
  }),
);
export const AskingRightToLeft = story(asked({ after: entering('1234'), dir: 'rtl', lang: 'ar' }));
