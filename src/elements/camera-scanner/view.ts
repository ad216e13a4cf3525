/** The dialog of the camera: the picture, what was read, and what to do where there is none. */
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { camera as english } from '../../messages/en/camera.js';
import { localeOf, words } from '../../messages/registry.js';
import { blocked, glyph, light, ok, retry, scan, sound, warning } from '../../styles/glyphs.js';
import type { Camera, Problem } from './camera.js';
import type { Finder } from './finder.js';

const looks = { taken: ['ok', ok], refused: ['bad', blocked], unknown: ['warn', warning] } as const;

/** What another try does not change. */
const lasting: ReadonlySet<Problem> = new Set(['insecure', 'forbidden']);

type Say = typeof english;

export function drawFinder(finder: Finder, close: () => void, closed: () => void): TemplateResult {
  const { stage, host } = finder;
  const say = words(host, 'camera', english);
  const camera = 'camera' in stage ? stage.camera : undefined;
  return html`<dialog part="dialog" aria-labelledby="title" lang=${localeOf(host)} @close=${closed}>
    <h2 id="title" class="heading" tabindex="-1" autofocus>${say.open}</h2>
    ${
      stage.name === 'failed'
        ? problem(say, stage.problem, stage.detail)
        : html`${picture(finder, say, camera)}${answer(finder, say)}`
    }
    <div class="bar">
      ${stage.name !== 'failed' ? controls(finder, say, camera) : lasting.has(stage.problem) ? nothing : again(finder, say)}
      <button type="button" class="close" @click=${close}>${say.close}</button>
    </div>
  </dialog>`;
}

function picture({ stage, count, answered }: Finder, say: Say, camera: Camera | undefined): TemplateResult {
  return html`<div class="view" part="view">
    <video
      class=${camera?.isFacing ? 'mirrored' : ''}
      aria-label=${say.picture}
      autoplay
      playsinline
      .muted=${true}
      .srcObject=${camera?.stream ?? null}
    ></video>
    ${
      stage.name === 'live'
        ? // Made anew for each scan, so that each is seen.
          keyed(count, html`<div class="frame ${answered?.what ?? ''}"></div>`)
        : stage.name === 'starting'
          ? html`<p class="over"><strong>${say.starting}</strong> <span>${say.allow}</span></p>`
          : html`<p class="over preparing">${say.preparing}</p>`
    }
  </div>`;
}

function answer({ answered, count, stage }: Finder, say: Say): TemplateResult {
  const [tone, shape] = answered ? looks[answered.what] : ['', scan];
  const isQuiet = !answered && stage.name !== 'live';
  return html`<div class="answer ${tone}" part="answer" role="status">
    ${isQuiet ? nothing : glyph(shape)}
    ${
      answered
        ? html`<div class="said">
            <p class="word">
              <strong>${say[answered.what]}</strong>
              ${count > 0 ? html`<span class="hint" dir="auto">${say.count(count)}</span>` : nothing}
            </p>
            <p class="text">${answered.text}</p>
          </div>`
        : html`<p class="said">${isQuiet ? nothing : say.aim}</p>`
    }
  </div>`;
}

function problem(say: Say, name: Problem, detail: string): TemplateResult {
  const { what, next } = say.problem[name];
  return html`<div class="notice bad problem" part="problem" role="alert">
    ${glyph(warning)}
    <div>
      <strong>${what}</strong>
      <p>${next}</p>
      ${detail === '' ? nothing : html`<p class="hint" dir="auto">${detail}</p>`}
    </div>
  </div>`;
}

function again(finder: Finder, say: Say): TemplateResult {
  const start = (): void => {
    // The button goes with the problem.
    finder.host.shadowRoot!.querySelector<HTMLElement>('#title')?.focus();
    // One that was chosen may be what is gone, so it is not asked for again.
    void finder.start();
  };
  return html`<button type="button" class="primary retry" @click=${start}>
    ${glyph(retry)} ${say.retry}
  </button>`;
}

function controls(finder: Finder, say: Say, camera: Camera | undefined): TemplateResult {
  const { host } = finder;
  return html`${
      camera && camera.all.length > 1
        ? html`<label class="choice"
            ><span class="hint">${say.choose}</span
            ><select
              @change=${(event: Event) => void finder.start((event.target as HTMLSelectElement).value)}
            >
              ${camera.all.map(
                ({ deviceId, label }, at) =>
                  html`<option value=${deviceId} ?selected=${deviceId === camera.id}>
                    ${label || say.nth(at + 1)}
                  </option>`,
              )}
            </select></label
          >`
        : nothing
    }${
      camera?.hasLight
        ? html`<button type="button" aria-pressed=${finder.isLit} @click=${() => void finder.switchLight()}>
            ${glyph(light)} ${say.light}
          </button>`
        : nothing
    }<button type="button" aria-pressed=${!host.muted} @click=${() => (host.muted = !host.muted)}>
      ${glyph(sound)} ${say.sound}
    </button>`;
}
