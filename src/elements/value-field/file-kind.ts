/** What a file is: its content says so, not its name. */
/*! file-type: MIT, Sindre Sorhus. strtok3, token-types, @tokenizer/inflate, @borewit/text-codec: MIT, Borewit. uint8array-extras: MIT, Sindre Sorhus. */
import type { FileRef } from '../../domain/run.js';

/** Endings that people know, each of a content that can be told by itself. */
const endings: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  heic: 'image/heic',
  bmp: 'image/bmp',
  pdf: 'application/pdf',
  mp4: 'video/mp4',
  zip: 'application/zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const named = (name: string): string | undefined => /\.([a-z0-9]{2,5})$/i.exec(name)?.[1]?.toLowerCase();
const byContent = new Set(Object.values(endings));
const unknown = 'application/octet-stream';

/** The type of a file. Where what tells it does not load, the browser's word is taken. */
export async function kindOf(file: File): Promise<string> {
  try {
    const { fileTypeFromBlob } = await import('file-type');
    const told = await fileTypeFromBlob(file);
    if (told) return told.mime;
    // A type that its content would have shown is only a name.
    if (file.type && !byContent.has(file.type)) return file.type;
    return (await isText(file)) ? 'text/plain' : unknown;
  } catch {
    return file.type || unknown;
  }
}

async function isText(file: File): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
  if (head.length === 0 || head.includes(0)) return false;
  try {
    // The last character may be cut.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Where the name says something else than the content: both, as people call them. */
export function disagreement({ name, type }: FileRef): { name: string; content: string } | undefined {
  const ending = named(name);
  const said = ending === undefined ? undefined : endings[ending];
  if (said === undefined || !type || said === type) return undefined;
  const content = Object.keys(endings).find((one) => endings[one] === type);
  return { name: ending!.toUpperCase(), content: content?.toUpperCase() ?? type };
}

/** Pictures that a browser draws. A drawing that may hold script is none. */
export const isPicture = ({ type }: Pick<FileRef, 'type'>): boolean =>
  /^image\/(png|jpeg|gif|webp|avif|bmp)$/.test(type);
