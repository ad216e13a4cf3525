/** What the commands at a step still need, each as a form of its dialog. Loaded beside the step, after it is shown. */
import type { Blocker } from '../../domain/command.js';
import { issuesOf } from '../../domain/issue.js';
import { policyOf, type Issue, type Step } from '../../domain/run.js';
import { life as lifeWords } from '../../messages/en/life.js';
import { step as stepWords } from '../../messages/en/step.js';
import { clip } from '../../messages/phrases.js';
import { words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import type { CommandForm } from '../command-form.js';
import { holdReason } from '../hold-reason.js';
import { namer } from '../names.js';
import type { FormCommand } from './actions.js';

export { CommandDialog } from '../command-form.js';
export { styles } from '../command-form.styles.js';

/** Whose step, in whose words. */
export interface StepPlace {
  host: Element;
  session: RunSession;
  step: Step;
}

/** Not one of the run's issues, but the one that comes with the failure. */
const none = '';

const forms: Readonly<Record<FormCommand, (place: StepPlace) => Omit<CommandForm, 'key'>>> = {
  comment: ({ host, step: { id: stepId } }) => {
    const say = words(host, 'step', stepWords);
    return {
      title: say.comment,
      submit: say.addComment,
      inputs: [{ name: 'text', label: say.comment, kind: 'text', required: true }],
      request: ({ text = '' }) => ({ type: 'comment', stepId, text }),
    };
  },

  'open-issue': ({ host, session, step: { id: stepId } }) => {
    const say = words(host, 'step', stepWords);
    const nameOf = namer(session);
    const wrong = ({ kind }: Blocker): boolean => kind === 'out-of-range' || kind === 'failed-check';
    const targets = session.blockers(stepId).filter(wrong);
    return {
      title: say.openIssue,
      submit: say.openIssue,
      inputs: [
        { name: 'text', label: say.issueTitle, kind: 'text', required: true },
        {
          name: 'about',
          label: say.issueAbout,
          kind: 'choice',
          required: true,
          value: stepId,
          options: [
            { value: stepId, label: say.thisStep },
            ...targets.map(({ targetId }) => ({ value: targetId, label: clip(nameOf(targetId)) })),
          ],
        },
      ],
      request: ({ text = '', about = stepId }) => ({
        type: 'open-issue',
        stepId,
        title: text,
        links: [about],
      }),
    };
  },

  'hold-step': ({ host, session, step: { id: stepId } }) => {
    const say = words(host, 'life', lifeWords);
    const run = session.run!;
    return {
      ...say.hold,
      inputs: [
        {
          name: 'reason',
          label: say.hold.why,
          kind: 'cards',
          required: true,
          options: run.policy.holdReasons.map(({ value }) => ({
            value,
            label: holdReason(host, run, value),
          })),
        },
        {
          name: 'own',
          label: say.hold.own,
          kind: 'line',
          required: true,
          when: ({ reason }) => reason === 'other',
        },
        { name: 'comment', label: say.hold.comment, hint: say.hold.commentHint, kind: 'text' },
      ],
      request: ({ reason = '', own, comment }) => ({
        type: 'hold-step',
        stepId,
        reason: own || reason,
        ...(comment && { comment }),
      }),
    };
  },

  'fail-step': ({ host, session, step }) => {
    const say = words(host, 'life', lifeWords).fail;
    const run = session.run!;
    const own = issuesOf(run, step.id);
    const others = run.issues.filter((one) => !own.includes(one));
    const options = [...own, ...others].filter(({ status }) => status !== 'resolved');
    const asIssue = ({ id, number, title }: Issue): { value: string; label: string } => ({
      value: id,
      label: clip(`${number} ${title}`),
    });
    const { issueOnFail } = policyOf(run, step);
    const first = { value: none, label: issueOnFail ? say.opensIssue : say.noIssue };
    return {
      ...say,
      danger: true,
      inputs: [
        { name: 'reason', label: say.why, kind: 'text', required: true },
        ...(options.length > 0
          ? [
              {
                name: 'issue',
                label: say.issue,
                hint: say.issueHint,
                kind: 'choice' as const,
                options: [first, ...options.map(asIssue)],
              },
            ]
          : []),
      ],
      request: ({ reason = '', issue }) => ({
        type: 'fail-step',
        stepId: step.id,
        reason,
        ...(issue && { issueId: issue }),
      }),
    };
  },

  'reopen-step': ({ host, step: { id: stepId } }) => {
    const say = words(host, 'life', lifeWords).reopen;
    return {
      ...say,
      inputs: [{ name: 'reason', label: say.why, kind: 'text', required: true }],
      request: ({ reason = '' }) => ({ type: 'reopen-step', stepId, reason }),
    };
  },

  'duplicate-step': ({ host, step: { id: stepId } }) => ({
    ...words(host, 'life', lifeWords).duplicate,
    inputs: [],
    request: () => ({ type: 'duplicate-step', stepId }),
  }),

  'cancel-step': ({ host, step: { id: stepId } }) => {
    const say = words(host, 'life', lifeWords).cancel;
    return {
      ...say,
      danger: true,
      inputs: [{ name: 'reason', label: say.why, kind: 'text', required: true }],
      request: ({ reason = '' }) => ({ type: 'cancel-step', stepId, reason }),
    };
  },
};

/** Its entry is kept beside the step's own. */
export const formOf = (command: FormCommand, place: StepPlace): CommandForm => ({
  key: `${command}:${place.step.id}`,
  ...forms[command](place),
});
