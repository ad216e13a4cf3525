/** Every story of every file in stories/, drawn as Storybook draws it. */
import { render } from 'lit';

export interface Story {
  component?: string;
  render?: (args: object, context: object) => unknown;
  play?: (context: object) => unknown;
  args?: object;
  parameters?: { a11y?: { rules?: Record<string, { enabled: boolean }> } };
}

/** What is needed of a file in Component Story Format: everything it exports but its default is a story. */
export type StoryFile = { default: Story } & Record<string, Story>;

/** Long enough for an element that loads its run from a memory adapter. */
export const settled = async (milliseconds = 50): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
};

export async function showStory(
  { default: meta }: StoryFile,
  story: Story,
  host: HTMLElement,
): Promise<void> {
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

/** The list is made by web-test-runner.config.mjs. A file that cannot be imported is its error. */
export async function storyFiles(): Promise<{ path: string; file: StoryFile | Error }[]> {
  const paths = (await (await fetch('/story-files.json')).json()) as string[];
  const files: { path: string; file: StoryFile | Error }[] = [];
  for (const path of paths) {
    const file = await (import(`/${path}`) as Promise<StoryFile>).catch((error: unknown) => error as Error);
    files.push({ path, file });
  }
  return files;
}
