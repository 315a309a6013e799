import type { DeskWords } from '../../desk-speech.js';

export const it: DeskWords = {
  heading: 'Verifica documenti', wrongRole: 'Qui lavorano solo contabilità, acquisti e direzione operativa. Esca e scelga uno di questi ruoli.', loading: 'Un momento…',
  lay: 'Deporre documenti: PDF, scansioni, XML, EDI o e-mail (.eml)', state: 'Stato', all: 'Tutti', find: 'File, numero o fornitore', search: 'Cerca', empty: 'Non ci sono documenti.', noneOfThese: 'Nessuno di questo tipo.',
  documents: 'Documenti', columns: ['Documento', 'Stato', 'Numero', 'Fornitore', 'Totale', 'Arrivo'], before: 'Indietro', after: 'Avanti', shown: (from, to, of) => `${from}–${to} di ${of}`,
  hereAlready: (file) => `${file} è già qui; non viene letto due volte.`, beingRead: (file) => `Lettura di ${file} in corso.`, tried: (n) => `Provato ${n} volte.`, notFilled: 'Non è stato possibile caricare i documenti.',
  learned: 'Che cosa si è imparato dei fornitori', nothingLearned: 'Ancora nulla. Una correzione insegna quando il suo documento è confermato.', forget: 'Dimentica', forgetWhat: (field, supplier) => `Dimentica ${field} di ${supplier}`,
  states: { needs_review: 'Da verificare', read: 'Letto', new: 'In lettura', failed: 'Illeggibile', reviewed: 'Confermato', rejected: 'Respinto' },
  types: {
    invoice: 'Fattura', credit_note: 'Nota di credito', purchase_order: 'Ordine', order_confirmation: 'Conferma d\'ordine', delivery_note: 'Bolla di consegna', packing_slip: 'Distinta colli', bill_of_lading: 'Lettera di vettura',
    proof_of_delivery: 'Prova di consegna', statement: 'Estratto conto', other: 'Altro',
  },
  allDocuments: '‹ Tutti i documenti', file: 'File', answer: 'Risposta al mittente', nextDocument: 'Prossimo ›', page: 'Pagina', pageBefore: 'Pagina precedente', pageAfter: 'Pagina successiva', pageOf: (n, of) => `Pagina ${n} di ${of}`,
  pictureOf: (n) => `Pagina ${n} del documento`, wordsOf: (n) => `Parole della pagina ${n}`, drawing: (n) => `Disegno della pagina ${n}…`, notDrawn: 'La pagina non si può disegnare.', notOpened: 'Non è stato possibile aprire il documento.',
  waitsToBeRead: 'Attende di essere letto', notRead: 'Non è stato possibile leggerlo.', type: 'Tipo', checks: 'Controlli', holds: ' è giusto', fails: ' è sbagliato', readAs: (what) => `Letto così: ${what}.`,
  confirm: 'Conferma', confirmDespite: 'Conferma comunque', reject: 'Respingi', rejectAsk: 'Respingi…', why: 'Perché è respinto?', back: 'Indietro', history: 'Storia', lines: 'Righe', none: 'Nessuna.', addLine: 'Aggiungi una riga', line: (n, what) => `Riga ${n}, ${what}`,
  keys: 'Tasti: Invio porta al prossimo valore dubbio e poi a Conferma; ↑ ↓ di campo in campo; F2 sulla pagina, dove le frecce vanno di parola in parola, Invio ne prende una, Maiusc+Invio di più, Esc torna indietro; Ctrl+Invio conferma.',
  was: (before) => `era ${before}`, corrected: 'corretto', notFound: 'non trovato', sure: (percent) => `sicuro al ${percent} %`, reopen: 'Riapri', readAgain: 'Rileggi', somebody: 'qualcuno',
  confirmedBy: (who) => `Confermato da ${who}.`, rejectedBy: (who, why) => `Respinto da ${who}: ${why}`, toLookAt: (n) => (n === 1 ? '1 valore da guardare.' : `${n} valori da guardare.`), checkFails: 'Un controllo non torna.', clean: 'Nulla è dubbio.',
  notKept: 'Non è stato possibile salvarlo.', putRight: 'Un valore non è stato accettato; lo corregga prima.', notDone: 'Non è stato possibile.', done: { confirm: 'Confermato', reject: 'Respinto', reopen: 'Riaperto' }, taught: (what) => `Imparato: ${what}.`,
  lineColumns: { sku: 'Articolo', description: 'Descrizione', quantity: 'Quantità', unit: 'Unità', unitPrice: 'Prezzo', amount: 'Importo' },
  fields: {
    number: 'Numero', issueDate: 'Data', dueDate: 'Scadenza', deliveryDate: 'Data di consegna', orderReference: 'Ordine', invoiceReference: 'Fattura', supplierName: 'Fornitore', supplierVat: 'Partita IVA del fornitore', buyerName: 'Acquirente', buyerVat: 'Partita IVA dell\'acquirente',
    currency: 'Valuta', netAmount: 'Imponibile', taxAmount: 'IVA', totalAmount: 'Totale', iban: 'IBAN', bic: 'BIC', paymentTerms: 'Condizioni di pagamento', carrier: 'Vettore', trackingNumber: 'Numero di spedizione',
  },
  checkNames: {
    lines_sum_to_net: 'Le righe danno l\'imponibile', net_plus_tax_is_total: 'Imponibile e IVA danno il totale', taxes_sum_to_tax: 'Le aliquote danno l\'IVA', lines_multiply: 'Quantità per prezzo dà l\'importo', dates_in_order: 'Ordine delle date', iban_valid: 'IBAN valido', line_count_matches: 'Numero di righe',
  },
  belongsTo: 'Appartiene a', comparing: 'Confronto con ordini e ricevimenti…', notCompared: 'Non è stato possibile confrontarlo.', mayRepeat: (bill, sure, why) => `Forse già registrato come ${bill} (${sure}): ${why}.`, rejectDuplicate: 'Respingi come doppione', duplicateOf: (bill) => `Doppione di ${bill}`,
  differences: 'Differenze', passes: ' (tollerata)', likely: (cause) => `Probabilmente: ${cause}`, waiting: 'Ordini di clienti in attesa', promised: (day) => ` · promesso per il ${day}`, broken: ' · non mantenibile', toDo: 'Che cosa fare', propose: 'Proponi', proposeWhat: (what) => `Proponi: ${what}`,
  proposals: 'Proposte', notProposed: 'Non è stato possibile proporlo.',
  form: { not_compared: (why) => `Non confrontato: ${why}.`, noPaper: 'non è un documento d\'acquisto', none: 'Nessun ordine corrisponde.', unclear: 'Possono essere più ordini; qualcuno deve scegliere.', agreesTwice: 'Concorda con l\'ordine, ma forse è già arrivato.', agrees: 'Concorda con l\'ordine.', differs: (n) => (n === 1 ? '1 differenza.' : `${n} differenze.`) },
  letter: 'Messaggio al fornitore', letterHow: 'Una bozza. La legga, la cambi e la invii dalla sua posta.', copy: 'Copia', copied: 'Copiato',
};
