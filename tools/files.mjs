// What Node 20 lacks (fs.globSync comes with 22), small and enough for this project: * is a name, ** any folders.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export { readFileSync } from 'node:fs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Paths of files below the project's root, with forward slashes, sorted. */
export function globSync(/** @type {string} */ pattern) {
  const fixed = pattern.split('*')[0]?.replace(/[^/]*$/, '') ?? '';
  const regex = new RegExp(
    `^${pattern
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\*\*\/|\*/g, (star) => (star === '*' ? '[^/]*' : '(?:[^/]+/)*'))}$`,
  );
  if (!existsSync(root + fixed)) return [];
  return readdirSync(root + fixed, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => regex.test(file))
    .sort();
}
