// The one Content-Security-Policy that the portal, the tests and the Storybook are held to.
// An application that uses a remote adapter adds its backend to connect-src; nothing else should be needed.
export const csp = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The same policy for a page whose host puts inline scripts into it: each script is named by its hash. */
export const cspWithScripts = (/** @type {string[]} */ hashes) =>
  csp.replace("script-src 'self'", ["script-src 'self'", ...hashes.map((hash) => `'${hash}'`)].join(' '));

/** The same for a page that reads codes with the camera: WebAssembly may be compiled, and still no text becomes script. */
export const withCamera = (/** @type {string} */ policy) =>
  policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");
