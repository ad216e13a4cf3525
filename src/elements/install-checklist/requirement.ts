/** One row of the checklist: what is required, how much of it is still missing, what has gone in, and what goes into that. */
import { html, nothing, type TemplateResult } from 'lit';
import { installedQuantity, isInstalled, isTraceOnly, remaining } from '../../domain/install.js';
import { personName, type Requirement, type Run, type Step } from '../../domain/run.js';
import { install as installWords } from '../../messages/en/install.js';
import { status as statusWords } from '../../messages/en/status.js';
import { formatDecimal, formatInstant } from '../../messages/format.js';
import { clip } from '../../messages/phrases.js';
import { localeOf, words } from '../../messages/registry.js';
import { glyph, issue, ok, todo } from '../../styles/glyphs.js';
import type { Desk } from './desk.js';
import { installed } from './installed.js';
import { nameOf } from './names.js';

/** What may be done in a row, and what is going on there. */
export interface Row {
  element: Element;
  run: Run;
  step: Step;
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
  /** Begins an exception, where this person may make one. */
  except: (() => void) | undefined;
  /** How many issues it has. */
  badge: unknown;
  /** What goes on here. */
  below: unknown;
  /** The rows of what goes into it. */
  parts: readonly TemplateResult[];
  desk: Desk;
}

export function requirementRow(row: Row): TemplateResult {
  const { element, requirement, run, parts } = row;
  const said = words(element, 'install', installWords);
  const locale = localeOf(element);
  const amount = (text: string): string =>
    [formatDecimal(text, locale), requirement.unit].filter(Boolean).join(' ');
  const { id, partNumber, quantity, substitutes, madeOnAssembly, exception } = requirement;
  const name = nameOf(requirement);
  return html`<li
    class="requirement"
    part="requirement"
    data-key=${id}
    tabindex="-1"
    aria-labelledby="name-${row.at}"
  >
    <div class="what">
      <p class="label" id="name-${row.at}">${name}</p>
      <p class="hint facts numbers">
        <span>${partNumber}</span
        ><span
          >${isTraceOnly(requirement) ? said.traceOnly : said.of(formatDecimal(installedQuantity(requirement), locale), amount(quantity))}</span
        >${madeOnAssembly ? html`<span>${said.madeHere}</span>` : nothing}
      </p>
      ${substitutes.map(
        (one) =>
          html`<p class="hint facts numbers">
            <span>${said.substitutes([one.partNumber])}</span><span>${one.description}</span>
          </p>`,
      )}
      ${state()} ${exception ? excepted(exception) : nothing} ${row.badge}
    </div>
    ${(row.editable && row.pickable) || row.except ? acts() : nothing} ${installed(row)} ${row.below}
    ${
      parts.length > 0
        ? html`<ul class="parts" aria-label=${said.goesInto(name)}>
            ${parts}
          </ul>`
        : nothing
    }
  </li>`;

  function acts(): TemplateResult {
    const scanOnly = row.scanOnly && !madeOnAssembly;
    const pick = html`<button
      type="button"
      class="pick"
      aria-expanded=${row.open}
      aria-disabled=${scanOnly}
      aria-describedby=${scanOnly ? 'reason' : `name-${row.at}`}
      @click=${() => scanOnly || row.desk.pick(requirement)}
    >
      ${madeOnAssembly ? said.build : said.pick}
    </button>`;
    const except = html`<button
      type="button"
      class="quiet except"
      aria-label=${said.exceptPart(name)}
      @click=${row.except}
    >
      ${said.except}
    </button>`;
    return html`<div class="acts">
      ${row.editable && row.pickable ? pick : nothing}${row.except ? except : nothing}
    </div>`;
  }

  function state(): TemplateResult {
    const number = run.issues.find((one) => one.id === exception?.issueId)?.number;
    const [tone, shape, word] = exception
      ? ['info', issue, said.excepted(number ?? exception.issueId)]
      : isInstalled(requirement)
        ? ['ok', ok, said.done]
        : [
            '',
            todo,
            isTraceOnly(requirement) ? said.missing : said.remaining(amount(remaining(requirement))),
          ];
    return html`<p class="verdict ${tone}" part="state">${glyph(shape)} ${word}</p>`;
  }

  /** The issue that justifies it, and who has said so (R65). */
  function excepted({ issueId, by, at }: NonNullable<Requirement['exception']>): TemplateResult {
    const one = run.issues.find(({ id: known }) => known === issueId);
    const who = personName(run, by);
    return html`<p class="hint facts" part="exception">
      ${
        one
          ? html`<span>${clip(one.title)}</span
              ><span>${words(element, 'status', statusWords).issue(one.status, one.reported)}</span>`
          : nothing
      }<span>${said.exceptedBy(who, formatInstant(at, locale, run.zone))}</span>
    </p>`;
  }
}
