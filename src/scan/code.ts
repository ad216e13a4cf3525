/** What a camera reads: the codes in one picture, whoever finds them. */

/** The symbologies that are looked for, by the names of the browsers' own `BarcodeDetector`. */
export const formats = [
  'code_128',
  'data_matrix',
  'qr_code',
  'aztec',
  'pdf417',
  'code_39',
  'itf',
  'ean_13',
  'ean_8',
  'upc_a',
  'upc_e',
] as const;

/** One code in a picture. */
export interface Code {
  /** What it says. A GS1 code begins with its symbology identifier (`]C1`, `]d2`, `]Q3`), and its separators are U+001D. */
  text: string;
  /** A name of `formats`, or what a reader of your own finds. */
  format: string;
  /** Its middle, in pixels of the picture. */
  x: number;
  y: number;
}

/** Finds codes in pictures. A page with a decoder of its own gives one to `camera-scanner`. */
export interface CodeReader {
  read(picture: HTMLCanvasElement): Promise<readonly Code[]>;
}

/** A detector as the browsers have it, and as our own is built. */
export interface Detector {
  detect(
    picture: HTMLCanvasElement,
  ): Promise<readonly { rawValue: string; format: string; boundingBox: DOMRectReadOnly }[]>;
}

const identifiers: Readonly<Record<string, string>> = { code_128: ']C1', data_matrix: ']d2', qr_code: ']Q3' };

/** Reads with a detector. One that tells GS1 by a separator in the first place is understood too. */
export const readingWith = (detector: Detector): CodeReader => ({
  async read(picture) {
    const found = await detector.detect(picture);
    return found.map(({ rawValue, format, boundingBox: { x, y, width, height } }) => {
      const isGs1 = rawValue.startsWith('\x1d') && identifiers[format] !== undefined;
      return {
        text: isGs1 ? identifiers[format]! + rawValue.slice(1) : rawValue,
        format,
        x: x + width / 2,
        y: y + height / 2,
      };
    });
  },
});
