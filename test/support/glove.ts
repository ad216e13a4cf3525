/** Every story in glove density: what is pressed is 15 mm high and wide and 3 mm away from the next, nothing goes beyond
 * the edge of a phone, and in normal density it is 44 px. */
import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { settled, showStory, storyFiles, type Story, type StoryFile } from './stories.js';
import { overflowing, targetsIn, tooNear, tooSmall } from './targets.js';

const millimeter = 96 / 25.4;
const glove = { target: 15 * millimeter, gap: 3 * millimeter };
const sheet = new CSSStyleSheet();
sheet.replaceSync(await (await fetch('/src/themes/glove.css')).text());
const files = await storyFiles();

async function check(file: StoryFile, story: Story): Promise<void> {
  const host = document.createElement('main');
  host.dataset.density = 'glove';
  document.body.append(host);
  const problems: string[] = [];
  const note = (where: string, found: readonly string[]): void => {
    if (found.length > 0)
      problems.push(`${where} (${found.length}):`, ...found.slice(0, 6).map((one) => `  ${one}`));
  };
  try {
    await showStory(file, story, host);
    await settled(20);
    for (const width of [360, 1200]) {
      await setViewport({ width, height: 800 });
      await settled(0);
      const targets = targetsIn(host);
      note(`too small for gloves at ${width} px`, tooSmall(targets, glove.target));
      note(`too near for gloves at ${width} px`, tooNear(targets, glove.gap));
      note('beyond the edge', overflowing(host));
    }
    host.dataset.density = 'normal';
    await settled(0);
    note('too small', tooSmall(targetsIn(host), 44));
  } finally {
    host.remove();
  }
  expect(problems.join('\n')).to.equal('');
}

/** Defines the tests of every file whose turn it is: there are too many stories for one page in its time. */
export function gloveTests(turn: number, of: number): void {
  describe('glove density', () => {
    before(() => {
      document.body.style.margin = '0';
      document.adoptedStyleSheets.push(sheet);
    });
    after(() => {
      document.body.style.margin = '';
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    });

    for (const [index, { path, file }] of files.entries()) {
      if (file instanceof Error || index % of !== turn) continue;
      describe(path, () => {
        for (const [name, story] of Object.entries(file)) {
          if (name === 'default') continue;
          it(`${name} is for gloves`, () => check(file, story)).timeout(20_000);
        }
      });
    }
  });
}
