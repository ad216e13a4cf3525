// The manifest is built; types are checked without it.
declare module '*/custom-elements.json' {
  const manifest: object;
  export default manifest;
}
