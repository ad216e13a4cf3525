/** Tools and parts of the bench that the sample runs are built at: what may be used, and one of everything that may not. */
import type { Part, Tool } from '../domain/run.js';

const caliper = (serial: string, more: Partial<Tool> = {}): Tool => ({
  id: `tool-${serial.toLowerCase()}`,
  partNumber: 'CAL-150',
  name: 'Digital caliper 150 mm',
  serial,
  subtype: 'Caliper',
  status: 'available',
  calibrationDue: '2099-06-30',
  ...more,
});

const wrench = (serial: string, more: Partial<Tool> = {}): Tool => ({
  ...caliper(serial, more),
  partNumber: 'TW-2-10',
  name: 'Torque wrench 2–10 N·m',
  subtype: 'Torque wrench',
  ...more,
});

export const roverTools = (): Tool[] => [
  caliper('CAL-031'),
  caliper('CAL-027', { calibrationDue: '2026-05-31' }),
  caliper('CAL-019', { status: 'unavailable', reason: 'Dropped; waiting for repair' }),
  wrench('TW-008'),
  wrench('TW-005', { calibrationDue: '2026-02-28' }),
];

export const roverParts = (): Part[] => [
  {
    id: 'part-motor',
    partNumber: '5202-2402-0027',
    description: 'Planetary gear motor with encoder, 223 RPM',
  },
  { id: 'part-wheel', partNumber: 'TRX-5374X', description: 'Talon tire on Gemini wheel' },
  { id: 'part-hub', partNumber: '545618', description: 'Clamping D-hub, 6 mm bore, tapped' },
  { id: 'part-board', partNumber: 'OSR-BOARD', description: 'Control board' },
];
