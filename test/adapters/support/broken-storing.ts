/** Faults in what is kept: values, stock, files, and all of it after a reload. */
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { but, keeping, loading, reopening, storing, type Broken } from './broken-kit.js';

export const brokenStoring: readonly Broken[] = [
  {
    fault: 'takes measurements for numbers',
    found: 'values: one of every field type comes back as it was given',
    create: storing((value) =>
      typeof value === 'string' && /^\d+\.\d+$/.test(value) ? String(Number(value)) : value,
    ),
  },
  {
    fault: 'composes characters',
    found: 'values: text keeps every character',
    create: storing((value) => (typeof value === 'string' ? value.normalize('NFC') : value)),
  },
  {
    fault: 'cuts long texts',
    found: 'values: a megabyte of text comes back whole',
    create: storing((value) => (typeof value === 'string' ? value.slice(0, 65_535) : value)),
  },
  {
    fault: 'splits a lot without taking anything from it',
    found: 'stock: a part of a lot becomes a unit of its own, and the lot holds the rest',
    create: (seed) =>
      but(seed, (inner) => ({
        findUnits: async (...asked) =>
          (await inner.findUnits(...asked)).map(
            (unit) => seed.units.find(({ id }) => id === unit.id) ?? unit,
          ),
      })),
  },
  {
    fault: 'wants a serial in the case in which it is stored',
    found: 'findUnits: by serial, lot or part number, however it was typed',
    create: (seed) =>
      but(seed, (inner) => ({
        findUnits: async (requirement, text) =>
          (await inner.findUnits(requirement, text)).filter(
            (unit) => text === '' || [unit.serial, unit.lot, unit.partNumber].includes(text),
          ),
      })),
  },
  {
    fault: 'forgets the substitutes',
    found: 'findUnits: without a text, every unit of the parts that may go in',
    create: (seed) =>
      but(seed, (inner) => ({
        findUnits: (requirement, text) =>
          inner.findUnits(requirement && { ...requirement, substitutes: [] }, text),
      })),
  },
  {
    fault: 'loses the type of a file',
    found: 'files: bytes, name and type come back as they were put',
    create: (seed) => but(seed, (inner) => ({ getFile: async (id) => new Blob([await inner.getFile(id)]) })),
  },
  {
    fault: 'puts a file that was given up',
    found: 'files: one that is not there is a not-found fault, and one that was given up is not put',
    create: (seed) =>
      but(seed, (inner) => ({
        putFile: (file, { onProgress } = {}) => inner.putFile(file, { ...(onProgress && { onProgress }) }),
      })),
  },
  {
    fault: 'answers before the last command is stored',
    found: 'reopen: what was answered is there',
    create: keeping,
    reopen: (adapter) => reopening(adapter, (_call, index, all) => index < all - 1),
  },
  {
    fault: 'keeps receipts only until a reload',
    found: 'reopen: a repeated command id still gets its receipt, and changes nothing',
    create: keeping,
    reopen: async (adapter) => {
      const again = await reopening(adapter, () => true);
      return {
        ...again,
        execute: (command, options) => again.execute({ ...command, id: `${command.id}-again` }, options),
      };
    },
  },
  {
    fault: 'answers and stores nothing',
    found: 'peek: the store holds the events that were answered, in order',
    create: memoryAdapter,
    peek: () => [],
  },
  {
    fault: 'keeps a file however large',
    found: 'files: one that is larger than the limit is a fault, and tells what is allowed',
    create: (seed) =>
      but(seed, () => {
        const { putFile, getFile } = memoryAdapter(seed);
        return { putFile, getFile };
      }),
  },
  {
    fault: 'gives every issue the same number',
    found: 'random: a random script ends where it ends on the reference',
    create: loading((run) => ({
      ...run,
      issues: run.issues.map((issue) => ({ ...issue, number: 'ISS-1' })),
    })),
  },
];
