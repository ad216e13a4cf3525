/** German, whole: `addLanguage('de', de)`. A language is one file like this one; a table that lacks a row does not compile. */
import type { BlockerKind, WarningKind } from '../domain/command.js';
import type { IssueStatus, Permission, RedlineStatus, RunStatus, UnitStatus } from '../domain/run.js';
import type { Messages } from './en.js';
import { explainFaults, explainRefusals, type NotDone } from './explain.js';
import { counted, formatBytes, formatList, formatNumber, formatPercent } from './format.js';
import { known, limitsIn, lines, statusWords } from './phrases.js';

const number = (count: number): string => formatNumber(count, 'de');
const also = (count: number, word: string): string => (count > 0 ? `, ${number(count)} ${word}` : '');
const more = (count: number): string => `${count} weitere`;
const and = (names: readonly string[]): string => formatList(names, 'de', 'conjunction', more);
const unknown = (reported: string): string => `Unbekannt: ${reported}`;

const status: Messages['status'] = {
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

const saved = '{name} wurde nicht gespeichert.';
const completed = '{name} wurde nicht abgeschlossen.';
const notDone: NotDone = {
  'start-step': '{name} wurde nicht begonnen.',
  'check-in': 'Sie wurden nicht angemeldet: {name}.',
  'check-out': 'Sie wurden nicht abgemeldet: {name}.',
  'set-value': saved,
  'clear-value': '{name} wurde nicht geleert.',
  'mark-not-applicable': '{name} wurde nicht als nicht zutreffend markiert.',
  'accept-deviation': 'Die Abweichung wurde nicht angenommen: {name}.',
  'attach-file': 'Die Datei wurde nicht hinzugefügt: {name}.',
  'remove-file': 'Die Datei wurde nicht entfernt: {name}.',
  sign: '{name} wurde nicht unterschrieben.',
  'install-part': 'Nichts wurde eingebaut: {name}.',
  'uninstall-part': 'Nichts wurde ausgebaut: {name}.',
  'complete-step': completed,
  comment: 'Der Kommentar wurde nicht gespeichert: {name}.',
  'open-issue': 'Es wurde kein Issue eröffnet: {name}.',
  'link-issue': 'Das Issue wurde nicht verknüpft: {name}.',
  'complete-run': completed,
  other: 'Nichts wurde geändert: {name}.',
};

const permissions = {
  execute: 'Schritte ausführen',
  sign: 'unterschreiben',
  comment: 'kommentieren',
  'open-issue': 'Issues eröffnen',
  'manage-issue': 'Issues verwalten',
  'accept-deviation': 'Abweichungen annehmen',
  'except-requirement': 'Teile ausnehmen',
  'manage-step': 'Schritte verwalten',
  'create-redline': 'Redlines vorschlagen',
  'update-redline': 'Redlines bearbeiten',
  'edit-labor': 'Arbeitszeiten ändern',
  'manage-batch': 'Lose verwalten',
  'complete-run': 'Läufe abschließen',
  'manage-run': 'Läufe verwalten',
  'reopen-run': 'Läufe wieder öffnen',
} satisfies Record<Permission, string>;

const lead = 'Fragen Sie Ihre Leitung.';
const again = 'und versuchen Sie es erneut.';
const another = 'Nehmen Sie ein anderes.';
const support = 'Sagen Sie es der Systembetreuung.';

const refusal: Messages['refusal'] = {
  say: explainRefusals({
    language: 'de',
    notDone,
    quoted: (text) => `„${text}“`,
    it: 'Die Eingabe',
    status: (word) => `„${status.work(word)}“`,
    unitStatus: (word) => `„${status.unit(word)}“`,
    permission: (permission) => known<string>(permissions, permission) ?? permission,
    more,
    empty: 'nichts',
    vague: `Das System nennt keinen Grund.|${lead}`,
    cases: {
      blocked: `Es fehlt noch: {blockers}.|Erledigen Sie das ${again}`,
      unacknowledged: 'Noch nicht bestätigt: {warnings}.|Prüfen Sie es noch einmal und bestätigen Sie.',
      upstream: `Es wartet auf {waitsFor}.|Schließen Sie das ab ${again}`,
      parent: `{waitsFor} ist nicht in Arbeit.|Beginnen Sie das ${again}`,
      'not-permitted': `Sie dürfen das nicht.|${lead}`,
      permission: 'Ihnen fehlt das Recht „{needs}“.|Fragen Sie eine Person, die es hat.',
      role: 'Hier unterschreibt nur: {needs}.|Fragen Sie eine Person mit dieser Rolle.',
      'peer-review':
        'Sie haben selbst daran gearbeitet.|Fragen Sie eine andere Person mit der Rolle {needs}.',
      'wrong-status':
        'Der Status ist {status}.|Warten Sie, bis er sich ändert, oder fragen Sie Ihre Leitung.',
      locked: 'Der Lauf ist {status}.|Lassen Sie ihn für Änderungen wieder öffnen.',
      'wrong-part':
        '{partNumber} gehört nicht hierher[, sondern {expected}].|Legen Sie es zurück und scannen Sie das richtige.',
      'scan-required': 'Hier muss gescannt werden.|Scannen Sie das Etikett.',
      'not-installable': `{unit} ist {state}.|${another}`,
      'unit-status': `{unit} ist {state}[: {unitReason}].|${another}`,
      'kitted-elsewhere': `{unit} ist für einen anderen Lauf kommissioniert.|${another}`,
      'already-installed': `{unit} ist hier schon eingebaut.|${another}`,
      'too-many': 'Es fehlen nur noch {remaining}.|Verringern Sie die Menge.',
      'all-installed': 'Alles ist eingebaut.|Bauen Sie zum Tauschen zuerst eines aus.',
      'not-enough': `Von {unit} gibt es nur {available}.|Verringern Sie die Menge. ${another}`,
      'quantity-one': '{unit} ist ein einzelnes Stück.|Setzen Sie die Menge auf 1.',
      'quantity-needed': 'Die Menge ist 0.|Geben Sie ein, wie viel Sie einbauen.',
      'nothing-installed': 'Es ist nicht mehr eingebaut.|Prüfen Sie die Liste.',
      stale: `Es hat sich inzwischen geändert.|Prüfen Sie es ${again}`,
      'stale-value':
        'Sie haben {yours} eingegeben; inzwischen steht dort {theirs}[, von {by}].|Behalten Sie Ihren Wert oder übernehmen Sie den anderen.',
      invalid: '{it} passt hier nicht.|Berichtigen Sie die Eingabe.',
      'not-a-number': '{it} ist keine Zahl.|Verwenden Sie nur Ziffern und „{decimalSign}“.',
      'ambiguous-number':
        '{it} kann zwei Zahlen bedeuten.|Verwenden Sie nur „{decimalSign}“ für Dezimalen und kein anderes Zeichen.',
      'not-a-date': '{it} ist kein Datum.|Geben Sie Tag, Monat und Jahr ein.',
      'not-an-option': '{it} steht nicht zur Wahl.|Wählen Sie aus der Liste.',
      'not-a-value': '{it} passt nicht in dieses Feld.|Geben Sie es neu ein.',
      'comment-needed': 'Eine Ablehnung braucht einen Kommentar.|Sagen Sie, warum Sie ablehnen.',
      'rationale-needed': 'Eine Abweichung braucht einen Grund.|Sagen Sie, warum sie zulässig ist.',
      'text-needed': 'Der Text ist leer.|Geben Sie einen Text ein.',
      'not-applicable-not-allowed': 'Es trifft immer zu.|Geben Sie einen Wert ein.',
      'not-out-of-range': 'Der Wert liegt in den Grenzen.|Es gibt nichts anzunehmen.',
      'already-checked-in': 'Sie sind schon angemeldet.|Arbeiten Sie weiter.',
      'not-checked-in': `Sie sind nicht angemeldet.|Melden Sie sich an ${again}`,
      rule: '{message}|Berichtigen Sie es oder fragen Sie Ihre Leitung.',
      reauthenticate: `Das System muss wissen, dass Sie es sind.|Weisen Sie sich aus ${again}`,
      'not-found': '{it} wurde nicht gefunden.|Prüfen Sie das Etikett oder laden Sie den Lauf neu.',
      'not-supported': `Das angeschlossene System kann das nicht.|${lead}`,
    },
  }),
};

const fault: Messages['fault'] = explainFaults({
  notDone,
  unsure: '{name} wurde vielleicht nicht gespeichert.',
  kept: 'Ihre Eingabe bleibt erhalten.',
  notLoaded: 'Der Lauf konnte nicht geladen werden.',
  cases: {
    offline: 'Es besteht keine Verbindung.',
    timeout: 'Das System hat nicht rechtzeitig geantwortet.',
    'rate-limited': 'Das System ist ausgelastet.',
    unavailable: 'Das System ist nicht erreichbar.',
    unauthorized: `Das System weiß nicht, wer Sie sind.|Weisen Sie sich aus ${again}`,
    'not-found': 'Das System kennt es nicht.|Prüfen Sie den Lauf oder fragen Sie Ihre Leitung.',
    malformed: `Die Antwort des Systems ergibt keinen Sinn.|${support}`,
    'storage-full': `Der Speicher dieses Geräts ist voll.|Schaffen Sie Platz ${again}`,
    'storage-blocked': `Dieses Gerät lässt die Seite nichts speichern.|Schließen Sie ihre anderen Tabs oder erlauben Sie ihr das Speichern ${again}`,
    unsupported: `Das System oder dieser Browser kann das nicht.|${support}`,
    internal: 'Etwas ist schiefgegangen.',
  },
  tryAgain: (seconds) =>
    seconds > 0
      ? `Versuchen Sie es in ${counted('de', seconds, { one: 'Sekunde', other: 'Sekunden' })} erneut.`
      : 'Versuchen Sie es erneut.',
  safe: 'Nichts wird doppelt erfasst.',
});

export const de: Messages = {
  status,
  refusal,
  fault,
  verdict: {
    words: {
      'in-range': 'In den Grenzen',
      low: 'Zu niedrig',
      high: 'Zu hoch',
      'no-limits': 'Keine Grenzen',
      'not-a-number': 'Keine Zahl',
    },
    limits: limitsIn({
      between: (low, high) => `${low} bis ${high}`,
      atLeast: (low) => `mindestens ${low}`,
      atMost: (high) => `höchstens ${high}`,
      target: (target) => `Sollwert ${target}`,
    }),
  },
  blocker: {
    line: lines<BlockerKind>({
      'empty-field': '{name} ist leer',
      'out-of-range': '{name} liegt außerhalb der Grenzen',
      'failed-check': '{name} ist nicht bestanden',
      'unapproved-signoff': '{name} ist nicht freigegeben',
      'rejected-signoff': '{name} wurde abgelehnt',
      'stale-signoff': '{name}: Werte nach der Freigabe geändert',
      'uninstalled-requirement': '{name} ist nicht eingebaut',
      'not-checked-in': 'Sie sind nicht angemeldet: {name}',
      'upload-pending': '{name} wird noch hochgeladen',
      'incomplete-step': '{name} ist nicht abgeschlossen',
      'open-gate': '{name} ist nicht freigegeben',
      'blocking-issue': 'Issue {name} ist nicht gelöst',
    }),
  },
  warning: {
    line: lines<WarningKind>({
      'open-issue': 'Issue {name} ist offen',
      'open-redline': 'Redline {name} ist offen',
      'out-of-range-without-issue': '{name} liegt außerhalb der Grenzen und hat kein Issue',
      'stale-signoff': '{name}: Werte nach der Freigabe geändert',
      'unfinished-step': '{name} wurde begonnen und nicht beendet',
    }),
  },
  field: {
    required: 'Pflicht',
    optional: 'Freiwillig',
    empty: 'Nicht erfasst',
    notApplicable: 'Nicht zutreffend',
    markNotApplicable: 'Als nicht zutreffend markieren',
    recorded: (name, when) => `Erfasst von ${name}, ${when}`,
    how: {
      typed: 'Getippt',
      scanned: 'Gescannt',
      gauge: 'Messgerät',
      pasted: 'Eingefügt',
      imported: 'Importiert',
    },
    unsaved: 'Noch nicht gespeichert',
    saving: 'Wird gespeichert …',
    saved: 'Gespeichert',
    queued: 'Wartet auf das Senden',
    notSaved: 'Nicht gespeichert',
    save: 'Speichern',
    retry: 'Erneut versuchen',
    discard: 'Verwerfen',
    clear: 'Leeren',
    cancel: 'Abbrechen',
    keepMine: 'Meinen behalten',
    takeTheirs: 'Anderen übernehmen',
    mine: (shown) => `Ihrer: ${shown}`,
    theirs: (shown, name) => `${name || 'Anderer'}: ${shown}`,
    deviation: 'Abweichung',
    acceptDeviation: 'Abweichung annehmen',
    rationale: 'Grund',
    deviated: (name, when, rationale) => `Abweichung angenommen von ${name}, ${when}: ${rationale}`,
    missing: (label) => `${label} ist Pflicht`,
    readOnly: 'Nur lesbar',
    unknownType: (reported) => `Nur lesbar: „${reported}“ ist hier nicht bekannt`,
  },
  measurement: {
    label: (label, unit) => (unit ? `${label} in ${unit}` : label),
    limits: 'Grenzen',
    announce: (label, shown, verdict) => `${label}: ${shown}, ${verdict}`,
    picture: (shown, limits) => `${shown}; Grenzen: ${limits}`,
  },
  value: {
    pass: 'Bestanden',
    fail: 'Nicht bestanden',
    yes: 'Ja',
    no: 'Nein',
    choose: 'Wählen …',
    chosen: (count) => counted('de', count, { other: 'gewählt' }),
    notOffered: (option) => `${option} (nicht mehr wählbar)`,
    chooseFile: 'Dateien wählen',
    dropFile: 'oder hier ablegen',
    file: (name, bytes, locale) => `${name}, ${formatBytes(bytes, locale)}`,
    files: (count) => counted('de', count, { one: 'Datei', other: 'Dateien' }),
    openFile: (name) => `${name} öffnen`,
    removeFile: (name) => `${name} entfernen`,
    uploading: (name, part, locale) => `${name} wird hochgeladen: ${formatPercent(part, locale)}`,
    notUploaded: (name) => `${name} wurde nicht hochgeladen`,
    announce: (label, shown) => `${label}: ${shown}`,
  },
  signoff: {
    expecting: (role) => `Freigabe erwartet von: ${role}`,
    states: {
      open: 'Offen',
      approved: 'Freigegeben',
      rejected: 'Abgelehnt',
      stale: 'Seit der Freigabe geändert',
    },
    approve: 'Freigeben',
    reject: 'Ablehnen',
    approveAgain: 'Erneut freigeben',
    comment: 'Kommentar',
    commentNeeded: 'Sagen Sie, warum Sie ablehnen',
    signingAs: (name, role) => `Unterschrift als ${name}, ${role}`,
    signing: 'Wird unterschrieben …',
    decided: (decision, name, role, when) =>
      `${decision === 'approve' ? 'Freigegeben' : 'Abgelehnt'} von ${name}, ${role}, ${when}`,
    changed: (names) => `Seitdem geändert: ${and(names)}`,
    earlier: 'Frühere Entscheidungen',
    readOnly: (reason, role) =>
      reason === 'peer-review'
        ? `Sie haben daran gearbeitet: jemand anderes entscheidet (${role})`
        : reason === 'role' || reason === 'permission'
          ? `Hier entscheidet nur: ${role}`
          : 'Kann jetzt nicht entschieden werden',
  },
  install: {
    title: 'Einzubauende Teile',
    tracking: { serial: 'Seriennummer', lot: 'Charge', bulk: 'Schüttgut' },
    serial: (serial) => `Seriennummer ${serial}`,
    lot: (lot) => `Charge ${lot}`,
    quantity: 'Menge',
    of: (installed, needed) => `${installed} von ${needed} eingebaut`,
    remaining: (quantity) => `noch ${quantity}`,
    done: 'Alles eingebaut',
    traceOnly: 'Nur zum Nachweis',
    excepted: (issue) => `Ausgenommen durch Issue ${issue}`,
    substitutes: (parts) => `Oder ${formatList(parts, 'de', 'disjunction')}`,
    substitute: 'Ersatz',
    scan: 'Serien-, Chargen- oder Teilenummer scannen oder tippen',
    pick: 'Aus dem Lager wählen',
    units: (part) => `Bestand von ${part}`,
    available: (quantity) => `${quantity} verfügbar`,
    searching: 'Wird gesucht …',
    found: (count) => counted('de', count, { other: 'gefunden' }),
    notFound: (text) => `Nichts gefunden: „${text}“. Prüfen Sie das Etikett oder wählen Sie aus dem Lager.`,
    several: 'Mehrere passen: Wählen Sie eines.',
    chosen: (unit) => `Gewählt: ${unit}`,
    install: 'Einbauen',
    installing: 'Wird eingebaut …',
    uninstall: 'Ausbauen',
    uninstallUnit: (unit) => `${unit} ausbauen`,
    uninstalling: 'Wird ausgebaut …',
    installed: 'Eingebaut',
    installedBy: (name, when) => `Eingebaut von ${name}, ${when}`,
    announceInstalled: (unit, remaining) => `${unit} eingebaut, noch ${remaining}`,
    announceUninstalled: (unit) => `${unit} ausgebaut`,
  },
  step: {
    heading: (number, title) => `${number} ${title}`,
    optional: 'Freiwilliger Schritt',
    start: 'Beginnen',
    starting: 'Wird begonnen …',
    checkIn: 'Anmelden',
    checkingIn: 'Wird angemeldet …',
    checkOut: 'Abmelden',
    checkingOut: 'Wird abgemeldet …',
    complete: 'Schritt abschließen',
    completing: 'Wird abgeschlossen …',
    outstanding: (count) => counted('de', count, { other: 'offen' }),
    outstandingTitle: 'Offen',
    nothingOutstanding: 'Nichts offen',
    goTo: (line) => `Gehe zu: ${line}`,
    checkedIn: (names) => (names.length > 0 ? `Angemeldet: ${and(names)}` : 'Niemand angemeldet'),
    you: 'Sie',
    waitsFor: (names) => `Wartet auf: ${and(names)}`,
    checkInFirst: 'Zum Erfassen anmelden',
    progress: (done, total) =>
      `${number(done)} von ${counted('de', total, { one: 'Eintrag', other: 'Einträgen' })} erledigt`,
    instructions: 'Anweisungen',
    fields: 'Erfassung',
    requirements: 'Teile',
    signoffs: 'Freigaben',
    moreActions: 'Weitere Aktionen',
    comment: 'Kommentar',
    comments: (count) => counted('de', count, { one: 'Kommentar', other: 'Kommentare' }),
    addComment: 'Kommentar hinzufügen',
    commentBy: (name, when) => `${name}, ${when}`,
    openIssue: 'Issue eröffnen',
    issueTitle: 'Was stimmt nicht?',
    issueAbout: 'Betrifft',
    issueOpened: (number) => `Issue ${number} eröffnet`,
    issue: (number, title) => `Issue ${number}: ${title}`,
    commented: 'Kommentar hinzugefügt',
    startedAt: (when) => `Begonnen ${when}`,
    completedBy: (name, when) => `Abgeschlossen von ${name}, ${when}`,
    announce: (title, status) => `${title}: ${status}`,
    announceCheckedIn: (title) => `Sie sind angemeldet: ${title}`,
    announceCheckedOut: (title) => `Sie sind abgemeldet: ${title}`,
    none: 'Zurzeit kann an keinem Schritt gearbeitet werden.',
  },
  review: {
    open: 'Lauf abschließen',
    title: 'Lauf abschließen?',
    blockers: (count) => counted('de', count, { one: 'Hindernis', other: 'Hindernisse' }),
    warnings: (count) => counted('de', count, { one: 'Warnung', other: 'Warnungen' }),
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
    steps: ({ complete, total, failed }) =>
      `${number(complete)} von ${number(total)} abgeschlossen${also(failed, 'fehlgeschlagen')}`,
    requirements: ({ installed, total, excepted }) =>
      `${number(installed)} von ${number(total)} eingebaut${also(excepted, 'ausgenommen')}`,
    redlines: ({ open, closed }) => `${number(open)} offen${also(closed, 'geschlossen')}`,
    issues: ({ open, dispositioned, resolved }) =>
      `${number(open)} offen${also(dispositioned, 'entschieden')}${also(resolved, 'gelöst')}`,
    approvals: ({ given, total, rejected }) =>
      `${number(given)} von ${number(total)} erteilt${also(rejected, 'abgelehnt')}`,
    note: 'Notiz',
    confirm: 'Lauf abschließen',
    completing: 'Wird abgeschlossen …',
    cancel: 'Abbrechen',
    close: 'Schließen',
    done: 'Der Lauf ist abgeschlossen',
    doneBy: (name, when) => `Abgeschlossen von ${name}, ${when}`,
    goTo: (line) => `Gehe zu: ${line}`,
  },
  session: {
    loading: 'Der Lauf wird geladen …',
    retry: 'Erneut versuchen',
    problems: (count) => `${number(count)} nicht lesbar in diesem Lauf`,
    problemsHint: 'Es wird so weit wie möglich gezeigt und kann nicht bearbeitet werden.',
    noRun: 'Es ist kein Lauf verbunden.',
    stepNotFound: 'Dieser Schritt gehört nicht zum Lauf.',
    targetNotFound: (id) => `„${id}“ gehört nicht zum Lauf.`,
    offline: 'Keine Verbindung',
    queued: (count) =>
      counted('de', count, { one: 'Eintrag wartet auf das Senden', other: 'Einträge warten auf das Senden' }),
    oldBrowser:
      'Dieser Browser ist zu alt. Nötig ist Chrome oder Edge 125, Firefox 126, Safari 18 oder neuer.',
  },
};
