// npm start: builds, serves the demo portal and opens it.
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { csp, withCamera } from './csp.mjs';
import { serve } from './serve.mjs';

console.log('Building. This takes about a minute.');
const built = spawnSync(process.execPath, [fileURLToPath(new URL('build.mjs', import.meta.url))], {
  stdio: 'inherit',
});
if (built.status !== 0) process.exit(built.status ?? 1);

const { url, close } = await serve({
  port: Number(process.env.PORT) || 8080,
  policy: withCamera(csp),
});
console.log(
  `\nThe demo portal: ${url}\n(Ctrl+C ends it. PORT=… asks for another port, BROWSER=none opens no browser.)`,
);
if (!process.env.CI && process.env.BROWSER !== 'none') open(url);

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => void close().then(() => process.exit(0)));
}

/** Opens the system's browser; where there is none, the printed address has to do. */
function open(/** @type {string} */ address) {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', address]
        : [process.env.BROWSER ?? 'xdg-open', address];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
