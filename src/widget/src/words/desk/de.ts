import type { DeskWords } from '../../desk-speech.js';

export const de: DeskWords = {
  heading: 'Belegprüfung', wrongRole: 'Hier arbeiten nur Buchhaltung, Einkauf und Betriebsleitung. Melden Sie sich ab und wählen Sie eine dieser Rollen.', loading: 'Einen Moment…',
  lay: 'Belege ablegen: PDF, Scans, XML, EDI oder E-Mails (.eml)', state: 'Stand', all: 'Alle', find: 'Datei, Nummer oder Lieferant', search: 'Suchen', empty: 'Es liegt kein Beleg vor.', noneOfThese: 'Davon gibt es keine.',
  documents: 'Belege', columns: ['Beleg', 'Stand', 'Nummer', 'Lieferant', 'Gesamtbetrag', 'Eingang'], before: 'Zurück', after: 'Weiter', shown: (from, to, of) => `${from}–${to} von ${of}`,
  hereAlready: (file) => `${file} ist schon da und wird nicht noch einmal gelesen.`, beingRead: (file) => `${file} wird gelesen.`, tried: (n) => `${n}-mal versucht.`, notFilled: 'Die Belege konnten nicht geladen werden.',
  learned: 'Was über Lieferanten gelernt wurde', nothingLearned: 'Noch nichts. Eine Korrektur lehrt etwas, sobald der Beleg bestätigt ist.', forget: 'Vergessen', forgetWhat: (field, supplier) => `${field} von ${supplier} vergessen`,
  states: { needs_review: 'Zu prüfen', read: 'Gelesen', new: 'Wird gelesen', failed: 'Nicht lesbar', reviewed: 'Bestätigt', rejected: 'Abgelehnt' },
  types: {
    invoice: 'Rechnung', credit_note: 'Gutschrift', purchase_order: 'Bestellung', order_confirmation: 'Auftragsbestätigung', delivery_note: 'Lieferschein', packing_slip: 'Packzettel', bill_of_lading: 'Frachtbrief',
    proof_of_delivery: 'Abliefernachweis', statement: 'Kontoauszug', other: 'Anderes',
  },
  allDocuments: '‹ Alle Belege', file: 'Datei', answer: 'Antwort an den Absender', nextDocument: 'Nächster ›', page: 'Seite', pageBefore: 'Seite davor', pageAfter: 'Nächste Seite', pageOf: (n, of) => `Seite ${n} von ${of}`,
  pictureOf: (n) => `Seite ${n} des Belegs`, wordsOf: (n) => `Wörter der Seite ${n}`, drawing: (n) => `Seite ${n} wird gezeichnet…`, notDrawn: 'Die Seite lässt sich nicht zeichnen.', notOpened: 'Der Beleg ließ sich nicht öffnen.',
  waitsToBeRead: 'Der Beleg wartet darauf, gelesen zu werden', notRead: 'Der Beleg konnte nicht gelesen werden.', type: 'Art', checks: 'Prüfungen', holds: ' stimmt', fails: ' stimmt nicht', readAs: (what) => `Gelesen als ${what}.`,
  confirm: 'Bestätigen', confirmDespite: 'Trotzdem bestätigen', reject: 'Ablehnen', rejectAsk: 'Ablehnen…', why: 'Warum wird der Beleg abgelehnt?', back: 'Zurück', history: 'Verlauf', lines: 'Positionen', none: 'Keine.', addLine: 'Position hinzufügen', line: (n, what) => `Position ${n}, ${what}`,
  keys: 'Tasten: Enter führt zum nächsten zweifelhaften Wert und dann zu „Bestätigen“; ↑ ↓ von Feld zu Feld; F2 auf die Seite, wo die Pfeile von Wort zu Wort gehen, Enter eines übernimmt, Umschalt+Enter mehrere, Esc zurückführt; Strg+Enter bestätigt.',
  was: (before) => `war ${before}`, corrected: 'korrigiert', notFound: 'nicht gefunden', sure: (percent) => `${percent} % sicher`, reopen: 'Wieder öffnen', readAgain: 'Noch einmal lesen', somebody: 'jemandem',
  confirmedBy: (who) => `Bestätigt von ${who}.`, rejectedBy: (who, why) => `Abgelehnt von ${who}: ${why}`, toLookAt: (n) => (n === 1 ? '1 Wert ist anzusehen.' : `${n} Werte sind anzusehen.`), checkFails: 'Eine Prüfung stimmt nicht.', clean: 'Nichts ist zweifelhaft.',
  notKept: 'Das konnte nicht gespeichert werden.', putRight: 'Ein Wert ließ sich nicht übernehmen; berichtigen Sie ihn zuerst.', notDone: 'Das ging nicht.', done: { confirm: 'Bestätigt', reject: 'Abgelehnt', reopen: 'Wieder geöffnet' }, taught: (what) => `Gelernt: ${what}.`,
  lineColumns: { sku: 'Artikel', description: 'Bezeichnung', quantity: 'Menge', unit: 'Einheit', unitPrice: 'Preis', amount: 'Betrag' },
  fields: {
    number: 'Nummer', issueDate: 'Datum', dueDate: 'Fällig am', deliveryDate: 'Liefertermin', orderReference: 'Bestellung', invoiceReference: 'Rechnung', supplierName: 'Lieferant', supplierVat: 'USt-IdNr. des Lieferanten', buyerName: 'Käufer', buyerVat: 'USt-IdNr. des Käufers',
    currency: 'Währung', netAmount: 'Nettobetrag', taxAmount: 'Steuer', totalAmount: 'Gesamtbetrag', iban: 'IBAN', bic: 'BIC', paymentTerms: 'Zahlungsbedingungen', carrier: 'Spediteur', trackingNumber: 'Sendungsnummer',
  },
  checkNames: {
    lines_sum_to_net: 'Positionen ergeben den Nettobetrag', net_plus_tax_is_total: 'Netto und Steuer ergeben den Gesamtbetrag', taxes_sum_to_tax: 'Steuersätze ergeben die Steuer', lines_multiply: 'Menge mal Preis ergibt den Betrag', dates_in_order: 'Reihenfolge der Daten',
    iban_valid: 'IBAN gültig', line_count_matches: 'Zahl der Positionen',
  },
  belongsTo: 'Gehört zu', comparing: 'Bestellungen und Wareneingänge werden verglichen…', notCompared: 'Der Vergleich ging nicht.', mayRepeat: (bill, sure, why) => `Vielleicht schon erfasst als ${bill} (${sure}): ${why}.`, rejectDuplicate: 'Als Dublette ablehnen', duplicateOf: (bill) => `Dublette von ${bill}`,
  differences: 'Abweichungen', passes: ' (im Rahmen)', likely: (cause) => `Vermutlich: ${cause}`, waiting: 'Wartende Kundenaufträge', promised: (day) => ` · zugesagt ${day}`, broken: ' · nicht zu halten', toDo: 'Was zu tun ist', propose: 'Vorschlagen', proposeWhat: (what) => `Vorschlagen: ${what}`,
  proposals: 'Vorschläge', notProposed: 'Das ließ sich nicht vorschlagen.',
  form: { not_compared: (why) => `Nicht verglichen: ${why}.`, noPaper: 'es ist kein Beleg eines Einkaufs', none: 'Keine Bestellung passt.', unclear: 'Mehrere Bestellungen kommen in Frage; jemand muss wählen.', agreesTwice: 'Stimmt mit der Bestellung überein, kam aber vielleicht schon einmal.', agrees: 'Stimmt mit der Bestellung überein.', differs: (n) => (n === 1 ? '1 Abweichung.' : `${n} Abweichungen.`) },
  letter: 'Nachricht an den Lieferanten', letterHow: 'Ein Entwurf. Lesen und ändern Sie ihn, und senden Sie ihn aus Ihrem eigenen Postfach.', copy: 'Kopieren', copied: 'Kopiert',
};
