/** How a run ends that is not completed (R18): the menu for it, and what is shown afterwards. */
import { html, nothing, type TemplateResult } from 'lit';
import { personName } from '../../domain/run.js';
import { life as lifeWords } from '../../messages/en/life.js';
import { menu as menuWords } from '../../messages/en/menu.js';
import { step as stepWords } from '../../messages/en/step.js';
import { formatInstant } from '../../messages/format.js';
import { localeOf, words } from '../../messages/registry.js';
import { canceled, failed, glyph } from '../../styles/glyphs.js';
import { LaterDialog, type LaterDialogHost } from '../later-dialog.js';
import { later } from '../later.js';
import { menu } from '../menu.js';
import type { Desk } from './view.js';

export type EndCommand = 'fail-run' | 'cancel-run';

const forms = later(() => import('./end-forms.js'));
export type EndDialog = LaterDialog<EndCommand, { host: Element }>;
export const endDialog = (host: LaterDialogHost): EndDialog => new LaterDialog(host, forms);

const rows = [
  { command: 'fail-run', label: 'failRun', path: failed },
  { command: 'cancel-run', label: 'cancelRun', path: canceled },
] as const;

/** Only what this person may do; nothing where that is nothing. */
export const endMenu = ({ host, session, end }: Desk): TemplateResult | typeof nothing =>
  menu(
    words(host, 'step', stepWords).moreActions,
    rows
      .filter(({ command }) => session.may(command))
      .map(({ command, label, path }) => ({
        label: words(host, 'menu', menuWords)[label],
        glyph: path,
        danger: true,
        pick: () => end(command),
      })),
  );

/** That the run has failed or was canceled: why, by whom and when, as far as the record says. Nothing for any other. */
export function ended({ host, run }: Desk): TemplateResult | undefined {
  const { status } = run;
  if (status !== 'failed' && status !== 'canceled') return undefined;
  const say = words(host, 'life', lifeWords).ended;
  const by = run.ended && personName(run, run.ended.by);
  return html`<section class="ended ${status}" part="ended" tabindex="-1" aria-labelledby="ended">
    ${glyph(status === 'failed' ? failed : canceled)}
    <div>
      <h3 class="heading" id="ended">${say[status]}</h3>
      ${
        run.ended
          ? html`<p class="note">${run.ended.reason}</p>
              <p>${say.by(by!, formatInstant(run.ended.at, localeOf(host), run.zone))}</p>`
          : nothing
      }
      <p>${say.locked}</p>
    </div>
  </section>`;
}
