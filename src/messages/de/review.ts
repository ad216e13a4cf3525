import type { BlockerKind } from '../../domain/command.js';
import type { Messages } from '../en.js';
import { counted, formatNumber } from '../format.js';
import { countedKinds } from '../phrases.js';
import { more, or } from './lists.js';

const number = (count: number): string => formatNumber(count, 'de');

export const review: Messages['review'] = {
  open: 'Lauf abschließen',
  title: 'Lauf abschließen?',
  blockers: (count) => counted('de', count, { one: 'Hindernis', other: 'Hindernisse' }),
  warnings: (count) => counted('de', count, { one: 'Warnung', other: 'Warnungen' }),
  deviations: (count) =>
    counted('de', count, { one: 'Abweichung wurde angenommen', other: 'Abweichungen wurden angenommen' }),
  nothing: 'Nichts steht im Weg',
  acknowledge: (count) =>
    count === 1 ? 'Ich habe die Warnung gesehen' : `Ich habe die ${number(count)} Warnungen gesehen`,
  acknowledgeFirst: 'Bestätigen Sie zuerst die Warnungen',
  counts: {
    steps: 'Schritte',
    requirements: 'Teile',
    redlines: 'Redlines',
    issues: 'Issues',
    approvals: 'Freigaben',
  },
  of: {
    steps: (total) => `von ${number(total)} abgeschlossen`,
    requirements: (total) => `von ${number(total)} eingebaut`,
    redlines: () => 'offen',
    issues: () => 'offen',
    approvals: (total) => `von ${number(total)} erteilt`,
  },
  also: {
    failed: (count) => `${number(count)} fehlgeschlagen`,
    excepted: (count) => `${number(count)} ausgenommen`,
    closed: (count) => `${number(count)} geschlossen`,
    dispositioned: (count) => `${number(count)} entschieden`,
    resolved: (count) => `${number(count)} gelöst`,
    rejected: (count) => `${number(count)} abgelehnt`,
  },
  kinds: countedKinds<BlockerKind>('de', {
    'empty-field': { one: 'Feld ist leer', other: 'Felder sind leer' },
    'out-of-range': { one: 'Wert außerhalb der Grenzen', other: 'Werte außerhalb der Grenzen' },
    'failed-check': { one: 'Prüfung nicht bestanden', other: 'Prüfungen nicht bestanden' },
    'unapproved-signoff': { one: 'Freigabe fehlt', other: 'Freigaben fehlen' },
    'rejected-signoff': { one: 'Freigabe abgelehnt', other: 'Freigaben abgelehnt' },
    'stale-signoff': { one: 'Freigabe passt nicht mehr', other: 'Freigaben passen nicht mehr' },
    'uninstalled-requirement': { one: 'Teil nicht eingebaut', other: 'Teile nicht eingebaut' },
    'not-checked-in': { other: 'nicht angemeldet' },
    'upload-pending': { one: 'Datei wird hochgeladen', other: 'Dateien werden hochgeladen' },
    'incomplete-step': { one: 'Schritt nicht abgeschlossen', other: 'Schritte nicht abgeschlossen' },
    'open-gate': { one: 'Freigabe des Laufs fehlt', other: 'Freigaben des Laufs fehlen' },
    'blocking-issue': { one: 'Issue nicht gelöst', other: 'Issues nicht gelöst' },
  }),
  failedStep:
    'Er ist fehlgeschlagen: wieder öffnen, wiederholen, oder sein Issue mit „Verwenden, wie es ist“ lösen',
  more: more,
  gates: 'Freigaben des Laufs',
  note: 'Notiz (freiwillig)',
  noted: 'Notiz:',
  confirm: 'Lauf abschließen',
  completing: 'Wird abgeschlossen …',
  retry: 'Erneut versuchen',
  cancel: 'Abbrechen',
  close: 'Schließen',
  done: 'Der Lauf ist abgeschlossen',
  queued: 'Wartet auf das Senden',
  doneBy: (name, when) => `Abgeschlossen von ${name}, ${when}`,
  others: (names) =>
    names.length > 0
      ? `Diesen Lauf schließt jemand anderes ab: ${or(names)}`
      : 'Diesen Lauf schließt Ihre Leitung ab',
  goTo: (line) => `Gehe zu: ${line}`,
};
