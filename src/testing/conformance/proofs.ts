/** Backends that ask who signs: no signature without a proof, and none with another's. */
import { isReceipt, isRefusal } from '../../domain/command.js';
import { equal, ok } from './expect.js';
import { people } from './seed-run.js';
import { command, stepIn, type Case, type Request } from './trial.js';

const approve: Request = { type: 'sign', stepId: 'measure', targetId: 'witness', decision: 'approve' };

export const proofCases: readonly Case[] = [
  {
    name: 'reauthenticate: a signature asks for a proof of exactly this command and person, and is recorded with it once',
    uses: ['start-step', 'sign'],
    needs: ['reauthenticate', 'identification'],
    async body({ adapter, done, identification, load }) {
      await done('worker', { type: 'start-step', stepId: 'measure' });
      const asked = command(approve);
      const shown = identification('inspector');
      const as = await adapter.reauthenticate!(shown, asked);
      ok(!isRefusal(as) && as.person === people.inspector.id, 'Who has shown who they are is known');
      const before = await load();
      const attempts = [
        [asked, { person: as.person }],
        [asked, { ...as, person: people.lead.id }],
        [asked, { ...as, proof: `${as.proof}x` }],
        [command(approve), as],
        [{ ...asked, comment: 'And more' }, as],
      ] as const;
      for (const [sent, by] of attempts) {
        const answer = await adapter.execute(sent, { as: by });
        equal(isRefusal(answer) && answer.refused, 'reauthenticate', 'the answer to a forged attempt');
      }
      equal(await load(), before, 'the run after forged attempts');
      const receipt = await adapter.execute(asked, { as });
      ok(isReceipt(receipt), 'The proven signature is recorded');
      equal(await adapter.execute(asked, { as }), receipt, 'the receipt of the same command again');
      const field = stepIn(await load(), 'measure').fields.find(({ id }) => id === 'witness');
      const decisions = field?.type === 'signoff' ? field.decisions : [];
      equal(
        decisions.map(({ by }) => by),
        [people.inspector.id],
        'who has signed',
      );
      // What was asked is worth little later if nobody can tell that it was.
      ok(decisions[0]!.identifiedBy, 'The decision says how the signer has shown who they are');
      const recorded = JSON.stringify([receipt, field]);
      const secrets = [as.proof, 'pin' in shown && shown.pin, 'badge' in shown && shown.badge];
      for (const secret of secrets) ok(!secret || !recorded.includes(secret), 'No secret is recorded');
    },
  },
];
