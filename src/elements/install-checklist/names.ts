/** What units and installed parts are called. */
import type { install as installWords } from '../../messages/en/install.js';

/** Its serial or its lot, else its part number. */
export const unitName = (
  said: typeof installWords,
  { serial, lot, partNumber }: { serial?: string; lot?: string; partNumber: string },
): string => (serial !== undefined ? said.serial(serial) : lot !== undefined ? said.lot(lot) : partNumber);
