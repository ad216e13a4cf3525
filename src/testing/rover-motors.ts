/** The step that runs the motors of a rover in: a grid, readings that are repeated, tools. Limits are made up. */
import { gridOf } from '../domain/grid.js';
import type { Step } from '../domain/run.js';
import { dateTime, person, samples, step, tool } from './seed.js';

const wheels = ['Front left', 'Middle left', 'Rear left', 'Front right', 'Middle right', 'Rear right'];

export function roverMotors(): Step {
  const { grid, fields } = gridOf({
    columns: [
      { id: 'current', label: 'No-load current', type: 'number', unit: 'A', limits: { max: '0.54' } },
      { id: 'encoder', label: 'Encoder counts per turn', type: 'number', limits: { min: '750', max: '753' } },
      {
        id: 'direction',
        label: 'Turns forward',
        type: 'single-select',
        options: [
          { value: 'cw', label: 'Clockwise' },
          { value: 'ccw', label: 'Counterclockwise' },
        ],
      },
      { id: 'sound', label: 'Sound', type: 'pass-fail' },
      { id: 'note', label: 'Note', type: 'text', required: false },
    ],
    rows: [
      ...wheels.map((label, at) => ({ id: `motor-${at + 1}`, label })),
      { id: 'spare', label: 'Spare', allowNotApplicable: true },
    ],
  });
  return step('run-in', 'Run the motors in', {
    instructions: [
      'Run each motor without load at 12 V for two minutes, then fill in its row.',
      'A current above the limit may be accepted by who is allowed to, with the reason.',
    ],
    grid,
    fields: [
      tool('caliper', 'Caliper', { subtype: 'Caliper' }),
      ...samples('shaft', 'Shaft diameter of motor 1', 5, 'mm', { target: '6', plus: '0', minus: '-0.02' }),
      dateTime('run-in-at', 'Run-in begun'),
      person('run-in-by', 'Run in by', { role: 'Technician' }),
      ...fields,
    ],
    policy: { outOfRange: 'with-rationale' },
  });
}
