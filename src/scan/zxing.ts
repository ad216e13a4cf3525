/**
 * Our own reader of codes: `barcode-detector` with its WebAssembly file, which the build puts beside this module.
 * Built into one module of its own and loaded when a camera is opened; nothing comes from another server.
 */
import { BarcodeDetector, prepareZXingModule, purgeZXingModule } from 'barcode-detector/ponyfill';
import { formats, readingWith, type CodeReader } from './code.js';

/** The build puts the file here and writes its own name for it (rollup.config.js). */
const beside = new URL('../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm', import.meta.url).href;

/** What the ponyfill's `ContentType` counts GS1 as. */
const gs1 = 3;

let prepared: { url: string; reader: Promise<CodeReader> } | undefined;

/** The reader, once for all cameras. What could not be loaded is loaded again by the next call. */
export function zxingReader(url = beside): Promise<CodeReader> {
  if (prepared?.url === url) return prepared.reader;
  const reader = prepare(url);
  const mine = (prepared = { url, reader });
  reader.catch(() => {
    if (prepared === mine) prepared = undefined;
  });
  return reader;
}

async function prepare(url: string): Promise<CodeReader> {
  // Fetched here: the glue would tell a missing file and a broken one alike, and needs a server that knows the type.
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  const wasmBinary = await answer.arrayBuffer();
  purgeZXingModule();
  const module = await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  // The ponyfill keeps what its interface has a place for. Whether a code is GS1 is said by its symbology identifier
  // alone, so that goes before the text.
  const read = module.readBarcodesFromPixmap.bind(module);
  module.readBarcodesFromPixmap = (...picture) => {
    const found = read(...picture);
    const get = found.get.bind(found);
    found.get = (at) => {
      const code = get(at);
      return code?.contentType === gs1 ? { ...code, text: code.symbologyIdentifier + code.text } : code;
    };
    return found;
  };
  return readingWith(new BarcodeDetector({ formats: [...formats] }));
}
