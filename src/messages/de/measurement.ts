import type { Messages } from '../en.js';

export const measurement: Messages['measurement'] = {
  label: (label, unit) => (unit ? `${label} in ${unit}` : label),
  announce: (label, shown, verdict) => `${label}: ${shown}, ${verdict}`,
};
