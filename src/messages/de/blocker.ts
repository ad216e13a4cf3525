import type { BlockerKind, WarningKind } from '../../domain/command.js';
import type { Messages } from '../en.js';
import { lines } from '../phrases.js';

export const blocker: Messages['blocker'] = {
  line: lines<BlockerKind>({
    'empty-field': '{name} ist leer',
    'out-of-range': '{name} liegt außerhalb der Grenzen',
    'failed-check': '{name} ist nicht bestanden',
    'unapproved-signoff': '{name} ist nicht freigegeben',
    'rejected-signoff': '{name} wurde abgelehnt',
    'stale-signoff': '{name}: Werte nach der Freigabe geändert',
    'uninstalled-requirement': '{name} ist nicht eingebaut',
    'not-checked-in': 'Sie sind nicht angemeldet: {name}',
    'upload-pending': '{name} hat eine Datei, die noch nicht erfasst ist',
    'incomplete-step': '{name} ist nicht abgeschlossen',
    'open-gate': '{name} ist nicht freigegeben',
    'blocking-issue': 'Issue {name} ist nicht gelöst',
  }),
};

export const warning: Messages['warning'] = {
  line: lines<WarningKind>({
    'open-issue': 'Issue {name} ist offen',
    'open-redline': 'Redline {name} ist offen',
    'out-of-range-without-issue': '{name} liegt außerhalb der Grenzen und hat kein Issue',
    'stale-signoff': '{name}: Werte nach der Freigabe geändert',
    'unfinished-step': '{name} wurde begonnen und nicht beendet',
  }),
};
