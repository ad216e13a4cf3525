/** Every story of every file in stories/: it renders, and axe finds nothing, in light and in dark. That it keeps to the
 * page's policy is watched for every test (test/support/csp.ts). */
import { emulateMedia } from '@web/test-runner-commands';
import { expectAccessible } from './axe.js';
import { settled, showStory, storyFiles, type Story, type StoryFile } from './stories.js';
import { expectToned } from './toned.js';

async function check(file: StoryFile, story: Story): Promise<void> {
  // Of a story that has not come to its end in its time.
  document.querySelector('body > main')?.remove();
  const host = document.createElement('main');
  // The page's own ground, which axe takes for white where nobody paints it.
  host.style.background = 'Canvas';
  document.body.append(host);
  try {
    await showStory(file, story, host);
    for (const colorScheme of ['light', 'dark'] as const) {
      await emulateMedia({ colorScheme });
      document.documentElement.style.colorScheme = colorScheme;
      await settled();
      expectToned(host);
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

// The tests must be known before mocha runs, hence the await here.
const files = await storyFiles();

/** Defines the tests of every file whose turn it is: there are too many stories for one page in its time. */
export function storyTests(turn: number, of: number): void {
  describe('the stories', () => {
    if (files.length === 0) it('are still to be written');
  });

  for (const [index, { path, file }] of files.entries()) {
    if (index % of !== turn) continue;
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
}
