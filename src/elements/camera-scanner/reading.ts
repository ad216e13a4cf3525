/** Which reader reads: the page's, else ours where the page lets it, else the browser's own. */
import type { CodeReader } from '../../scan/code.js';
import { nativeReader } from '../../scan/native.js';
import { CameraProblem } from './camera.js';

/** One that the page has, or will have. */
export type GivenReader = CodeReader | Promise<CodeReader>;

/**
 * How a reader is loaded. Ours comes before the browser's although it is a download: it alone tells GS1 from other
 * codes and keeps the separators in every browser, and a lot that swallows the serial behind it is a wrong record.
 * What it returns, and the loading, rejects with a `CameraProblem`.
 */
export async function chooseReader(
  given: GivenReader | undefined,
  wasmUrl: string | undefined,
): Promise<() => Promise<CodeReader>> {
  if (given) return () => loaded(Promise.resolve(given));
  const native = await nativeReader();
  if (!mayCompile()) {
    if (!native) throw new CameraProblem('forbidden');
    return () => Promise.resolve(native);
  }
  return () =>
    loaded(import('../../scan/zxing.js').then(({ zxingReader }) => zxingReader(wasmUrl))).catch(
      (problem: unknown) => {
        if (native) return native;
        throw problem;
      },
    );
}

async function loaded(reader: Promise<CodeReader>): Promise<CodeReader> {
  try {
    return await reader;
  } catch (error) {
    if (error instanceof CameraProblem) throw error;
    throw new CameraProblem('not-loaded', error instanceof Error ? error.message : String(error));
  }
}

/** Asked with the smallest module there is, before a megabyte is fetched for nothing. */
function mayCompile(): boolean {
  try {
    return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    return false;
  }
}
