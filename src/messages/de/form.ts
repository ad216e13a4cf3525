import type { Messages } from '../en.js';
import { more } from './lists.js';

export const form: Messages['form'] = {
  optional: 'freiwillig',
  missing: 'Füllen Sie das zuerst aus.',
  notChosen: 'Wählen Sie zuerst.',
  search: 'Suchen',
  noneFits: 'Nichts passt.',
  moreFit: (count) => `${more(count)}: suchen Sie danach`,
};
