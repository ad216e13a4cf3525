// npm run size: what each entry costs a page, Lit and all it pulls in included, by the project's own rollup build,
// minified, brotli 11. What an entry loads by import() is not on the page at first and is told apart.
// `npm run size -- --why` lists what it is made of.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { rollup } from 'rollup';
import { minified, plugins } from '../rollup.config.js';

const element = (/** @type {string} */ name) => `src/elements/${name}/${name}.ts`;

/** @type {{ name: string, entries: string[], limitKiB: number, without?: string[] }[]} */
export const budgets = [
  { name: 'measurement-field', entries: [element('measurement-field')], limitKiB: 12, without: ['xstate'] },
  { name: 'signoff-field', entries: [element('signoff-field')], limitKiB: 12, without: ['xstate'] },
  { name: 'value-field', entries: [element('value-field')], limitKiB: 12, without: ['xstate'] },
  {
    name: 'core: the elements, session, memory and IndexedDB adapters',
    entries: [
      ...['run-session', 'run-step', 'measurement-field', 'value-field', 'signoff-field'].map(element),
      ...['install-checklist', 'completion-review'].map(element),
      'src/session.ts',
      'src/adapters/memory.ts',
      'src/adapters/indexeddb.ts',
    ],
    limitKiB: 38,
  },
];

const root = fileURLToPath(new URL('..', import.meta.url));
const kib = (/** @type {number} */ bytes) => Math.round((bytes / 1024) * 100) / 100;

/**
 * Measures one budget. `missing` names entries that are not written yet; the others are measured all the same.
 * @param {typeof budgets[number]} budget
 */
export async function measure({ entries, limitKiB, without = [] }) {
  const missing = entries.filter((entry) => !existsSync(root + entry));
  const present = entries.filter((entry) => !missing.includes(entry));
  const start = '\0start';
  const build = await rollup({
    input: start,
    plugins: [
      {
        name: 'start',
        resolveId: (id) => (id === start ? id : null),
        load: (id) =>
          id === start
            ? present.map((entry) => `export * from ${JSON.stringify(path.join(root, entry))};`).join('\n')
            : null,
      },
      ...plugins(),
    ],
    onLog: () => {},
  });
  const { output } = await build.generate({ format: 'es', plugins: [minified()] });
  await build.close();
  const chunks = output.filter((item) => item.type === 'chunk');
  const first = new Set(chunks.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName));
  for (const name of first)
    chunks.find((chunk) => chunk.fileName === name)?.imports.forEach((file) => first.add(file));
  const brotli = (/** @type {typeof chunks} */ some) =>
    kib(some.reduce((sum, chunk) => sum + brotliCompressSync(chunk.code).length, 0));
  const atOnce = chunks.filter((chunk) => first.has(chunk.fileName));
  const unwanted = without.filter((name) =>
    atOnce.some((chunk) =>
      Object.entries(chunk.modules).some(
        ([id, module]) => id.includes(`/node_modules/${name}/`) && module.renderedLength > 0,
      ),
    ),
  );
  const size = brotli(atOnce);
  const parts = atOnce
    .flatMap((chunk) => Object.entries(chunk.modules))
    .map(([id, module]) => ({ file: path.relative(root, id), bytes: module.renderedLength }))
    .filter(({ bytes }) => bytes > 0)
    .sort((one, other) => other.bytes - one.bytes);
  return {
    missing,
    unwanted,
    size,
    parts,
    later: brotli(chunks.filter((chunk) => !first.has(chunk.fileName))),
    ok: size <= limitKiB && unwanted.length === 0,
  };
}

/** Measures all budgets: the results, and the table for people. */
export async function sizes() {
  const results = [];
  for (const budget of budgets) results.push({ ...budget, ...(await measure(budget)) });
  const rows = results.map((result) =>
    [
      result.ok ? 'ok  ' : 'OVER',
      `${result.size.toFixed(2)} KiB`.padStart(10),
      `of ${result.limitKiB}`.padStart(6),
      ` ${result.name}`,
      result.later > 0 ? `(later: ${result.later} KiB)` : '',
      result.missing.length > 0 ? `(not there: ${result.missing.join(', ')})` : '',
      result.unwanted.length > 0 ? `(contains ${result.unwanted.join(', ')})` : '',
    ].join(' '),
  );
  return { results, table: rows.map((row) => row.trimEnd()).join('\n') };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.chdir(root);
  const { results, table } = await sizes().catch((error) => {
    console.error(`It does not build: ${error.message}`);
    process.exit(1);
  });
  console.log(table);
  if (process.argv.includes('--why')) {
    for (const { name, parts } of results) {
      console.log(`\n${name}, in bytes before minification:`);
      for (const { file, bytes } of parts.slice(0, 25)) console.log(`${String(bytes).padStart(8)}  ${file}`);
    }
  }
  if (results.some((result) => !result.ok)) process.exitCode = 1;
}
