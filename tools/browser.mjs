// Finds a Chromium for tests: CHROME_PATH, else one on PATH or in its usual place, else the one that comes with
// the npm package @sparticuz/chromium (Linux x64), unpacked once into node_modules/.cache.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const onPath = (/** @type {string} */ name) =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((dir) => path.join(dir, name))
    .find((file) => existsSync(file));

const usualPlaces = {
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter((dir) => dir !== undefined)
    .map((dir) => path.join(dir, 'Google/Chrome/Application/chrome.exe')),
};

export const browserArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--lang=en-US',
];

const notFound = (/** @type {string} */ why) =>
  new Error(`No browser for the tests: ${why}
Install Google Chrome or Chromium and, where it is not on PATH, set CHROME_PATH to its executable.`);

async function bundled() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw notFound(
      `none is installed, and the bundled one is for Linux x64 only (this is ${process.platform} ${process.arch}).`,
    );
  }
  let home;
  try {
    home = path.join(root, 'node_modules/@sparticuz/chromium');
    const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
    const dir = path.join(root, `node_modules/.cache/stepwright/chromium-${version}`);
    if (!existsSync(dir)) await unpack(home, dir);
    return {
      executablePath: path.join(dir, 'chromium'),
      env: {
        LD_LIBRARY_PATH: [path.join(dir, 'al2023/lib'), process.env.LD_LIBRARY_PATH]
          .filter(Boolean)
          .join(':'),
        FONTCONFIG_PATH: path.join(dir, 'fonts'),
      },
    };
  } catch (error) {
    throw notFound(
      `the bundled one could not be unpacked (${error instanceof Error ? error.message : error}). Has "npm ci" run?`,
    );
  }
}

// Unpacked beside its place and renamed, because two test stages may start at once.
async function unpack(/** @type {string} */ home, /** @type {string} */ dir) {
  const beside = `${dir}.${process.pid}`;
  mkdirSync(beside, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = beside; // the package unpacks into os.tmpdir() and would take over any older file there
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    await inflate(path.join(home, 'bin/al2023.tar.br'));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  mkdirSync(path.join(beside, 'fonts'), { recursive: true });
  // The package's own fonts.conf names folders of another machine, and a page without any font crashes.
  writeFileSync(
    path.join(beside, 'fonts/fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${dir}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${dir}/fonts-cache</cachedir></fontconfig>
`,
  );
  try {
    renameSync(beside, dir);
  } catch (error) {
    if (!existsSync(dir)) throw error;
    rmSync(beside, { recursive: true });
  }
}

/**
 * What puppeteer and playwright take to launch it.
 * @returns {Promise<{ executablePath: string, env: Record<string, string>, args: string[] }>}
 */
export async function findBrowser() {
  const asked = process.env.CHROME_PATH;
  if (asked !== undefined && asked !== '' && !existsSync(asked))
    throw notFound(`CHROME_PATH names a file that is not there (${asked}).`);
  const installed =
    asked ||
    ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(onPath).find(Boolean) ||
    (usualPlaces[/** @type {'darwin' | 'win32'} */ (process.platform)] ?? []).find((file) =>
      existsSync(file),
    );
  const { executablePath, env } = installed ? { executablePath: installed, env: {} } : await bundled();
  return {
    executablePath,
    args: browserArgs,
    env: /** @type {Record<string, string>} */ ({ ...process.env, ...env }),
  };
}
