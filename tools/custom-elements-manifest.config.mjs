// The manifest documents what is public, at the paths that are published.
const published = (/** @type {string} */ file) => file.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

/**
 * The analyzer lists members of all privacies, as attributes and events what is none, and every module that an element
 * is drawn with. What stays is what a page may use: the elements, their bases, the classes of their events.
 */
const onlyPublic = {
  name: 'only-public',
  packageLinkPhase({ customElementsManifest: manifest }) {
    for (const { declarations = [] } of manifest.modules) {
      for (const declaration of declarations) {
        const hidden = (/** @type {{ name: string, privacy?: string }} */ { name, privacy }) =>
          /^[#_]/.test(name) || ['private', 'protected'].includes(privacy ?? '');
        const inside = new Set((declaration.members ?? []).filter(hidden).map(({ name }) => name));
        declaration.members = declaration.members?.filter((member) => !hidden(member));
        declaration.attributes = declaration.attributes?.filter(({ fieldName }) => !inside.has(fieldName));
        declaration.events = declaration.events?.filter(({ name, description }) => name && description);
      }
    }
    const all = manifest.modules.flatMap(({ declarations = [] }) => declarations);
    const baseOf = ({ superclass }) => all.find(({ name }) => name === superclass?.name);
    const bases = new Set();
    for (const element of all.filter(({ customElement }) => customElement)) {
      for (let base = baseOf(element); base; base = baseOf(base)) bases.add(base);
    }
    const isPublic = (declaration) =>
      declaration.customElement || bases.has(declaration) || declaration.superclass?.name === 'Event';
    for (const module of manifest.modules) {
      module.declarations = module.declarations?.filter(isPublic);
      const kept = new Set(module.declarations?.map(({ name }) => name));
      module.exports = module.exports?.filter(({ declaration }) => kept.has(declaration.name));
    }
    manifest.modules = manifest.modules.filter(({ declarations = [] }) => declarations.length > 0);
  },
};

const publishedPaths = {
  name: 'published-paths',
  packageLinkPhase({ customElementsManifest: manifest }) {
    const visit = (/** @type {any} */ node) => {
      if (node === null || typeof node !== 'object') return;
      for (const key of ['path', 'module']) {
        if (typeof node[key] === 'string' && /^\/?src\//.test(node[key])) node[key] = published(node[key]);
      }
      Object.values(node).forEach(visit);
    };
    visit(manifest.modules);
  },
};

export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['src/**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  plugins: [onlyPublic, publishedPaths],
};
