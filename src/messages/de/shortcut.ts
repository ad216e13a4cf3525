import type { Messages } from '../en.js';

export const shortcut: Messages['shortcut'] = {
  title: 'Tastenkürzel',
  open: 'Tastenkürzel',
  close: 'Schließen',
  now: 'Was jetzt möglich ist. Die Tasten wirken, solange kein Text eingegeben wird.',
  outstanding: 'Nächster offener Eintrag',
  control: 'Strg',
  whileTyping: 'Nächster offener Eintrag, auch beim Tippen',
  list: 'Liste der Schritte',
  help: 'Diese Liste',
  use: 'Einzelne Tasten auf diesem Gerät verwenden',
};
