// Every story of every file in stories/: it renders, and axe finds nothing, in light and in dark. That it keeps to the
// page's policy is watched for every test (test/support/csp.ts).
import { emulateMedia } from '@web/test-runner-commands';
import { render } from 'lit';
import { expectAccessible } from '../support/axe.js';

interface Story {
  component?: string;
  render?: (args: object, context: object) => unknown;
  play?: (context: object) => unknown;
  args?: object;
  parameters?: { a11y?: { rules?: Record<string, { enabled: boolean }> } };
}

/** What is needed of a file in Component Story Format: everything it exports but its default is a story. */
type StoryFile = { default: Story } & Record<string, Story>;

// Long enough for an element that loads its run from a memory adapter.
const settled = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 50));
  for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
};

async function show({ default: meta }: StoryFile, story: Story, host: HTMLElement): Promise<void> {
  const args = { ...meta.args, ...story.args };
  const component = story.component ?? meta.component ?? '';
  const draw = story.render ?? meta.render;
  const drawn = draw
    ? draw(args, { args, component })
    : Object.assign(document.createElement(component), args);
  render(drawn, host);
  await settled();
  await (story.play ?? meta.play)?.({ canvasElement: host, args });
}

async function check(file: StoryFile, story: Story): Promise<void> {
  const host = document.createElement('main');
  // The page's own ground, which axe takes for white where nobody paints it.
  host.style.background = 'Canvas';
  document.body.append(host);
  try {
    await show(file, story, host);
    for (const colorScheme of ['light', 'dark'] as const) {
      await emulateMedia({ colorScheme });
      document.documentElement.style.colorScheme = colorScheme;
      await settled();
      const rules = { ...file.default.parameters?.a11y?.rules, ...story.parameters?.a11y?.rules };
      await expectAccessible(host, rules).catch((error: unknown) => {
        throw new Error(`in ${colorScheme}: ${error instanceof Error ? error.message : String(error)}`);
      });
    }
  } finally {
    host.remove();
    document.documentElement.style.colorScheme = '';
  }
}

// The list is made by web-test-runner.config.mjs; the tests must be known before mocha runs, hence the awaits here.
const files = (await (await fetch('/story-files.json')).json()) as string[];

describe('the stories', () => {
  if (files.length === 0) it('are still to be written');
});

for (const path of files) {
  const file = await (import(`/${path}`) as Promise<StoryFile>).catch((error: unknown) => error as Error);
  describe(path, () => {
    if (file instanceof Error) {
      it('can be imported', () => {
        throw file;
      });
      return;
    }
    for (const [name, story] of Object.entries(file)) {
      if (name === 'default') continue;
      it(`${name} renders and is accessible`, () => check(file, story)).timeout(20_000);
    }
  });
}
