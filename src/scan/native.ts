/** The browser's own reader of codes, where it has one that knows the codes of a shop floor. */
import { formats, readingWith, type CodeReader, type Detector } from './code.js';

interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** A reader that lacks one of these is none. */
const needed = ['code_128', 'data_matrix', 'qr_code'];

export async function nativeReader(): Promise<CodeReader | undefined> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
  if (!BarcodeDetector) return undefined;
  try {
    const supported = await BarcodeDetector.getSupportedFormats();
    if (!needed.every((format) => supported.includes(format))) return undefined;
    const wanted = formats.filter((format) => supported.includes(format));
    return readingWith(new BarcodeDetector({ formats: wanted }));
  } catch {
    // Where the system's service is missing, the class is there all the same.
    return undefined;
  }
}
