import type { Messages } from '../en.js';

export const gauge: Messages['gauge'] = {
  connect: 'Messgerät verbinden',
  connecting: 'Wird verbunden …',
  disconnect: 'Messgerät trennen',
  connected:
    'Messgerät verbunden. Ein Messwert geht dorthin, wo der Cursor steht, sonst in die nächste leere Messung.',
  took: (label, shown) => `${label}: ${shown} vom Messgerät`,
  replaces: (label, shown) => `${label}: ${shown} vom Messgerät. Mit Enter speichern.`,
  asks: (label, shown) => `${label}: ${shown} vom Messgerät, noch nicht gespeichert. Siehe dort.`,
  noField: (shown) =>
    `Keine leere Messung hier nimmt ${shown}. Wählen Sie eine Messung, dann senden Sie den Wert noch einmal.`,
  unit: (label, shown, unit) =>
    unit
      ? `${shown} passt nicht zu ${label} in ${unit}. Wählen Sie eine andere Messung oder am Messgerät eine andere Einheit.`
      : `${shown} passt nicht zu ${label} ohne Einheit. Wählen Sie eine andere Messung.`,
  problem: {
    status: (text) =>
      `Das Messgerät meldet „${text}“ und gab keinen Wert. Sehen Sie nach dem Messgerät, dann messen Sie noch einmal.`,
    unreadable: (text) =>
      `„${text}“ vom Messgerät ist kein Messwert. Messen Sie noch einmal. Bleibt es so, ist das Messgerät anders eingestellt als diese Seite.`,
    framing: () =>
      'Was das Messgerät sendete, kam beschädigt an und wurde weggelassen. Messen Sie noch einmal.',
    lost: () => 'Das Messgerät ist nicht mehr da. Sehen Sie nach dem Kabel, dann verbinden Sie es wieder.',
  },
  notOpened:
    'Das Messgerät konnte nicht verbunden werden. Schließen Sie das Programm, das es benutzt, dann versuchen Sie es noch einmal.',
  unsupported:
    'Dieser Browser kann keine Messgeräte über Kabel verbinden. Nehmen Sie Chrome oder Edge an einem Computer, ein Messgerät, das tippt, oder tippen Sie den Wert ein.',
};
