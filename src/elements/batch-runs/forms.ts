/** The forms of joining and leaving. */
import type { Batch } from '../../domain/run.js';
import { clip } from '../../messages/phrases.js';
import { newId } from '../../new-id.js';
import type { CommandForm } from '../command-form.js';
import type { Shown } from './rows.js';

/** The batches that there are in the store, each with how many runs are in it. */
function batchesIn({ outcomes }: Shown): readonly { batch: Batch; count: number }[] {
  const found = new Map<string, { batch: Batch; count: number }>();
  for (const { batch } of outcomes.runs ?? []) {
    if (!batch) continue;
    const known = found.get(batch.id);
    found.set(batch.id, known ? { ...known, count: known.count + 1 } : { batch, count: 1 });
  }
  return [...found.values()].sort((a, b) => a.batch.name.localeCompare(b.batch.name));
}

/** An id of a batch may be any text, also `new`. */
const chosen = (value: string | undefined): string | undefined => (value ? value.slice(1) : undefined);

export function joinForm(shown: Shown): CommandForm {
  const { words: say, session } = shown;
  const batches = batchesIn(shown);
  const isNew = (values: Readonly<Record<string, string>>): boolean =>
    batches.length === 0 || values.batch === 'new';
  return {
    key: 'join-batch',
    title: say.joinTitle(clip(session.run!.number)),
    text: say.joinText,
    submit: say.joinNow,
    busy: say.joining,
    inputs: [
      ...(batches.length > 0
        ? [
            {
              name: 'batch',
              label: say.which,
              kind: 'cards' as const,
              required: true,
              search: batches.length > enough,
              options: [
                ...batches.map(({ batch, count }) => ({
                  value: `=${batch.id}`,
                  label: clip(batch.name),
                  hint: say.withRuns(count),
                })),
                { value: 'new', label: say.fresh, hint: say.freshHint },
              ],
            },
          ]
        : []),
      { name: 'name', label: say.name, kind: 'line', required: true, when: isNew },
    ],
    request(values) {
      const named = values.name?.toLocaleLowerCase();
      const there = batches.find(({ batch }) =>
        isNew(values) ? batch.name.trim().toLocaleLowerCase() === named : batch.id === chosen(values.batch),
      );
      return {
        type: 'join-batch',
        batch: there?.batch ?? { id: newId(), name: values.name ?? '' },
      };
    },
  };
}
const enough = 8;

export function leaveForm({ words: say, session }: Shown): CommandForm {
  return {
    key: 'leave-batch',
    title: say.leaveTitle(clip(session.run!.batch!.name)),
    text: say.leaveText,
    submit: say.leaveNow,
    busy: say.leaving,
    inputs: [],
    request: () => ({ type: 'leave-batch' }),
  };
}
