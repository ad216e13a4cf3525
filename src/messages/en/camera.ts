import type { Problem } from '../../elements/camera-scanner/camera.js';
import { counted } from '../format.js';

/** Scanning with a camera. */
export const camera = {
  open: 'Scan with the camera',
  close: 'Close',
  picture: 'Live picture of the camera',
  starting: 'Starting the camera…',
  allow: 'If the browser asks, allow the camera for this page.',
  /** The camera is there, what reads the codes is still on its way. */
  preparing: 'Getting ready to read…',
  aim: 'Hold one code inside the frame.',
  light: 'Light',
  sound: 'Sound',
  choose: 'Camera',
  /** One that the browser has no name for. */
  nth: (number: number) => `Camera ${number}`,
  taken: 'Read',
  refused: 'Refused',
  unknown: 'Nothing here takes this code',
  count: (count: number) => counted('en', count, { one: 'code read', other: 'codes read' }),
  retry: 'Try again',
  problem: {
    insecure: {
      what: 'The browser gives no camera to this page.',
      next: 'Open the page by its https address. If that is what you did, use a hand scanner or type the code.',
    },
    denied: {
      what: 'The camera is not allowed for this page.',
      next: 'Allow it at the left of the address bar or in the browser’s settings, then try again.',
    },
    none: {
      what: 'No camera was found.',
      next: 'Connect one and try again, or use a hand scanner or type the code.',
    },
    busy: {
      what: 'The camera is in use.',
      next: 'Close the other program or page that shows its picture, then try again.',
    },
    ended: {
      what: 'The camera has gone.',
      next: 'See whether it is still connected, then try again.',
    },
    failed: {
      what: 'The camera did not start.',
      next: 'Try again. If it stays so, use a hand scanner or type the code.',
    },
    forbidden: {
      what: 'This page does not let codes be read from a picture.',
      next: "Use a hand scanner or type the code. Who runs this page can allow it: its Content-Security-Policy needs script-src 'wasm-unsafe-eval'.",
    },
    'not-loaded': {
      what: 'What reads the codes could not be loaded.',
      next: 'See whether you are connected, then try again. If it stays so, tell who runs this page.',
    },
    broken: {
      what: 'Reading the picture has failed.',
      next: 'Try again. If it stays so, use a hand scanner or type the code.',
    },
  } satisfies Record<Problem, { what: string; next: string }>,
};
