/** What the reading desk says, in English; the other languages have the same keys. */
export const en = {
  heading: 'Reading desk', wrongRole: 'Only accountants, purchasers and operations managers work at the desk. Sign out and choose such a role.', loading: 'Loading…',
  // the list
  lay: 'Lay documents on the desk: PDF, scans, XML, EDI, or e-mails (.eml)', state: 'State', all: 'All', find: 'File, number or supplier', search: 'Search', empty: 'Nothing lies on the desk.', noneOfThese: 'Nothing of this kind.',
  documents: 'Documents', columns: ['Document', 'State', 'Number', 'Supplier', 'Total', 'Arrived'], before: 'Before', after: 'Next', shown: (from: number, to: number, of: number) => `${from}–${to} of ${of}`,
  hereAlready: (file: string) => `${file} is here already; it is not read twice.`, beingRead: (file: string) => `${file} is being read.`, tried: (n: number) => `Tried ${n} times.`, notFilled: 'The desk could not be filled.',
  learned: 'What was learned of suppliers', nothingLearned: 'Nothing yet. A correction teaches when its document is confirmed.', forget: 'Forget', forgetWhat: (field: string, supplier: string) => `Forget ${field} of ${supplier}`,
  states: { needs_review: 'To review', read: 'Read', new: 'Being read', failed: 'Not readable', reviewed: 'Confirmed', rejected: 'Rejected' } as Record<string, string>,
  types: {
    invoice: 'Invoice', credit_note: 'Credit note', purchase_order: 'Purchase order', order_confirmation: 'Order confirmation', delivery_note: 'Delivery note', packing_slip: 'Packing slip',
    bill_of_lading: 'Bill of lading', proof_of_delivery: 'Proof of delivery', statement: 'Statement', other: 'Other',
  } as Record<string, string>,
  // one document
  allDocuments: '‹ All documents', file: 'File', answer: 'Answer to the sender', nextDocument: 'Next ›', page: 'Page', pageBefore: 'Page before', pageAfter: 'Page after', pageOf: (n: number, of: number) => `Page ${n} of ${of}`,
  pictureOf: (n: number) => `Page ${n} of the document`, wordsOf: (n: number) => `Words of page ${n}`, drawing: (n: number) => `Drawing page ${n}…`, notDrawn: 'The page cannot be drawn.', notOpened: 'The document could not be opened.',
  waitsToBeRead: 'It waits to be read', notRead: 'It could not be read.', type: 'Type', checks: 'Checks', holds: ' holds', fails: ' fails', readAs: (what: string) => `Read as ${what}.`,
  confirm: 'Confirm', confirmDespite: 'Confirm all the same', reject: 'Reject', rejectAsk: 'Reject…', why: 'Why is it rejected?', back: 'Back', history: 'History', lines: 'Lines', none: 'None.', addLine: 'Add a line', line: (n: number, what: string) => `Line ${n}, ${what}`,
  keys: 'Keys: Enter takes you to the next doubtful value, then to Confirm; ↑ ↓ from field to field; F2 onto the page, where arrows move from word to word, Enter takes one, Shift+Enter more, Esc leads back; Ctrl+Enter confirms.',
  was: (before: string) => `was ${before}`, corrected: 'corrected', notFound: 'not found', sure: (percent: number) => `${percent} % sure`, reopen: 'Open again', readAgain: 'Read once more', somebody: 'somebody',
  confirmedBy: (who: string) => `Confirmed by ${who}.`, rejectedBy: (who: string, why: string) => `Rejected by ${who}: ${why}`, toLookAt: (n: number) => `${n} ${n === 1 ? 'value' : 'values'} to look at.`, checkFails: 'A check fails.', clean: 'Nothing is doubtful.',
  notKept: 'It could not be kept.', putRight: 'A value could not be taken; put it right first.', notDone: 'It could not be done.', done: { confirm: 'Confirmed', reject: 'Rejected', reopen: 'Opened again' } as Record<string, string>, taught: (what: string) => `Learned: ${what}.`,
  lineColumns: { sku: 'Article', description: 'Description', quantity: 'Quantity', unit: 'Unit', unitPrice: 'Price', amount: 'Amount' } as Record<string, string>,
  fields: {
    number: 'Number', issueDate: 'Date', dueDate: 'Due date', deliveryDate: 'Delivery date', orderReference: 'Order', invoiceReference: 'Invoice reference', supplierName: 'Supplier', supplierVat: 'Supplier VAT number', buyerName: 'Buyer', buyerVat: 'Buyer VAT number',
    currency: 'Currency', netAmount: 'Net amount', taxAmount: 'Tax', totalAmount: 'Total', iban: 'IBAN', bic: 'BIC', paymentTerms: 'Payment terms', carrier: 'Carrier', trackingNumber: 'Tracking number',
  } as Record<string, string>,
  checkNames: {
    lines_sum_to_net: 'Lines sum to net', net_plus_tax_is_total: 'Net plus tax is total', taxes_sum_to_tax: 'Taxes sum to tax', lines_multiply: 'Lines multiply', dates_in_order: 'Dates in order', iban_valid: 'IBAN valid', line_count_matches: 'Line count matches',
  } as Record<string, string>,
  // what it belongs to
  belongsTo: 'Belongs to', comparing: 'Comparing with orders and receipts…', notCompared: 'It could not be compared.', mayRepeat: (bill: string, sure: string, why: string) => `May have been entered before as ${bill} (${sure}): ${why}.`, rejectDuplicate: 'Reject as a duplicate', duplicateOf: (bill: string) => `Duplicate of ${bill}`,
  differences: 'Differences', passes: ' (passes)', likely: (cause: string) => `Likely: ${cause}`, waiting: 'Customer orders that wait', promised: (day: string) => ` · promised ${day}`, broken: ' · can’t be kept', toDo: 'What to do', propose: 'Propose', proposeWhat: (what: string) => `Propose: ${what}`,
  proposals: 'Proposals', notProposed: 'It could not be proposed.', form: { not_compared: (why: string) => `Not compared: ${why}.`, noPaper: 'it is no paper of a purchase', none: 'No purchase order fits.', unclear: 'Several orders may be meant; a person must choose.', agreesTwice: 'It agrees with the order, but may have come before.', agrees: 'It agrees with the order.', differs: (n: number) => `${n} ${n === 1 ? 'thing differs' : 'things differ'}.` },
  letter: 'Message to the supplier', letterHow: 'A draft. Read it, change it, and send it from your own mail.', copy: 'Copy', copied: 'Copied',
};
