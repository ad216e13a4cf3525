/** One row of the checklist: what is required, how much of it is still missing, and what has gone in. */
import { html, nothing, type TemplateResult } from 'lit';
import { installedQuantity, isInstalled, isTraceOnly, remaining } from '../../domain/install.js';
import { findPerson, type Install, type Requirement, type Run } from '../../domain/run.js';
import { field as fieldWords } from '../../messages/en/field.js';
import { install as installWords } from '../../messages/en/install.js';
import { formatDecimal, formatInstant } from '../../messages/format.js';
import { localeOf, words } from '../../messages/registry.js';
import { glyph, issue, ok, todo } from '../../styles/glyphs.js';
import type { Desk } from './desk.js';
import { unitName } from './names.js';

/** What may be done in a row, and what is going on there. */
export interface Row {
  element: Element;
  run: Run;
  requirement: Requirement;
  /** Its place in the list. */
  at: number;
  /** Whether parts may go in and out here now. */
  editable: boolean;
  /** Whether more may go in. */
  pickable: boolean;
  /** Picking is shown, and impossible. */
  scanOnly: boolean;
  /** Whether the list of what would fit is open. */
  open: boolean;
  /** What goes on here. */
  below: unknown;
  desk: Desk;
}

export function requirementRow(row: Row): TemplateResult {
  const { element, requirement, run } = row;
  const said = words(element, 'install', installWords);
  const locale = localeOf(element);
  const amount = (text: string): string =>
    [formatDecimal(text, locale), requirement.unit].filter(Boolean).join(' ');
  const { id, partNumber, description, quantity, substitutes, installs } = requirement;
  return html`<li
    class="requirement"
    part="requirement"
    data-key=${id}
    tabindex="-1"
    aria-labelledby="name-${row.at}"
  >
    <div class="what">
      <p class="label" id="name-${row.at}">${description || partNumber}</p>
      <p class="hint facts numbers">
        <span>${partNumber}</span
        ><span
          >${isTraceOnly(requirement) ? said.traceOnly : said.of(formatDecimal(installedQuantity(requirement), locale), amount(quantity))}</span
        >
      </p>
      ${substitutes.map(
        (one) =>
          html`<p class="hint facts numbers">
            <span>${said.substitutes([one.partNumber])}</span><span>${one.description}</span>
          </p>`,
      )}
      ${state()}
    </div>
    ${
      row.editable && row.pickable
        ? html`<button
            type="button"
            class="pick"
            aria-expanded=${row.open}
            aria-disabled=${row.scanOnly}
            aria-describedby=${row.scanOnly ? 'reason' : `name-${row.at}`}
            @click=${() => row.scanOnly || row.desk.pick(requirement)}
          >
            ${said.pick}
          </button>`
        : nothing
    }
    ${
      installs.length > 0
        ? html`<ul class="installs">
            ${installs.map(installed)}
          </ul>`
        : nothing
    }
    ${row.below}
  </li>`;

  function state(): TemplateResult {
    const number = run.issues.find((one) => one.id === requirement.exception?.issueId)?.number;
    const [tone, shape, word] = requirement.exception
      ? ['info', issue, said.excepted(number ?? requirement.exception.issueId)]
      : isInstalled(requirement)
        ? ['ok', ok, said.done]
        : [
            '',
            todo,
            isTraceOnly(requirement) ? said.missing : said.remaining(amount(remaining(requirement))),
          ];
    return html`<p class="verdict ${tone}" part="state">${glyph(shape)} ${word}</p>`;
  }

  function installed(one: Install): TemplateResult {
    const name = unitName(said, one);
    if (row.desk.asking === one.id) return question(one, name);
    const by = findPerson(run, one.by)?.name ?? one.by;
    return html`<li part="install">
      <span class="numbers"
        >${name}${one.quantity !== '0' && one.serial === undefined ? ` · ${amount(one.quantity)}` : ''}</span
      >
      ${one.partNumber === partNumber || one.partNumber === name ? nothing : html`<span class="badge numbers">${said.substitute} ${one.partNumber}</span>`}
      <span class="hint"
        >${said.installedBy(by, formatInstant(one.at, locale, run.zone))} · ${said.how[one.how]}</span
      >
      ${
        row.editable
          ? html`<button
              type="button"
              class="quiet"
              aria-label=${said.uninstallUnit(name)}
              @click=${() => row.desk.ask(one.id)}
            >
              ${said.uninstall}
            </button>`
          : nothing
      }
    </li>`;
  }

  function question(one: Install, name: string): TemplateResult {
    return html`<li
      class="ask warn"
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        row.desk.ask(undefined);
      }}
    >
      <p>${said.askUninstall(name)}</p>
      <button type="button" class="danger" @click=${() => row.desk.uninstall(requirement, one.id)}>
        ${said.uninstall}
      </button>
      <button type="button" class="quiet keep" @click=${() => row.desk.ask(undefined)}>
        ${words(element, 'field', fieldWords).cancel}
      </button>
    </li>`;
  }
}
