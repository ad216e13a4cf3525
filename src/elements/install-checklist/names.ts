/** What units, installed parts and requirements are called. */
import type { Requirement } from '../../domain/run.js';
import type { install as installWords } from '../../messages/en/install.js';

/** Its serial or its lot, else its part number. */
export const unitName = (
  said: typeof installWords,
  { serial, lot, partNumber }: { serial?: string; lot?: string; partNumber: string },
): string => (serial !== undefined ? said.serial(serial) : lot !== undefined ? said.lot(lot) : partNumber);

export const nameOf = ({ description, partNumber }: Requirement): string => description || partNumber;

/** Where the exception of a requirement is entered. */
export const exceptKey = (requirementId: string): string => `except:${requirementId}`;
