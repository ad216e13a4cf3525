// The manifest is built; types are checked without it.
declare module '*/custom-elements.json' {
  const manifest: object;
  export default manifest;
}

// The tools are plain JavaScript.
declare module '*/minify-templates.mjs' {
  export function minifyTemplates(): import('vite').Plugin;
}
