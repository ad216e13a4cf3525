/** The buttons of a step, and what became of the one that was pressed. */
import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { CommandType } from '../../domain/command.js';
import { availableToWork } from '../../domain/lifecycle.js';
import { isCheckedIn, type Step } from '../../domain/run.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { menu as menuWords } from '../../messages/en/menu.js';
import { step as stepWords } from '../../messages/en/step.js';
import { words } from '../../messages/registry.js';
import type { RunSession } from '../../session.js';
import { menu, type MenuItem } from '../menu.js';
import { menuActions, pressWords, type MenuAction, type PressCommand } from './actions.js';
import type { Company } from './company.js';
import { notice } from './view.js';
import { sayings } from './voice.js';

/** What the bar is drawn from. */
export interface Bar {
  host: ReactiveElement;
  session: RunSession;
  step: Step;
  company: Company;
  /** How much is outstanding. */
  outstanding: number;
  ask: (command: PressCommand) => void;
  /** Complete was pressed although something is outstanding. */
  explain: () => void;
  act: (action: MenuAction) => void;
  retry: () => void;
  dismiss: () => void;
}

export function bar(given: Bar): TemplateResult | typeof nothing {
  const { host, session, step, outstanding } = given;
  const say = { ...words(host, 'step', stepWords), ...words(host, 'menu', menuWords) };
  const may = (type: CommandType): boolean => session.may(type, { stepId: step.id });
  const entry = session.ongoing.peek('entry', step.id);
  const doing = entry?.hasTag('submitting') ? entry.context.submission?.request.type : undefined;
  const { available } = availableToWork(session.run!, step);
  const isIn = isCheckedIn(step, session.person);

  /** A button of its own place for each command: one that a press has replaced is never the next to be pressed. */
  const button = (command: PressCommand, look: string, offered: boolean, blocked?: string): unknown => {
    if (!offered || !may(command)) return nothing;
    const [rest, busy] = pressWords[command];
    return html`<button
      type="button"
      data-command=${command}
      class=${look}
      aria-disabled=${blocked === undefined ? nothing : 'true'}
      aria-describedby=${blocked ?? nothing}
      aria-busy=${doing === command ? 'true' : nothing}
      @click=${() => (blocked === undefined ? given.ask(command) : given.explain())}
    >
      ${say[doing === command ? busy : rest]}
    </button>`;
  };
  const buttons = [
    button('start-step', 'primary', true, available ? undefined : 'waiting'),
    button('check-in', 'primary', !isIn, available ? undefined : 'waiting'),
    button('complete-step', isIn ? 'primary' : '', true, outstanding > 0 ? 'outstanding' : undefined),
    button('check-out', '', isIn),
    button('resume-step', 'primary', true),
    menu(say.moreActions, items(given, may, say)),
  ];
  const answer = entry && (entry.matches('refused') || entry.matches('failed')) ? problem(given) : nothing;
  if (answer === nothing && buttons.every((one) => one === nothing)) return nothing;
  return html`<footer class="bar">
    ${answer}
    <div class="actions" part="actions">${buttons}</div>
  </footer>`;
}

/** Only what may be done here and now. */
const items = (
  { session, step, company, act }: Bar,
  may: (type: CommandType) => boolean,
  say: typeof menuWords,
): readonly MenuItem[] =>
  menuActions
    .filter(
      ({ command, offered, at }) =>
        (command !== 'propose-redline' || company.at(at!)?.propose) &&
        may(command) &&
        (offered?.(session.run!, step) ?? true),
    )
    .map((action) => ({
      command: action.command,
      label: say[action.label],
      glyph: action.glyph,
      group: action.group,
      danger: action.group === 'danger',
      pick: () => act(action),
    }));

function problem({ host, session, step, retry, dismiss }: Bar): TemplateResult {
  const { context, value } = session.ongoing.peek('entry', step.id)!;
  return notice(
    'bad',
    sayings(() => host.requestUpdate())?.explainCommand({ host, session, step }, context),
    html`${
        value === 'failed'
          ? html`<button type="button" @click=${retry}>${words(host, 'field', fieldWords).retry}</button>`
          : nothing
      }<button type="button" class="quiet" @click=${dismiss}>
        ${words(host, 'step', stepWords).dismiss}
      </button>`,
  );
}

/** Hears of the focus in a step: what has it is not left behind the bar at the lower edge. */
export function uncover(event: FocusEvent): void {
  const [target] = event.composedPath();
  const place = (event.currentTarget as Element).querySelector('.bar');
  if (!place || !(target instanceof Element) || place.contains(target)) return;
  // The browser scrolls after it has told.
  requestAnimationFrame(() => {
    const { top } = place.getBoundingClientRect();
    const at = target.getBoundingClientRect();
    if (at.bottom > top && at.top < innerHeight) target.scrollIntoView({ block: 'center' });
  });
}
