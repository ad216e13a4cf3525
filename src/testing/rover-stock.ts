/** Stock for the sample runs: what fits, and one of everything that does not. Serials and lots are made up. */
import type { Unit } from '../domain/run.js';

const motor = (serial: string, more: Partial<Unit> = {}): Unit => ({
  id: `unit-${serial.toLowerCase()}`,
  partNumber: '5202-2402-0027',
  description: 'Planetary gear motor with encoder, 223 RPM',
  serial,
  quantity: '1',
  status: 'available',
  ...more,
});

const lot = (partNumber: string, name: string, quantity: string, more: Partial<Unit> = {}): Unit => ({
  id: `unit-${name.toLowerCase()}`,
  partNumber,
  lot: name,
  quantity,
  status: 'available',
  ...more,
});

const bulk = (partNumber: string, quantity: string): Unit => ({
  id: `unit-${partNumber.toLowerCase()}`,
  partNumber,
  quantity,
  status: 'available',
});

/** An assembly that comes with what was built into it. */
const wheel = (serial: string, motorSerial: string, more: Partial<Unit> = {}): Unit => ({
  id: `unit-${serial.toLowerCase()}`,
  partNumber: 'OSR-DRIVE-WHEEL',
  description: 'Drive wheel assembly',
  serial,
  quantity: '1',
  status: 'available',
  children: [
    { partNumber: '5202-2402-0027', serial: motorSerial, quantity: '1' },
    { partNumber: '545618', lot: 'HUB-2190', quantity: '1' },
    { partNumber: 'TRX-5374X', quantity: '1' },
  ],
  ...more,
});

export const roverUnits = (): Unit[] => [
  motor('MOT-0417'),
  motor('MOT-0418'),
  motor('MOT-0419', { status: 'kitted', kittedTo: 'rover-007' }),
  motor('MOT-0402', {
    status: 'installed',
    installedIn: { runId: 'drive-wheel-0012', requirementId: 'motor' },
  }),
  motor('MOT-0405', { status: 'unavailable', reason: 'Encoder failed incoming inspection' }),
  motor('MOT-0431', { status: 'kitted', kittedTo: 'rover-008' }),

  // One piece left of the required part; the rest has to come from the substitute.
  lot('545618', 'HUB-2211', '1'),
  lot('1310-0016-4006', 'HYP-0093', '12'),

  lot('1121-0004-0120', 'UCH-0788', '24'),
  lot('1121-0004-0120', 'UCH-0741', '1'),
  lot('1109-0024-0144', 'RAIL-0310', '2'),
  lot('OSR-TUBE-144', 'TUBE-0100', '5'),
  lot('TL-243', 'TL-2609', '1'),
  lot('TL-243', 'TL-2403', '1', { status: 'expired', reason: 'Shelf life ended 2026-03-31' }),
  // A part of the same family that fits nowhere in the rover run.
  lot('1120-0002-0072', 'UCH-0802', '6'),

  bulk('TRX-5374X', '18'),
  bulk('M4X6-BHCS', '500'),
  bulk('M4X8-SHCS', '500'),

  lot('XT30-M', 'XTM-118', '40', { gtin: '09506000134352' }),
  lot('XT30-F', 'XTF-204', '40'),
  bulk('FH-ATO', '25'),
  lot('PD-30', 'PD-2217', '12'),
  lot('PD-30', 'PD-2109', '30', { expires: '2026-01-31' }),
  wheel('DW-0013', 'MOT-0388'),
  wheel('DW-0014', 'MOT-0391'),
  wheel('DW-0011', 'MOT-0377', { status: 'on-hold', reason: 'Bearing play is being looked at' }),
  lot('GR-2', 'GR-2605', '1'),

  {
    ...motor('SRV-1107'),
    partNumber: '2000-0025-0002',
    description: 'Dual mode servo, 25-2 torque',
  },
  lot('1309-0016-0008', 'SON-0451', '8'),
  lot('1611-0514-0008', 'BRG-1902', '7', { description: 'Flanged ball bearing, 8 mm ID, 14 mm OD' }),
  {
    ...lot('1611-0514-0008', 'BRG-1902', '1'),
    id: 'unit-brg-1902-1',
    status: 'installed',
    splitFrom: 'unit-brg-1902',
    installedIn: { runId: 'rocker-bogie-006', requirementId: 'bearing' },
  },
];
