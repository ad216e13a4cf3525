import type { Messages } from '../en.js';

export const time: Messages['time'] = {
  now: 'Jetzt',
  siteTime: (zone, offset) => `Zeit am Standort: ${zone}, UTC${offset}`,
};
