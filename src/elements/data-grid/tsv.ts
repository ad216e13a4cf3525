/** Blocks of cells as text, the way spreadsheets put them on the clipboard. */

const quoted = (text: string): string =>
  /^"|[\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** A block ends with its last line; a single cell is its text and nothing else. */
export function formatTsv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map(quoted).join('\t'));
  return rows.length === 1 && rows[0]!.length === 1 ? lines[0]! : lines.map((line) => `${line}\n`).join('');
}

/** A cell in quotes up to its last one: doubled quotes inside, then a tab, the line's end or the text's. */
const inQuotes = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y;
const plain = /[^\t\r\n]*/y;
const lineEnd = /\r\n|\r|\n/y;

/** Never fails: a quote that is not closed is a part of the text. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at += found[0].length;
    return found;
  };
  for (;;) {
    const whole = text[at] === '"' ? take(inQuotes) : null;
    rows.at(-1)!.push(whole ? whole[1]!.replaceAll('""', '"') : take(plain)![0]);
    if (text[at] === '\t') at += 1;
    else if (!take(lineEnd) || at === text.length) return rows;
    else rows.push([]);
  }
}
