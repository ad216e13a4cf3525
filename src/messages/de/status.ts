import type { IssueStatus, RedlineStatus, RunStatus, UnitStatus } from '../../domain/run.js';
import type { Messages } from '../en.js';
import { statusWords } from '../phrases.js';

const unknown = (reported: string): string => `Unbekannt: ${reported}`;

export const status: Messages['status'] = {
  work: statusWords<RunStatus>(
    {
      todo: 'Offen',
      'in-progress': 'In Arbeit',
      complete: 'Abgeschlossen',
      hold: 'Angehalten',
      redline: 'Redline',
      failed: 'Fehlgeschlagen',
      canceled: 'Abgebrochen',
      'partial-complete': 'Teilweise abgeschlossen',
    },
    unknown,
  ),
  unit: statusWords<UnitStatus>(
    {
      available: 'Verfügbar',
      kitted: 'Kommissioniert',
      installed: 'Eingebaut',
      wip: 'In Arbeit',
      'on-hold': 'Gesperrt',
      expired: 'Abgelaufen',
      unavailable: 'Nicht verfügbar',
      scrapped: 'Verschrottet',
    },
    unknown,
  ),
  issue: statusWords<IssueStatus>(
    {
      pending: 'Offen',
      'in-progress': 'In Arbeit',
      'in-review': 'In Prüfung',
      resolved: 'Gelöst',
    },
    unknown,
  ),
  redline: statusWords<RedlineStatus>(
    { open: 'Offen', accepted: 'Angenommen', rejected: 'Abgelehnt', canceled: 'Abgebrochen' },
    unknown,
  ),
};
