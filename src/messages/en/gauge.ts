import type { GaugeProblem } from '../../gauges/reading.js';

/** Gauges on a cable. `shown` is a reading as text, "12.345 mm". */
export const gauge = {
  connect: 'Connect a gauge',
  connecting: 'Connecting…',
  disconnect: 'Disconnect the gauge',
  connected: 'Gauge connected. A reading goes where the cursor is, else into the next empty measurement.',
  took: (label: string, shown: string) => `${label}: ${shown} from the gauge`,
  /** There was something already, so the reading is a draft. */
  replaces: (label: string, shown: string) => `${label}: ${shown} from the gauge. Press Enter to save it.`,
  /** The field itself asks or says why. */
  asks: (label: string, shown: string) => `${label}: ${shown} from the gauge, not saved yet. See there.`,
  noField: (shown: string) =>
    `No empty measurement here takes ${shown}. Choose a measurement, then send the reading again.`,
  unit: (label: string, shown: string, unit?: string) =>
    unit
      ? `${shown} does not fit ${label}, which is in ${unit}. Choose another measurement or another unit at the gauge.`
      : `${shown} does not fit ${label}, which has no unit. Choose another measurement.`,
  problem: {
    status: (text) => `The gauge says “${text}” and gave no value. See to the gauge, then measure again.`,
    unreadable: (text) =>
      `“${text}” from the gauge is no reading. Measure again. If it stays so, the gauge is set up otherwise than this page.`,
    framing: () => 'What the gauge sent came through damaged and was left out. Measure again.',
    lost: () => 'The gauge is gone. See to its cable, then connect it again.',
  } satisfies Record<GaugeProblem['problem'], (text: string) => string>,
  notOpened: 'The gauge could not be connected. Close the program that uses it, then try again.',
  /** The browser has no Web Serial, or does not give it to this page. */
  unsupported:
    'This browser cannot connect gauges by cable. Use Chrome or Edge on a computer, a gauge that types, or type the value.',
};
