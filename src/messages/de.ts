/** German, whole: `addLanguage('de', de)`. A language is one file like this one. */
import type { Messages } from './en.js';
import { explainFaults, explainRefusals, type NotDone, type RefusalFacts } from './explain.js';
import { counted, formatBytes, formatList, formatNumber, formatPercent } from './format.js';
import { known, limitsIn, lines, statusWords } from './phrases.js';

const number = (count: number): string => formatNumber(count, 'de');
const also = (count: number, word: string): string => (count > 0 ? `, ${number(count)} ${word}` : '');
const more = (count: number): string => `${count} weitere`;
const and = (names: readonly string[]): string => formatList(names, 'de', 'conjunction', more);
const unknown = (reported: string): string => `Unbekannt: ${reported}`;

const status: Messages['status'] = {
  work: statusWords(
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
  unit: statusWords(
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
  issue: statusWords(
    {
      pending: 'Offen',
      'in-progress': 'In Arbeit',
      'in-review': 'In Prüfung',
      resolved: 'Gelöst',
    },
    unknown,
  ),
  redline: statusWords(
    { open: 'Offen', accepted: 'Angenommen', rejected: 'Abgelehnt', canceled: 'Abgebrochen' },
    unknown,
  ),
};

const saved = (name: string): string => `${name} wurde nicht gespeichert.`;
const completed = (name: string): string => `${name} wurde nicht abgeschlossen.`;
const notDone: NotDone = {
  'start-step': (name) => `${name} wurde nicht begonnen.`,
  'check-in': (name) => `Sie wurden nicht angemeldet: ${name}.`,
  'check-out': (name) => `Sie wurden nicht abgemeldet: ${name}.`,
  'set-value': saved,
  'clear-value': (name) => `${name} wurde nicht geleert.`,
  'mark-not-applicable': (name) => `${name} wurde nicht als nicht zutreffend markiert.`,
  'accept-deviation': (name) => `Die Abweichung wurde nicht angenommen: ${name}.`,
  'attach-file': (name) => `Die Datei wurde nicht hinzugefügt: ${name}.`,
  'remove-file': (name) => `Die Datei wurde nicht entfernt: ${name}.`,
  sign: (name) => `${name} wurde nicht unterschrieben.`,
  'install-part': (name) => `Nichts wurde eingebaut: ${name}.`,
  'uninstall-part': (name) => `Nichts wurde ausgebaut: ${name}.`,
  'complete-step': completed,
  comment: (name) => `Der Kommentar wurde nicht gespeichert: ${name}.`,
  'open-issue': (name) => `Es wurde kein Issue eröffnet: ${name}.`,
  'link-issue': (name) => `Das Issue wurde nicht verknüpft: ${name}.`,
  'complete-run': completed,
  other: (name) => `Nichts wurde geändert: ${name}.`,
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
};

const it = ({ message }: RefusalFacts): string => (message ? `„${message}“` : 'Die Eingabe');
const unitOf = ({ unit }: RefusalFacts): string => unit || 'Dieses Teil';
const lead = 'Fragen Sie Ihre Leitung.';
const another = 'Nehmen Sie ein anderes.';
const support = 'Sagen Sie es der Systembetreuung.';

const refusal: Messages['refusal'] = {
  say: explainRefusals({
    language: 'de',
    notDone,
    status: (word) => `„${status.work(word, word)}“`,
    unitStatus: (word) => `„${status.unit(word)}“`,
    needs: (needs) => known(permissions, needs) ?? needs,
    more,
    yes: 'ja',
    no: 'nein',
    notApplicable: 'nicht zutreffend',
    empty: 'nichts',
    codes: {
      blocked: ({ blockers, warnings }) =>
        warnings
          ? [`Noch nicht bestätigt: ${warnings}.`, 'Prüfen Sie es noch einmal und bestätigen Sie.']
          : [blockers ? `Es fehlt noch: ${blockers}.` : 'Es fehlt noch etwas.', 'Erledigen Sie das zuerst.'],
      'not-permitted': ({ needs }) => [needs ? `Nötig ist: ${needs}.` : 'Sie dürfen das nicht.', lead],
      'wrong-status': (facts) => [
        facts.status ? `Der Status ist ${facts.status}.` : 'Der Status lässt es nicht zu.',
        'Warten Sie, bis er sich ändert, oder fragen Sie Ihre Leitung.',
      ],
      'wrong-part': ({ partNumber, expected }) => [
        `${partNumber || 'Dieses Teil'} gehört nicht hierher${expected && `, sondern ${expected}`}.`,
        'Legen Sie es zurück und scannen Sie das richtige.',
      ],
      'not-installable': (facts) => [
        facts.state ? `${unitOf(facts)} ist ${facts.state}.` : 'Dieses Teil kann nicht eingebaut werden.',
        another,
      ],
      'scan-required': () => ['Hier muss gescannt werden.', 'Scannen Sie das Etikett.'],
      stale: ({ yours, theirs, by }) =>
        yours
          ? [
              `Sie haben ${yours} eingegeben; inzwischen steht dort ${theirs}${by && ` von ${by}`}.`,
              'Behalten Sie Ihren Wert oder übernehmen Sie den anderen.',
            ]
          : ['Es hat sich inzwischen geändert.', 'Prüfen Sie es und versuchen Sie es erneut.'],
      invalid: (facts) => [`${it(facts)} passt hier nicht.`, 'Berichtigen Sie die Eingabe.'],
      locked: (facts) => [
        `Der Lauf ist ${facts.status || 'geschlossen'}.`,
        'Lassen Sie ihn für Änderungen wieder öffnen.',
      ],
      rule: ({ message }) => [
        message || 'Das System nennt keinen Grund.',
        'Berichtigen Sie es oder fragen Sie Ihre Leitung.',
      ],
      reauthenticate: () => [
        'Das System muss wissen, dass Sie es sind.',
        'Weisen Sie sich aus und versuchen Sie es erneut.',
      ],
      'not-found': ({ message }) => [
        message ? `„${message}“ wurde nicht gefunden.` : 'Es ist nicht mehr da.',
        'Prüfen Sie das Etikett oder laden Sie den Lauf neu.',
      ],
      'not-supported': () => ['Das angeschlossene System kann das nicht.', lead],
    },
    reasons: {
      'not-a-number': (facts) => [
        `${it(facts)} ist keine Zahl.`,
        `Verwenden Sie nur Ziffern und „${facts.decimalSign}“.`,
      ],
      'ambiguous-number': (facts) => [
        `${it(facts)} kann zwei Zahlen bedeuten.`,
        `Verwenden Sie „${facts.decimalSign}“ für Dezimalen und kein Zeichen für Tausender.`,
      ],
      'not-a-date': (facts) => [`${it(facts)} ist kein Datum.`, 'Geben Sie Tag, Monat und Jahr ein.'],
      'not-an-option': (facts) => [`${it(facts)} steht nicht zur Wahl.`, 'Wählen Sie aus der Liste.'],
      'not-a-value': (facts) => [`${it(facts)} passt nicht in dieses Feld.`, 'Geben Sie es neu ein.'],
      'comment-needed': () => ['Eine Ablehnung braucht einen Kommentar.', 'Sagen Sie, warum.'],
      'rationale-needed': () => [
        'Eine Abweichung braucht einen Grund.',
        'Sagen Sie, warum sie zulässig ist.',
      ],
      'text-needed': () => ['Der Text ist leer.', 'Geben Sie einen Text ein.'],
      'not-applicable-not-allowed': () => ['Es trifft immer zu.', 'Geben Sie einen Wert ein.'],
      'not-out-of-range': () => ['Der Wert liegt in den Grenzen.', 'Es gibt nichts anzunehmen.'],
      upstream: ({ waitsFor }) => [
        `Es wartet auf ${waitsFor || 'einen anderen Schritt'}.`,
        'Schließen Sie das zuerst ab.',
      ],
      parent: ({ waitsFor }) => [
        `${waitsFor || 'Der Schritt darüber'} ist nicht in Arbeit.`,
        'Beginnen Sie das zuerst.',
      ],
      'already-checked-in': () => ['Sie sind schon angemeldet.', 'Arbeiten Sie weiter.'],
      'not-checked-in': () => ['Sie sind nicht angemeldet.', 'Melden Sie sich zuerst an.'],
      role: ({ needs }) => [
        `Hier unterschreibt nur: ${needs || 'eine andere Rolle'}.`,
        'Fragen Sie eine Person mit dieser Rolle.',
      ],
      permission: ({ needs }) => [`Ihnen fehlt das Recht: ${needs || 'unbekannt'}.`, lead],
      'peer-review': ({ needs }) => [
        'Sie haben selbst daran gearbeitet.',
        `Fragen Sie eine andere Person${needs && ` mit der Rolle ${needs}`}.`,
      ],
      'unit-status': (facts) => [
        `${unitOf(facts)} ist ${facts.state || 'nicht verfügbar'}${facts.unitReason && `: ${facts.unitReason}`}.`,
        another,
      ],
      'kitted-elsewhere': (facts) => [`${unitOf(facts)} ist für einen anderen Lauf kommissioniert.`, another],
      'already-installed': (facts) => [
        `${unitOf(facts)} ist hier schon eingebaut.`,
        'Nehmen Sie das nächste.',
      ],
      'too-many': ({ remaining }) => [
        remaining === '0' ? 'Hier ist alles eingebaut.' : `Hier fehlen nur noch ${remaining || 'weniger'}.`,
        remaining === '0' ? 'Bauen Sie zum Tauschen zuerst eines aus.' : 'Verringern Sie die Menge.',
      ],
      'not-enough': (facts) => [
        `Von ${facts.unit || 'diesem Teil'} gibt es nur ${facts.available || 'weniger'}.`,
        'Verringern Sie die Menge oder nehmen Sie ein anderes.',
      ],
      'quantity-one': (facts) => [`${unitOf(facts)} ist ein einzelnes Stück.`, 'Setzen Sie die Menge auf 1.'],
      'quantity-needed': () => ['Die Menge ist null.', 'Geben Sie ein, wie viel Sie einbauen.'],
      'nothing-installed': () => ['Es ist nicht mehr eingebaut.', 'Prüfen Sie die Liste.'],
    },
  }),
};

const fault: Messages['fault'] = explainFaults({
  notDone,
  unsure: (name) => `${name} wurde vielleicht nicht gespeichert.`,
  kept: 'Ihre Eingabe bleibt erhalten.',
  notLoaded: 'Der Lauf konnte nicht geladen werden.',
  why: {
    offline: 'Es besteht keine Verbindung.',
    timeout: 'Das System hat nicht rechtzeitig geantwortet.',
    'rate-limited': 'Das System ist ausgelastet.',
    unavailable: 'Das System ist nicht erreichbar.',
    unauthorized: 'Das System weiß nicht, wer Sie sind.',
    'not-found': 'Das System kennt es nicht.',
    malformed: 'Die Antwort des Systems ergibt keinen Sinn.',
    'storage-full': 'Der Speicher dieses Geräts ist voll.',
    'storage-blocked': 'Dieses Gerät lässt die Seite nichts speichern.',
    unsupported: 'Das System oder dieser Browser kann das nicht.',
    internal: 'Etwas ist schiefgegangen.',
  },
  next: {
    unauthorized: 'Weisen Sie sich aus und versuchen Sie es erneut.',
    'not-found': 'Prüfen Sie den Lauf oder fragen Sie Ihre Leitung.',
    malformed: support,
    'storage-full': 'Schaffen Sie Platz und versuchen Sie es erneut.',
    'storage-blocked': 'Schließen Sie andere Tabs dieser Seite oder erlauben Sie ihr das Speichern.',
    unsupported: support,
  },
  tryAgain: (seconds) =>
    seconds > 0
      ? `Versuchen Sie es in ${counted('de', seconds, { one: 'Sekunde', other: 'Sekunden' })} erneut.`
      : 'Versuchen Sie es erneut.',
  safe: 'Nichts wird doppelt erfasst.',
});

/** The tables are exhaustive because their type is that of the codes. */
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
    line: lines({
      'empty-field': (label) => `${label} ist leer`,
      'out-of-range': (label) => `${label} liegt außerhalb der Grenzen`,
      'failed-check': (label) => `${label} ist nicht bestanden`,
      'unapproved-signoff': (label) => `${label} ist nicht freigegeben`,
      'rejected-signoff': (label) => `${label} wurde abgelehnt`,
      'stale-signoff': (label) => `${label}: Werte nach der Freigabe geändert`,
      'uninstalled-requirement': (label) => `${label} ist nicht eingebaut`,
      'not-checked-in': (label) => `Sie sind nicht angemeldet: ${label}`,
      'upload-pending': (label) => `${label} wird noch hochgeladen`,
      'incomplete-step': (label) => `${label} ist nicht abgeschlossen`,
      'open-gate': (label) => `${label} ist nicht freigegeben`,
      'blocking-issue': (label) => `Issue ${label} ist nicht gelöst`,
    }),
  },
  warning: {
    line: lines({
      'open-issue': (label) => `Issue ${label} ist offen`,
      'open-redline': (label) => `Redline ${label} ist offen`,
      'out-of-range-without-issue': (label) => `${label} liegt außerhalb der Grenzen und hat kein Issue`,
      'stale-signoff': (label) => `${label}: Werte nach der Freigabe geändert`,
      'unfinished-step': (label) => `${label} wurde begonnen und nicht beendet`,
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
