import type { DeskWords } from '../../desk-speech.js';

export const nl: DeskWords = {
  heading: 'Documenten controleren', wrongRole: 'Hier werken alleen boekhouding, inkoop en operationeel management. Meld u af en kies een van die rollen.', loading: 'Een ogenblik…',
  lay: 'Documenten neerleggen: PDF, scans, XML, EDI of e-mails (.eml)', state: 'Stand', all: 'Alle', find: 'Bestand, nummer of leverancier', search: 'Zoeken', empty: 'Er liggen geen documenten.', noneOfThese: 'Hiervan zijn er geen.',
  documents: 'Documenten', columns: ['Document', 'Stand', 'Nummer', 'Leverancier', 'Totaal', 'Binnengekomen'], before: 'Vorige', after: 'Volgende', shown: (from, to, of) => `${from}–${to} van ${of}`,
  hereAlready: (file) => `${file} is er al en wordt niet nog eens gelezen.`, beingRead: (file) => `${file} wordt gelezen.`, tried: (n) => `${n} keer geprobeerd.`, notFilled: 'De documenten konden niet worden geladen.',
  learned: 'Wat van leveranciers is geleerd', nothingLearned: 'Nog niets. Een correctie leert iets zodra het document is bevestigd.', forget: 'Vergeten', forgetWhat: (field, supplier) => `${field} van ${supplier} vergeten`,
  states: { needs_review: 'Te controleren', read: 'Gelezen', new: 'Wordt gelezen', failed: 'Onleesbaar', reviewed: 'Bevestigd', rejected: 'Afgewezen' },
  types: {
    invoice: 'Factuur', credit_note: 'Creditnota', purchase_order: 'Inkooporder', order_confirmation: 'Orderbevestiging', delivery_note: 'Leverbon', packing_slip: 'Paklijst', bill_of_lading: 'Vrachtbrief',
    proof_of_delivery: 'Afleverbewijs', statement: 'Rekeningoverzicht', other: 'Anders',
  },
  allDocuments: '‹ Alle documenten', file: 'Bestand', answer: 'Antwoord aan de afzender', nextDocument: 'Volgende ›', page: 'Pagina', pageBefore: 'Vorige pagina', pageAfter: 'Volgende pagina', pageOf: (n, of) => `Pagina ${n} van ${of}`,
  pictureOf: (n) => `Pagina ${n} van het document`, wordsOf: (n) => `Woorden van pagina ${n}`, drawing: (n) => `Pagina ${n} wordt getekend…`, notDrawn: 'De pagina kan niet worden getekend.', notOpened: 'Het document kon niet worden geopend.',
  waitsToBeRead: 'Het wacht om gelezen te worden', notRead: 'Het kon niet worden gelezen.', type: 'Soort', checks: 'Controles', holds: ' klopt', fails: ' klopt niet', readAs: (what) => `Gelezen als ${what}.`,
  confirm: 'Bevestigen', confirmDespite: 'Toch bevestigen', reject: 'Afwijzen', rejectAsk: 'Afwijzen…', why: 'Waarom wordt het afgewezen?', back: 'Terug', history: 'Geschiedenis', lines: 'Regels', none: 'Geen.', addLine: 'Regel toevoegen', line: (n, what) => `Regel ${n}, ${what}`,
  keys: 'Toetsen: Enter gaat naar de volgende twijfelachtige waarde en dan naar Bevestigen; ↑ ↓ van veld naar veld; F2 naar de pagina, waar pijlen van woord naar woord gaan, Enter er een neemt, Shift+Enter meer, Esc terugleidt; Ctrl+Enter bevestigt.',
  was: (before) => `was ${before}`, corrected: 'gecorrigeerd', notFound: 'niet gevonden', sure: (percent) => `${percent} % zeker`, reopen: 'Heropenen', readAgain: 'Nog eens lezen', somebody: 'iemand',
  confirmedBy: (who) => `Bevestigd door ${who}.`, rejectedBy: (who, why) => `Afgewezen door ${who}: ${why}`, toLookAt: (n) => (n === 1 ? '1 waarde om te bekijken.' : `${n} waarden om te bekijken.`), checkFails: 'Een controle klopt niet.', clean: 'Niets is twijfelachtig.',
  notKept: 'Het kon niet worden bewaard.', putRight: 'Een waarde kon niet worden overgenomen; zet die eerst recht.', notDone: 'Dat kon niet.', done: { confirm: 'Bevestigd', reject: 'Afgewezen', reopen: 'Heropend' }, taught: (what) => `Geleerd: ${what}.`,
  lineColumns: { sku: 'Artikel', description: 'Omschrijving', quantity: 'Aantal', unit: 'Eenheid', unitPrice: 'Prijs', amount: 'Bedrag' },
  fields: {
    number: 'Nummer', issueDate: 'Datum', dueDate: 'Vervaldatum', deliveryDate: 'Leverdatum', orderReference: 'Order', invoiceReference: 'Factuur', supplierName: 'Leverancier', supplierVat: 'Btw-nummer leverancier', buyerName: 'Koper', buyerVat: 'Btw-nummer koper',
    currency: 'Valuta', netAmount: 'Nettobedrag', taxAmount: 'Btw', totalAmount: 'Totaal', iban: 'IBAN', bic: 'BIC', paymentTerms: 'Betalingsvoorwaarden', carrier: 'Vervoerder', trackingNumber: 'Volgnummer zending',
  },
  checkNames: {
    lines_sum_to_net: 'Regels maken het netto', net_plus_tax_is_total: 'Netto en btw maken het totaal', taxes_sum_to_tax: 'Tarieven maken de btw', lines_multiply: 'Aantal maal prijs is het bedrag', dates_in_order: 'Volgorde van datums', iban_valid: 'IBAN geldig', line_count_matches: 'Aantal regels',
  },
  belongsTo: 'Hoort bij', comparing: 'Vergelijken met orders en ontvangsten…', notCompared: 'Het kon niet worden vergeleken.', mayRepeat: (bill, sure, why) => `Misschien al geboekt als ${bill} (${sure}): ${why}.`, rejectDuplicate: 'Als dubbel afwijzen', duplicateOf: (bill) => `Dubbel van ${bill}`,
  differences: 'Verschillen', passes: ' (toegestaan)', likely: (cause) => `Waarschijnlijk: ${cause}`, waiting: 'Wachtende klantorders', promised: (day) => ` · beloofd voor ${day}`, broken: ' · niet te halen', toDo: 'Wat te doen', propose: 'Voorstellen', proposeWhat: (what) => `Voorstellen: ${what}`,
  proposals: 'Voorstellen', notProposed: 'Het kon niet worden voorgesteld.',
  form: { not_compared: (why) => `Niet vergeleken: ${why}.`, noPaper: 'het is geen inkoopdocument', none: 'Geen inkooporder past.', unclear: 'Er kunnen meer orders bedoeld zijn; iemand moet kiezen.', agreesTwice: 'Komt overeen met de order, maar kwam misschien al eens.', agrees: 'Komt overeen met de order.', differs: (n) => (n === 1 ? '1 verschil.' : `${n} verschillen.`) },
  letter: 'Bericht aan de leverancier', letterHow: 'Een concept. Lees het, verander het en stuur het vanuit uw eigen mail.', copy: 'Kopiëren', copied: 'Gekopieerd',
};
