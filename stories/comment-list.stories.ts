import { AdapterFault, type Adapter } from '../src/adapters/adapter.js';
import { define } from '../src/define.js';
import type { Comment, Run, Step } from '../src/domain/run.js';
import type { CommentList } from '../src/elements/comment-list/comment-list.js';
import { roverPeople } from '../src/testing/rover-people.js';
import { roverRun } from '../src/testing/rover.js';
import { failing, neverAnswering, refusing, sessionOn } from './backends.js';

define();

const stepId = 'drill-wheels';
const { technician, lead, qualityEngineer, customer } = roverPeople;
const said = (id: number, by: string, text: string, more: Partial<Comment> = {}): Comment => ({
  id: `comment-${id}`,
  stepId,
  by,
  at: new Date(Date.parse('2026-11-20T15:00:00.000Z') + id * 7 * 60_000).toISOString(),
  text,
  ...more,
});

const one = said(
  1,
  technician.id,
  'Wheel 3 has a burr at the second hole.\nDeburred by hand, please look again.',
);
const talk: readonly Comment[] = [
  one,
  said(2, qualityEngineer.id, 'Looks good now. Keep the cutter below 900 rpm.'),
  said(3, lead.id, `@${technician.name} the new HSS bits are in drawer 4. Take one before wheel 5.`, {
    mentions: [technician.id],
  }),
];
const held = said(4, technician.id, 'Bits are worn, new ones come on Monday.', { hold: 'waiting-for-tool' });
const odd: readonly Comment[] = [
  said(
    1,
    technician.id,
    `<b>bold?</b> <img src=x onerror=alert(1)> & "quotes" ${'wheelhubcorner'.repeat(30)}`,
  ),
  said(2, lead.id, '👩🏽‍🔧🔩 fertig ✅ 4 × M3'),
  said(3, qualityEngineer.id, 'ثقب العجلة الثالثة خارج الحدود @Amara Osei\n11.52 mm', {
    mentions: [technician.id],
  }),
  said(
    4,
    lead.id,
    Array.from(
      { length: 40 },
      (_, index) => `Line ${index + 1} of what the supplier wrote about the batch.`,
    ).join('\n'),
  ),
];
const many = Array.from({ length: 10_000 }, (_, index) =>
  said(index, index % 3 === 0 ? lead.id : technician.id, `Comment ${index + 1}`),
);

/** The backend's own list, the newest first where it is asked for so. */
const listing =
  (comments: readonly Comment[]) =>
  (memory: Adapter): Adapter => ({
    ...memory,
    comments(_run, _step, { cursor, limit = 50 } = {}) {
      const end = Number(cursor ?? comments.length);
      const start = Math.max(0, end - limit);
      const items = comments.slice(start, end).reverse();
      return Promise.resolve({ items, ...(start > 0 && { cursor: String(start) }) });
    },
  });

interface Args {
  comments?: readonly Comment[];
  person?: string;
  step?: Partial<Step>;
  run?: Partial<Run>;
  backend?: (memory: Adapter) => Adapter;
  dir?: 'rtl';
}
interface Story {
  args?: Args;
  play?: (context: { canvasElement: HTMLElement }) => Promise<void>;
}

function show({ comments = [], person = technician.id, step, run, backend, dir }: Args): HTMLElement {
  const seed = roverRun();
  const latest = comments.at(-1);
  const shown: Run = {
    ...seed,
    status: 'in-progress',
    ...run,
    steps: seed.steps.map((at) =>
      at.id === stepId
        ? {
            ...at,
            status: 'in-progress',
            commentCount: comments.length,
            ...(latest && { latestComment: latest }),
            ...step,
          }
        : at,
    ),
  };
  const session = sessionOn(shown, person, (memory) => {
    const listed = listing(comments)(memory);
    return backend ? backend(listed) : listed;
  });
  const element = Object.assign(document.createElement('comment-list'), { session, stepId, lang: 'en' });
  if (dir) element.dir = dir;
  return element;
}

const frame = (): Promise<number> => new Promise(requestAnimationFrame);
async function typed(canvas: HTMLElement, text: string): Promise<ShadowRoot> {
  const root = canvas.querySelector<CommentList>('comment-list')!.shadowRoot!;
  while (!root.querySelector('textarea')) await frame();
  const box = root.querySelector('textarea')!;
  box.focus();
  box.value = text;
  box.setSelectionRange(text.length, text.length);
  box.dispatchEvent(new Event('input', { bubbles: true }));
  await frame();
  return root;
}
const typing =
  (text: string) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    await typed(canvasElement, text);
  };
const sending =
  (text: string) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    const root = await typed(canvasElement, text);
    root.querySelector<HTMLButtonElement>('.write .actions > button')!.click();
    await frame();
    await frame();
  };

export default { title: 'comment-list', component: 'comment-list', render: show };

export const Empty: Story = {};
export const One: Story = { args: { comments: [one] } };
export const MentionOfMe: Story = { args: { comments: talk } };
export const WithAHold: Story = {
  args: { comments: [...talk, held], step: { status: 'hold' } },
};
export const LongAndOddTexts: Story = { args: { comments: odd } };
export const TenThousand: Story = { args: { comments: many } };
export const Writing: Story = {
  args: { comments: talk },
  play: typing(`Wheel 5 is next.\n@${lead.name} please bring two more bits.`),
};
export const PickerOpen: Story = { args: { comments: [one] }, play: typing('Who has the bits? @') };
export const NothingTyped: Story = { args: { comments: [one] }, play: sending('') };
export const Sending: Story = {
  args: { comments: [one], backend: neverAnswering },
  play: sending('On my way.'),
};
export const Refused: Story = {
  args: {
    comments: [one],
    backend: (memory) =>
      refusing(memory, { refused: 'rule', detail: { message: 'Comments are closed during the audit.' } }),
  },
  play: sending('On my way.'),
};
export const Failed: Story = {
  args: { comments: [one], backend: (memory) => failing(memory, 'offline') },
  play: sending('On my way.'),
};
export const NotLoaded: Story = {
  args: {
    comments: talk,
    backend: (memory) => ({ ...memory, comments: () => Promise.reject(new AdapterFault('timeout')) }),
  },
};
/** The customer may read. */
export const ReadOnly: Story = { args: { comments: talk, person: customer.id } };
/** What was typed stays when the run is locked. */
export const LockedWhileWriting: Story = {
  args: { comments: [one] },
  async play({ canvasElement }) {
    await typed(canvasElement, 'One more thing');
    const element = canvasElement.querySelector<CommentList>('comment-list')!;
    const { adapter, run } = element.session!;
    await adapter.execute(
      { v: 1, id: 'end', runId: run!.id, madeAt: one.at, type: 'cancel-run', reason: 'Order withdrawn' },
      { as: { person: lead.id } },
    );
    while (!element.shadowRoot!.querySelector('[role=alert]')) await frame();
  },
};
export const RightToLeft: Story = { args: { comments: [...odd.slice(2, 3), ...talk], dir: 'rtl' } };
