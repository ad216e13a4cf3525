import type { holdReasons } from '../../domain/run.js';
import type { Messages } from '../en.js';
import { known } from '../phrases.js';

const reasons: Readonly<Record<(typeof holdReasons)[number], string>> = {
  'waiting-for-part': 'Wartet auf ein Teil',
  'waiting-for-quality': 'Wartet auf die Qualität',
  'waiting-for-tool': 'Wartet auf ein Werkzeug',
  'waiting-for-instruction': 'Wartet auf eine Anweisung',
  'end-of-shift': 'Schichtende',
  other: 'Anderer Grund',
};

export const hold: Messages['hold'] = {
  reason: (reason) => known<string>(reasons, reason) ?? reason,
  state: (reason) => (reason ? `Angehalten: ${reason}` : 'Angehalten'),
};
