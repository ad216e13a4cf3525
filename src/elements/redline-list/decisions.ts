/** What a person may do about a redline: approve, reject, close or cancel it; each with what happens then. */
import type { CommandRequest } from '../../domain/command.js';
import type { Id, Redline, Run } from '../../domain/run.js';
import { redline as redlineWords } from '../../messages/en/redline.js';
import { status as statusWords } from '../../messages/en/status.js';
import { words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import type { CommandForm } from '../command-form.js';

export type Doing = 'approve' | 'reject' | 'close' | 'cancel';

const commands = {
  approve: 'approve-redline',
  reject: 'reject-redline',
  close: 'close-redline',
  cancel: 'cancel-redline',
} as const;

export const isUndecidable = ({ changes = [] }: Redline): boolean =>
  changes.some(({ change }) => change === 'unknown');

/** What this person may do about it as it stands, the most likely first. */
export function doings(session: RunSession, redline: Redline): readonly Doing[] {
  const { status, stepId, closed } = redline;
  if (closed || status === 'canceled') return [];
  const may = (doing: Doing): boolean => session.may(commands[doing], { stepId });
  const fits: readonly Doing[] =
    status === 'open'
      ? isUndecidable(redline)
        ? ['reject', 'cancel']
        : ['approve', 'reject', 'cancel']
      : status === 'accepted'
        ? ['close']
        : status === 'rejected'
          ? ['close', 'cancel']
          : ['cancel'];
  return fits.filter(may);
}

/** Where what is said to it is entered. */
export const doingKey = (doing: Doing, { stepId }: Redline): Id => `${commands[doing]}:${stepId}`;

/** The form that asks for what is still needed. */
export function formOf(element: Element, run: Run, doing: Doing, redline: Redline): CommandForm {
  const texts = words(element, 'redline', redlineWords);
  const { work } = words(element, 'status', statusWords);
  const { id: redlineId, stepId, adds, before, status } = redline;
  const { then } = texts;
  const leftOut = adds && status !== 'accepted';
  const base = { key: doingKey(doing, redline), title: `${texts[doing]}: ${redline.title}` };
  switch (doing) {
    case 'approve':
      return {
        ...base,
        text: adds ? then.approveStep : then.approve,
        submit: texts.approve,
        busy: texts.approving,
        inputs: [{ name: 'comment', label: texts.comment, kind: 'text' }],
        request: ({ comment }): CommandRequest => ({
          type: 'approve-redline',
          stepId,
          redlineId,
          ...(comment && { comment }),
        }),
      };
    case 'reject':
      return {
        ...base,
        text: then.reject,
        submit: texts.reject,
        busy: texts.rejecting,
        danger: true,
        inputs: [{ name: 'comment', label: texts.whyRejected, kind: 'text', required: true }],
        request: ({ comment = '' }): CommandRequest => ({
          type: 'reject-redline',
          stepId,
          redlineId,
          comment,
        }),
      };
    case 'close':
      return {
        ...base,
        text: leftOut
          ? then.leaveOut
          : (status === 'accepted' ? then.close : then.closeRejected)(work('todo')),
        submit: texts.close,
        busy: texts.closing,
        inputs: [],
        request: (): CommandRequest => ({ type: 'close-redline', stepId, redlineId }),
      };
    case 'cancel':
      return {
        ...base,
        text: adds ? then.leaveOut : then.cancel(work(before ?? 'todo')),
        submit: texts.cancel,
        busy: texts.canceling,
        danger: true,
        inputs: [],
        request: (): CommandRequest => ({ type: 'cancel-redline', stepId, redlineId }),
      };
  }
}
