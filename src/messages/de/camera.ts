import type { Messages } from '../en.js';
import { counted } from '../format.js';

export const camera: Messages['camera'] = {
  open: 'Mit der Kamera scannen',
  close: 'Schließen',
  picture: 'Livebild der Kamera',
  starting: 'Kamera wird gestartet …',
  allow: 'Falls der Browser fragt, erlauben Sie dieser Seite die Kamera.',
  preparing: 'Gleich bereit zum Lesen …',
  aim: 'Halten Sie einen Code in den Rahmen.',
  light: 'Licht',
  sound: 'Ton',
  choose: 'Kamera',
  nth: (number) => `Kamera ${number}`,
  taken: 'Gelesen',
  refused: 'Abgelehnt',
  unknown: 'Diesen Code nimmt hier nichts an',
  count: (count) => counted('de', count, { one: 'Code gelesen', other: 'Codes gelesen' }),
  retry: 'Noch einmal versuchen',
  problem: {
    insecure: {
      what: 'Der Browser gibt dieser Seite keine Kamera.',
      next: 'Öffnen Sie die Seite über ihre https-Adresse. Falls das schon so ist, nehmen Sie einen Handscanner oder tippen Sie den Code ein.',
    },
    denied: {
      what: 'Die Kamera ist für diese Seite nicht erlaubt.',
      next: 'Erlauben Sie sie links in der Adresszeile oder in den Einstellungen des Browsers, dann versuchen Sie es noch einmal.',
    },
    none: {
      what: 'Es wurde keine Kamera gefunden.',
      next: 'Schließen Sie eine an und versuchen Sie es noch einmal, oder nehmen Sie einen Handscanner oder tippen Sie den Code ein.',
    },
    busy: {
      what: 'Die Kamera wird schon benutzt.',
      next: 'Schließen Sie das andere Programm oder die andere Seite mit ihrem Bild, dann versuchen Sie es noch einmal.',
    },
    ended: {
      what: 'Die Kamera ist nicht mehr da.',
      next: 'Sehen Sie nach, ob sie noch angeschlossen ist, dann versuchen Sie es noch einmal.',
    },
    failed: {
      what: 'Die Kamera ist nicht angelaufen.',
      next: 'Versuchen Sie es noch einmal. Bleibt es so, nehmen Sie einen Handscanner oder tippen Sie den Code ein.',
    },
    forbidden: {
      what: 'Diese Seite lässt keine Codes aus einem Bild lesen.',
      next: "Nehmen Sie einen Handscanner oder tippen Sie den Code ein. Wer diese Seite betreibt, kann es erlauben: ihre Content-Security-Policy braucht script-src 'wasm-unsafe-eval'.",
    },
    'not-loaded': {
      what: 'Was die Codes liest, konnte nicht geladen werden.',
      next: 'Sehen Sie nach, ob Sie verbunden sind, dann versuchen Sie es noch einmal. Bleibt es so, sagen Sie es dem, der diese Seite betreibt.',
    },
    broken: {
      what: 'Das Lesen aus dem Bild ist fehlgeschlagen.',
      next: 'Versuchen Sie es noch einmal. Bleibt es so, nehmen Sie einen Handscanner oder tippen Sie den Code ein.',
    },
  },
};
