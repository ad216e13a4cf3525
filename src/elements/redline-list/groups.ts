/** The difference that a redline makes, put together by what it is about. */
import { redlineDiff, type RedlineDifference } from '../../domain/redline-diff.js';
import type { Change, Field, Id, Redline, Requirement, Run, Step } from '../../domain/run.js';
import { clip } from '../../messages/phrases.js';
import type { Property, Teller } from './told.js';

/** What was beside what will be; one of the two where something comes or goes. */
export interface Pair {
  /** Empty where the group says it. */
  name: string;
  before?: string;
  after?: string;
  /** A text, which is compared word by word. */
  isText?: boolean;
  /** A list, which is compared piece by piece. */
  pieces?: { before: readonly string[]; after: readonly string[] };
}

export interface Group {
  key: string;
  does: 'added' | 'removed' | 'changed' | 'unknown';
  title: string;
  /** What it is about. */
  name: string;
  pairs: readonly Pair[];
}

const texts: ReadonlySet<string> = new Set(['label', 'hint', 'description']);

export function groupsOf(run: Run, redline: Redline, teller: Teller): readonly Group[] {
  const { texts: say } = teller;
  const step = run.steps.find(({ id }) => id === redline.stepId);
  const changes = redline.changes ?? [];
  const groups: Group[] = [];
  const contents = new Map<Id, { kind: 'field' | 'requirement'; rows: RedlineDifference[] }>();
  const whole = (
    kind: 'field' | 'requirement',
    { targetId, before, after }: { targetId: Id; before?: Field | Requirement; after?: Field | Requirement },
  ): void => {
    const does = after ? 'added' : 'removed';
    const one = (after ?? before)!;
    const told = kind === 'field' ? teller.field(one as Field) : teller.requirement(one as Requirement);
    const all = after ? [...told, ...standsAfter(changes, step, targetId)] : told;
    groups.push({
      key: targetId,
      does,
      title: say[kind][does],
      name: clip(labelOf(one)),
      pairs: all.map(([name, value]) => ({
        name: say.property(name),
        [after ? 'after' : 'before']: value,
      })),
    });
  };
  for (const [at, row] of redlineDiff(run, redline).entries()) {
    switch (row.kind) {
      case 'step':
        groups.push({
          key: 'step',
          does: 'added',
          title: say.newStep,
          name: clip(row.after ?? ''),
          pairs: step ? [{ name: '', after: teller.place(step) }] : [],
        });
        break;
      case 'instruction': {
        const { before, after } = row;
        const does = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
        groups.push({
          key: `instruction:${at}`,
          does,
          title: say.paragraph[does],
          name: '',
          pairs: [
            {
              name: '',
              isText: true,
              ...(before !== undefined && { before }),
              ...(after !== undefined && { after }),
            },
          ],
        });
        break;
      }
      case 'field':
      case 'requirement':
        whole(row.kind, row);
        break;
      case 'dependency': {
        const does = row.after === undefined ? 'removed' : 'added';
        groups.push({
          key: `dependency:${row.targetId}`,
          does,
          title: say.dependency[does],
          name: teller.step(row.targetId),
          pairs: [],
        });
        break;
      }
      case 'unknown':
        groups.push({
          key: `unknown:${at}`,
          does: 'unknown',
          title: say.unknown(clip(row.after ?? row.before ?? '')),
          name: '',
          pairs: [],
        });
        break;
      default: {
        const seen = contents.get(row.targetId);
        if (seen) {
          seen.rows.push(row);
          break;
        }
        const isPart = changes.some(
          (one) => one.change === 'change-requirement' && one.targetId === row.targetId,
        );
        const kind = isPart ? 'requirement' : 'field';
        const rows = [row];
        contents.set(row.targetId, { kind, rows });
        groups.push({
          key: row.targetId,
          does: 'changed',
          title: say[kind].changed,
          name: nameIn(run, redline, row.targetId) ?? say.gone,
          // Filled in when all rows are there.
          pairs: [],
        });
      }
    }
  }
  return groups.map((group) => {
    const found = contents.get(group.key);
    return found && group.does === 'changed'
      ? { ...group, pairs: pairsOf(found.rows, unitOf(step, group.key), teller) }
      : group;
  });
}

function pairsOf(
  rows: readonly RedlineDifference[],
  unit: string | undefined,
  teller: Teller,
): readonly Pair[] {
  const units = rows.find(({ kind }) => kind === 'unit');
  const side = (which: 'before' | 'after'): string | undefined =>
    units ? (units[which] as string | undefined) : unit;
  return rows.map((row) => {
    const before = teller.value(row.kind, row.before, side('before'));
    const after = teller.value(row.kind, row.after, side('after'));
    return {
      name: teller.texts.property(row.kind),
      before: before || teller.texts.nothing,
      after: after || teller.texts.nothing,
      ...(texts.has(row.kind) && before !== '' && after !== '' && { isText: true }),
      ...((row.kind === 'options' || row.kind === 'substitutes') &&
        row.before &&
        row.after &&
        before !== '' &&
        after !== '' && {
          pieces: {
            before: teller.pieces(row.before),
            after: teller.pieces(row.after),
          },
        }),
    };
  });
}

const unitOf = (step: Step | undefined, id: Id): string | undefined => {
  const field = step?.fields.find((one) => one.id === id);
  return field?.type === 'number' ? field.unit : undefined;
};

const labelOf = (one: Field | Requirement): string =>
  'label' in one ? one.label : one.description || one.partNumber;

/** After which field one comes in. */
function standsAfter(changes: readonly Change[], step: Step | undefined, id: Id): readonly Property[] {
  const change = changes.find((one) => one.change === 'add-field' && one.field.id === id);
  const after = change?.change === 'add-field' ? change.after : undefined;
  const field = after === undefined ? undefined : step?.fields.find((one) => one.id === after);
  return field ? [['after', clip(field.label)]] : [];
}

/** What a field or a part is called, also after a later redline has taken it away. */
function nameIn(run: Run, { stepId }: Redline, id: Id): string | undefined {
  const has = (one: { id: Id }): boolean => one.id === id;
  const step = run.steps.find((one) => one.id === stepId);
  const here = step?.fields.find(has) ?? step?.requirements.find(has);
  if (here) return clip(labelOf(here));
  for (const { changes = [] } of run.redlines) {
    for (const one of changes) {
      if (one.change === 'remove-field' && one.field.id === id) return clip(labelOf(one.field));
      if (one.change === 'remove-requirement' && one.requirement.id === id)
        return clip(labelOf(one.requirement));
    }
  }
  return undefined;
}
