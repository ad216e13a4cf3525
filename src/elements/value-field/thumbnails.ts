/** Small pictures of files, drawn once, when the element that lists them is in view. */
import type { FileRef } from '../../domain/run.js';
import { file as fileGlyph, glyph } from '../../styles/glyphs.js';
import { isPicture } from './file-kind.js';

/** The height to which a picture is drawn; twice of how it is shown. */
const height = 112;
/** A larger file is not read for the sake of its thumbnail. */
const most = 40e6;

/** The element that lists them. */
type Lister = HTMLElement & { requestUpdate(): void };

type Read = () => Promise<Blob>;
interface Shelf {
  canvases: Map<string, HTMLCanvasElement | undefined>;
  waiting: [key: string, read: Read][];
  seen: boolean;
  busy: boolean;
}
const shelves = new WeakMap<Lister, Shelf>();

function shelfOf(element: Lister): Shelf {
  const known = shelves.get(element);
  if (known) return known;
  const shelf: Shelf = { canvases: new Map(), waiting: [], seen: false, busy: false };
  shelves.set(element, shelf);
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    shelf.seen = true;
    void draw(element, shelf);
  });
  observer.observe(element);
  return shelf;
}

/** One after the other: many pictures of a phone at once are more than a tablet holds. */
async function draw(element: Lister, shelf: Shelf): Promise<void> {
  if (shelf.busy || !shelf.seen) return;
  shelf.busy = true;
  for (let next = shelf.waiting.shift(); next; next = shelf.waiting.shift()) {
    const [key, read] = next;
    try {
      const bitmap = await createImageBitmap(await read(), { resizeHeight: height, resizeQuality: 'medium' });
      const canvas = document.createElement('canvas');
      canvas.width = bitmap.width;
      canvas.height = bitmap.height;
      canvas.className = 'thumbnail';
      canvas.ariaHidden = 'true';
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
      bitmap.close();
      shelf.canvases.set(key, canvas);
      element.requestUpdate();
    } catch {
      // What cannot be drawn keeps its glyph; opening it tells why.
    }
  }
  shelf.busy = false;
}

/** A picture of a file, else a glyph. Its name, or what is said about it, stands beside it. */
export function thumbnail(
  element: Lister,
  key: string,
  { type, size }: Pick<FileRef, 'type' | 'size'>,
  read: Read | undefined,
): unknown {
  const shelf = shelfOf(element);
  if (!shelf.canvases.has(key) && read && isPicture({ type }) && size <= most) {
    shelf.canvases.set(key, undefined);
    shelf.waiting.push([key, read]);
    void draw(element, shelf);
  }
  return shelf.canvases.get(key) ?? glyph(fileGlyph);
}
