// The package brings no types; of what it returns, this is what we use.
declare module 'gs1-barcode-parser-mod' {
  /** Throws a string where the text is no element string. */
  export function parseBarcode(text: string): {
    parsedCodeItems: { ai: string; raw: string; isoDate: string }[];
  };
}
