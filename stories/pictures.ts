/** Pictures for stories, drawn here so that nothing has to be fetched. */
import { AdapterFault, type Adapter } from '../src/adapters/adapter.js';

/** A wheel hub with its holes, more or less. */
export async function pictureOf(name: string): Promise<File> {
  const canvas = new OffscreenCanvas(640, 480);
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#46525c';
  context.fillRect(0, 0, 640, 480);
  const disc = (x: number, y: number, radius: number, color: string): void => {
    context.fillStyle = color;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fill();
  };
  disc(320, 240, 200, '#9aa7b1');
  disc(320, 240, 60, '#2c343b');
  for (let at = 0; at < 6; at += 1) {
    const turn = (at * Math.PI) / 3;
    disc(320 + 130 * Math.cos(turn), 240 + 130 * Math.sin(turn), 18, '#e8b23c');
  }
  return new File([await canvas.convertToBlob({ type: 'image/png' })], name, { type: 'image/png' });
}

/** A backend that has a picture for every file that it was not given. */
export const pictures = (memory: Adapter): Adapter => ({
  ...memory,
  getFile: (id) => memory.getFile!(id).catch(() => pictureOf(id)),
});

/** A backend to which nothing ever gets through, as long as somebody looks on: a page with files on its way asks before it is left. */
export const endlessUpload = (memory: Adapter): Adapter => ({
  ...memory,
  async putFile(_, { onProgress } = {}) {
    onProgress?.(0.4);
    while (document.querySelector('value-field, evidence-list'))
      await new Promise((resolve) => setTimeout(resolve, 50));
    throw new AdapterFault('offline');
  },
});
