// The manifest documents what is public, at the paths that are published.
const published = (/** @type {string} */ file) => file.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

/** The analyzer lists #private, private and protected members, and every documentation page would show them. */
const dropPrivate = {
  name: 'drop-private',
  packageLinkPhase({ customElementsManifest: manifest }) {
    for (const { declarations = [] } of manifest.modules) {
      for (const declaration of declarations) {
        declaration.members = declaration.members?.filter(
          (member) => !/^[#_]/.test(member.name) && !['private', 'protected'].includes(member.privacy),
        );
      }
    }
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
  plugins: [dropPrivate, publishedPaths],
};
