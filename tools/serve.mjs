// The portal's server: examples/portal at /, the built package at /stepwright/, nothing else, and the strict policy on
// every answer. Run by itself it serves and prints its address; a test imports it.
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { csp } from './csp.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const contentTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.map': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Which folder answers for which path; the first that fits. */
const portalFolders = { '/stepwright/': path.join(root, 'dist'), '/': path.join(root, 'examples/portal') };

/** The file for a path of a URL, or undefined where there is none inside the folder. */
async function fileFor(/** @type {Record<string, string>} */ folders, /** @type {string} */ pathname) {
  const mount = Object.keys(folders).find((prefix) => pathname.startsWith(prefix));
  if (mount === undefined) return undefined;
  try {
    const folder = await realpath(folders[mount] ?? '');
    const wanted = decodeURIComponent(pathname.slice(mount.length));
    if (wanted.includes('\0')) return undefined;
    // The real path is compared, so that neither dots nor a link lead out of the folder.
    const file = await realpath(
      path.join(folder, wanted.endsWith('/') || wanted === '' ? `${wanted}index.html` : wanted),
    );
    if (!file.startsWith(folder + path.sep)) return undefined;
    const info = await stat(file);
    return info.isFile() ? { file, size: info.size } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Serves on 127.0.0.1; port 0 is any free one, and where the wanted one is taken another is used.
 * @param {{ port?: number, folders?: Record<string, string>, policy?: string, headers?: Record<string, string> }} [options]
 * @returns {Promise<{ url: string, close(): Promise<void> }>}
 */
export async function serve({ port = 0, folders = portalFolders, policy = csp, headers: more = {} } = {}) {
  const server = createServer(async (request, response) => {
    const headers = {
      ...(policy ? { 'Content-Security-Policy': policy } : {}),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      ...more,
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { ...headers, Allow: 'GET, HEAD' }).end();
      return;
    }
    const pathname = (request.url ?? '/').split(/[?#]/)[0] ?? '/';
    const found = await fileFor(folders, pathname);
    if (!found) {
      // Browsers ask for it by themselves; a portal without an icon is not at fault.
      const status = pathname === '/favicon.ico' ? 204 : 404;
      response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' });
      response.end(status === 404 ? 'Not found' : undefined);
      return;
    }
    const type =
      contentTypes[/** @type {keyof typeof contentTypes} */ (path.extname(found.file).toLowerCase())];
    response.writeHead(200, {
      ...headers,
      'Content-Type': type ?? 'application/octet-stream',
      'Content-Length': found.size,
    });
    if (request.method === 'HEAD') response.end();
    else
      createReadStream(found.file)
        .on('error', () => response.destroy())
        .pipe(response);
  });
  await listen(server, port);
  const address = server.address();
  return {
    url: `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** @param {import('node:http').Server} server */
function listen(server, /** @type {number} */ port) {
  return new Promise((/** @type {(value?: unknown) => void} */ resolve, reject) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (port !== 0 && ['EADDRINUSE', 'EACCES'].includes(error.code ?? ''))
        listen(server, 0).then(resolve, reject);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serve({ port: Number(process.env.PORT) || 8080 });
  console.log(url);
}
