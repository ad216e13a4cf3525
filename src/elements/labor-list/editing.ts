/** Setting labor right: what is asked, in the time of the site, and the instants that it means. */
import { atSite } from '../../domain/day.js';
import type { Id, Instant, Labor } from '../../domain/run.js';
import type { labor as laborWords } from '../../messages/en/labor.js';
import type { CommandForm } from '../command-form.js';

export const editKey = (laborId: Id): Id => `edit-labor:${laborId}`;

/** An instant as the site's clocks show it, for a control: `2026-03-04T10:15`. */
export function localAt(instant: Instant | undefined, zone: string): string {
  const time = instant === undefined ? NaN : Date.parse(instant);
  if (Number.isNaN(time)) return '';
  // What the clocks show is that far from UTC; the offset is asked of the instant itself.
  const utc = new Date(time).toISOString();
  const shown = new Date(time + offset(utc, zone)).toISOString();
  return shown.slice(0, 16);
}

/** How far the site's clocks are from UTC at an instant, in milliseconds. */
function offset(utc: Instant, zone: string): number {
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }).formatToParts(new Date(utc));
    const of = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
    const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
    return shown - Math.floor(Date.parse(utc) / 1000) * 1000;
  } catch {
    return 0;
  }
}

/** What was entered, as an instant; what was left as it stood keeps its seconds, and its hour where clocks were set back. */
function instantOf(entered: string, before: Instant | undefined, zone: string): Instant {
  if (before !== undefined && entered === localAt(before, zone)) return before;
  const time = Date.parse(atSite(entered, zone));
  return Number.isNaN(time) ? entered : new Date(time).toISOString();
}

export function editForm(
  texts: typeof laborWords,
  { stepId, labor, name, zone }: { stepId: Id; labor: Labor; name: string; zone: string },
): CommandForm {
  const begin = localAt(labor.in, zone);
  const end = localAt(labor.out, zone);
  const isOpen = labor.out === undefined;
  return {
    key: editKey(labor.id),
    title: texts.editTitle(name),
    text: texts.editAbout,
    submit: texts.save,
    inputs: [
      {
        name: 'in',
        kind: 'time',
        label: texts.checkedIn,
        hint: texts.zone(zone),
        required: true,
        value: begin,
      },
      {
        name: 'out',
        kind: 'time',
        label: texts.checkedOut,
        required: !isOpen,
        value: end,
        ...(isOpen && { hint: texts.stillIn }),
      },
      { name: 'reason', kind: 'line', label: texts.reason, required: true },
    ],
    request: (values) => ({
      type: 'edit-labor',
      stepId,
      laborId: labor.id,
      in: instantOf(values.in!, labor.in, zone),
      ...(values.out && { out: instantOf(values.out, labor.out, zone) }),
      reason: values.reason!,
    }),
  };
}
