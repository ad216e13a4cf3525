// The public entries, read from package.json: a new adapter, language or element is an entry by its place alone.
import { globSync, readFileSync } from './files.mjs';

const root = new URL('..', import.meta.url);

/**
 * Every module that `exports` names and that exists.
 * @returns {{ specifier: string, source: string, built: string }[]} e.g. stepwright/define, src/define.ts, dist/define.js
 */
export function publicEntries() {
  const { name, exports } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  return Object.entries(exports).flatMap(([key, target]) => {
    const built = target.default;
    if (typeof built !== 'string') return [];
    const pattern = built.replace('./dist/', 'src/').replace(/\.js$/, '.ts');
    return globSync(pattern).flatMap((source) => {
      const star = starOf(pattern, source);
      if (star === undefined) return [];
      const fill = (/** @type {string} */ text) => text.replaceAll('*', star);
      return [{ specifier: name + fill(key).slice(1), source, built: fill(built).slice(2) }];
    });
  });
}

// In elements/*/*.ts both stars are the same word: the element's folder and its file.
function starOf(/** @type {string} */ pattern, /** @type {string} */ file) {
  const [first, ...more] = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (more.length === 0) return '';
  const [second, ...rest] = more;
  return new RegExp(`^${first}([^/]+)${[second, ...rest].join('\\1')}$`).exec(file)?.[1];
}
