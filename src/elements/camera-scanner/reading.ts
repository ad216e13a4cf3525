/** Which reader reads: ours where the page lets it, else the browser's own. */
import type { CodeReader } from '../../scan/code.js';
import { nativeReader } from '../../scan/native.js';
import { CameraProblem } from './camera.js';

/**
 * Ours comes first although it is a download: it alone tells GS1 from other codes and keeps its separators in every
 * browser, and a lot that swallows the serial behind it is a wrong record. Rejects with a `CameraProblem`.
 */
export async function findReader(wasmUrl: string | undefined): Promise<CodeReader> {
  const isAllowed = mayCompile();
  try {
    if (isAllowed) return await (await import('../../scan/zxing.js')).zxingReader(wasmUrl);
  } catch (error) {
    const native = await nativeReader();
    if (native) return native;
    throw new CameraProblem('not-loaded', error instanceof Error ? error.message : String(error));
  }
  const native = await nativeReader();
  if (native) return native;
  throw new CameraProblem('forbidden');
}

/** Asked with the smallest module there is, before a megabyte is fetched for nothing. */
function mayCompile(): boolean {
  try {
    return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    return false;
  }
}
