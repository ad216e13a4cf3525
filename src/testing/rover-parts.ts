/**
 * Steps of a rover about parts: a board that is made here out of parts with their places, scanned each; wheels that
 * come as assemblies. Headers, fuse holder and diode are facts of the NASA JPL Open Source Rover (Apache-2.0).
 */
import type { Step } from '../domain/run.js';
import { part, step } from './seed.js';

export const buildBoard = (): Step => {
  const onBoard = (...given: Parameters<typeof part>): ReturnType<typeof part> => ({
    ...part(...given),
    partOf: 'board',
  });
  return step('build-board', 'Build the spare control board', {
    instructions: [
      'Scan each part before it is soldered; J1 and J5 are male, J3 and J4 female. Diode D1 is polarized.',
      'When all parts are in, the board is built here and gets its serial number.',
      'Attach a photo of both sides.',
    ],
    requirements: [
      { ...part('board', 'serial', '1', 'OSR-BOARD', 'Spare control board'), madeOnAssembly: true },
      { ...onBoard('xt30-male', 'lot', '2', 'XT30-M', 'XT30 header, male'), designators: ['J1', 'J5'] },
      { ...onBoard('xt30-female', 'lot', '2', 'XT30-F', 'XT30 header, female'), designators: ['J3', 'J4'] },
      { ...onBoard('fuse-holder', 'bulk', '1', 'FH-ATO', 'Fuse holder'), designators: ['F1'] },
      { ...onBoard('diode', 'lot', '1', 'PD-30', 'Power diode'), designators: ['D1'] },
    ],
    policy: { requireScan: true },
  });
};

export const fitWheels = (): Step =>
  step('fit-wheels', 'Fit the drive wheels', {
    upstream: ['corners'],
    instructions: [
      'Fit the left front drive wheel assembly. Its motor and hub are part of it.',
      'The axle caps are on order: where one is missing, except it by its issue.',
    ],
    requirements: [
      part('drive-wheel', 'serial', '1', 'OSR-DRIVE-WHEEL', 'Drive wheel assembly'),
      part('axle-caps', 'bulk', '1', 'CAP-8', 'Axle cap, 8 mm'),
      part('grease', 'lot', '0', 'GR-2', 'Bearing grease'),
    ],
  });
