import type { Permission } from '../../domain/run.js';
import type { Messages } from '../en.js';
import { explainRefusals } from '../explain.js';
import { known } from '../phrases.js';
import { more } from './lists.js';
import { notDone } from './not-done.js';
import { status } from './status.js';

const again = 'und versuchen Sie es erneut.';
const another = 'Nehmen Sie ein anderes.';
const lead = 'Fragen Sie Ihre Leitung.';

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

export const refusal: Messages['refusal'] = {
  say: explainRefusals({
    language: 'de',
    notDone,
    quoted: (text) => `„${text}“`,
    it: 'Die Eingabe',
    status: (word, of) => `„${status[of](word)}“`,
    permission: (permission) => known<string>(permissions, permission) ?? permission,
    somebody: {
      permission: 'Ihre Leitung',
      role: 'eine Person mit der Rolle {needs}',
      'peer-review': 'eine andere Person mit der Rolle {needs}',
    },
    more,
    empty: 'nichts',
    vague: `Das System nennt keinen Grund.|${lead}`,
    cases: {
      blocked: `Es fehlt noch: {blockers}.|Erledigen Sie das ${again}`,
      unacknowledged: 'Noch nicht bestätigt: {warnings}.|Prüfen Sie es noch einmal und bestätigen Sie.',
      upstream: `Es wartet auf {waitsFor}.|Schließen Sie das ab ${again}`,
      parent: `{waitsFor} ist nicht in Arbeit.|Beginnen Sie das ${again}`,
      'not-permitted': `Sie dürfen das nicht.|${lead}`,
      permission: 'Ihnen fehlt das Recht „{needs}“.|Fragen Sie {who}.',
      role: 'Hier unterschreibt nur: {needs}.|Fragen Sie {who}.',
      'peer-review': 'Sie haben selbst daran gearbeitet.|Fragen Sie {who}.',
      'wrong-status':
        'Der Status ist {status}.|Warten Sie, bis er sich ändert, oder fragen Sie Ihre Leitung.',
      'not-started': `Der Schritt ist noch nicht begonnen.|Beginnen Sie ihn ${again}`,
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
      'not-enough':
        'Von {unit} gibt es nur {available}.|Verringern Sie die Menge oder nehmen Sie ein anderes.',
      'quantity-one': 'Hier geht ein Stück auf einmal hinein.|Setzen Sie die Menge auf 1.',
      'quantity-needed': 'Die Menge ist 0.|Geben Sie ein, wie viel Sie einbauen.',
      'nothing-installed': 'Es ist nicht mehr eingebaut.|Prüfen Sie die Liste.',
      expired: `{unit} ist am {expires} abgelaufen.|${another}`,
      'serial-needed': `{unit} hat keine Seriennummer, und dieses Teil wird nach Seriennummer verfolgt.|${another}`,
      'lot-needed': `{unit} hat keine Charge, und dieses Teil wird nach Charge verfolgt.|${another}`,
      'designator-needed': 'Es fehlt, wohin es kommt.|Wählen Sie {expected}.',
      'designator-filled': '{message} ist schon bestückt.|Wählen Sie einen anderen Platz[: {expected}].',
      'not-made-here': 'Dieses Teil wird nicht hier gefertigt.|Nehmen Sie eines aus dem Lager.',
      'made-here': 'Dieses Teil wird hier gefertigt und nicht dem Lager entnommen.|Bauen Sie es.',
      'parts-missing': 'Was hineinkommt, ist noch nicht alles da: {blockers}.|Bauen Sie das zuerst ein.',
      'inside-made': 'Es steckt in einem Teil, das hier gefertigt wurde.|Bauen Sie dieses Teil zuerst aus.',
      'serial-taken': '{it} ist schon vergeben.|Geben Sie eine andere Seriennummer ein.',
      stale: `Es hat sich inzwischen geändert.|Prüfen Sie es ${again}`,
      'stale-value':
        'Sie haben {yours} eingegeben; inzwischen steht dort {theirs}[, von {by}].|Behalten Sie Ihren Wert oder übernehmen Sie den anderen.',
      invalid: '{it} passt hier nicht.|Berichtigen Sie die Eingabe.',
      'not-a-unit': '{it} ist hier keine bekannte Einheit.|Geben Sie die Zahl in der Einheit des Feldes ein.',
      'other-unit': '{it} misst etwas anderes.|Geben Sie die Zahl in der Einheit des Feldes ein.',
      'reason-needed': 'Eine Änderung braucht einen Grund.|Sagen Sie, warum Sie ändern.',
      'issue-needed': 'Eine Ausnahme braucht ein Issue.|Öffnen oder wählen Sie eines.',
      'disposition-needed': 'Es fehlt, was damit werden soll.|Wählen Sie es.',
      'issue-status': 'Das Issue ist {status}.|Sehen Sie es sich noch einmal an.',
      'rework-otherwise':
        'Hier wird anders nachgearbeitet.|Sehen Sie sich den Schritt noch einmal an, oder fragen Sie Ihre Leitung.',
      'times-crossed':
        'Die Zeiten passen nicht.|Die Abmeldung muss nach der Anmeldung liegen, nicht in der Zukunft, und niemand ist zugleich zweimal angemeldet.',
      'redline-empty': 'Es würde sich nichts ändern.|Sagen Sie, was anders werden soll.',
      'redline-unfit': '{it} lässt sich so nicht ändern.|Sehen Sie sich die Änderung noch einmal an.',
      'redline-status': 'Die Redline ist {status}.|Sehen Sie sie sich noch einmal an.',
      'recorded-already':
        'Zu {it} ist schon etwas erfasst.|Nehmen Sie das zuerst heraus, oder lassen Sie es stehen.',
      'both-in-redline':
        'Eine Abhängigkeit kommt hinzu, während beide Schritte in Redline sind.|Setzen Sie zuerst {waitsFor} in Redline.',
      'waits-for-itself':
        'Der Schritt würde über {waitsFor} auf sich selbst warten.|Wählen Sie einen anderen Schritt.',
      'other-role': '{it} hat nicht die Rolle {needs}.|Wählen Sie eine Person, die sie hat.',
      'tool-unavailable': `{tool} ist nicht verfügbar[: {toolReason}].|${another}`,
      'tool-overdue': `Die Kalibrierung von {tool} ist am {due} abgelaufen.|${another}`,
      'tool-other': `{tool} ist nicht das richtige Werkzeug[, sondern {expected}].|${another}`,
      'removed-already': 'Es wurde schon entfernt.|Es ist nichts zu tun.',
      'in-batch': 'Der Lauf ist schon im Los {it}.|Lösen Sie ihn zuerst dort heraus.',
      'not-in-batch': 'Der Lauf ist in keinem Los.|Es ist nichts zu tun.',
      'not-alike': 'Der Schritt ist dort nicht derselbe.|Erledigen Sie ihn dort für sich.',
      unreadable: `Was dort erfasst ist, lässt sich nicht lesen.|${lead}`,
      'not-recognized':
        'Das System kennt diesen Ausweis oder diese PIN nicht.|Versuchen Sie es erneut, oder fragen Sie Ihre Leitung.',
      'too-many-tries':
        'Es gab zu viele falsche Versuche.|Warten Sie eine Minute und versuchen Sie es erneut.',
      'proof-refused': 'Der Nachweis, wer Sie sind, gilt nicht mehr.|Weisen Sie sich noch einmal aus.',
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
      'not-found': '{it} wurde nicht gefunden.|Prüfen Sie die Eingabe oder laden Sie den Lauf neu.',
      'not-supported': `Das angebundene System kann das nicht.|${lead}`,
    },
  }),
};
