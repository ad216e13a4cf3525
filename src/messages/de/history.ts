import type { Messages } from '../en.js';

export const history: Messages['history'] = {
  title: 'Verlauf',
  of: (label) => `Verlauf von ${label}`,
  by: (name, when) => `${name}, ${when}`,
  how: {
    typed: 'getippt',
    scanned: 'gescannt',
    gauge: 'mit Messmittel',
    pasted: 'eingefügt',
    imported: 'importiert',
  },
  resolution: (shown) => `in Schritten von ${shown}`,
  raw: (text) => `eingegeben als „${text}“`,
  reason: (text) => `Grund: ${text}`,
  cleared: 'Geleert',
  accepted: 'Abweichung angenommen',
  unreadable: 'Lässt sich nicht anzeigen',
  empty: 'Hier wurde noch nichts erfasst.',
  none: 'Das angebundene System führt keinen Verlauf.',
  loading: 'Wird geladen …',
  notLoaded: 'Der Verlauf konnte nicht geladen werden.',
  more: 'Mehr anzeigen',
  close: 'Schließen',
};
