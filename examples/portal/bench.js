// What lies beside the screen: scanners, and their sound. What a step needs of a scan, the elements do by themselves.
import { chime, muteChimes, routerOf } from './stepwright/stepwright.bundle.js';

/** What labels look like here that are neither GS1 nor `{"uid": …}`: bins, and the JSON of a supplier. */
export const scanPatterns = [
  { name: 'Bin', as: 'lot', prefix: 'LOT:' },
  { name: 'Supplier', json: { pn: 'partNumber', sn: 'serial', lot: 'lot' } },
];

/** A scan that no step takes may name a run, by its number or its unit: that run is opened. Else the page says so. */
export function openRunsByScan(adapter, notice) {
  // So that a scanner is heard where no step is shown, too. It takes nothing itself.
  routerOf(document).join({ element: document.body, takes: () => undefined, take: () => false });
  const message = notice.querySelector('[role=status]');
  const say = (text) => {
    message.textContent = text;
    notice.hidden = text === '';
  };
  notice.querySelector('button').addEventListener('click', () => say(''));
  addEventListener('hashchange', () => say(''));
  document.addEventListener('scan-received', async ({ target, text }) => {
    const name = text.trim().toUpperCase();
    const runs = await adapter.listRuns().catch(() => []);
    const run = runs.find(({ number, unit }) => number === name || unit?.toUpperCase() === name);
    chime(run ? 'taken' : 'unknown');
    if (!run) return say(`“${text}” was scanned. Nothing here takes it, and no run is named so.`);
    if (target.localName === 'camera-scanner') target.close();
    location.hash = `#/${encodeURIComponent(run.id)}`;
  });
}

const soundKey = 'rover-demo-sound';
let hasSound = sessionStorage.getItem(soundKey) !== 'off';
muteChimes(!hasSound);

/** Switches the sound by a checkbox, for this tab. */
export function switchSound(checkbox) {
  checkbox.checked = hasSound;
  checkbox.addEventListener('change', () => {
    hasSound = checkbox.checked;
    muteChimes(!hasSound);
    sessionStorage.setItem(soundKey, hasSound ? 'on' : 'off');
    if (hasSound) chime('taken');
  });
}

const gloveKey = 'rover-demo-glove';
const setGlove = (on) => (document.documentElement.dataset.density = on ? 'glove' : 'normal');
setGlove(sessionStorage.getItem(gloveKey) === 'on');

/** Switches to large targets by a checkbox, for this tab. */
export function switchGlove(checkbox) {
  checkbox.checked = document.documentElement.dataset.density === 'glove';
  checkbox.addEventListener('change', () => {
    sessionStorage.setItem(gloveKey, checkbox.checked ? 'on' : 'off');
    setGlove(checkbox.checked);
  });
}
