import type { DeskWords } from '../../desk-speech.js';

export const fr: DeskWords = {
  heading: 'Contrôle des pièces', wrongRole: 'Seuls la comptabilité, les achats et la direction des opérations travaillent ici. Déconnectez-vous et choisissez un de ces rôles.', loading: 'Un instant…',
  lay: 'Déposer des pièces : PDF, scans, XML, EDI ou e-mails (.eml)', state: 'État', all: 'Toutes', find: 'Fichier, numéro ou fournisseur', search: 'Chercher', empty: 'Aucune pièce ne vous attend.', noneOfThese: 'Aucune de cette sorte.',
  documents: 'Pièces', columns: ['Pièce', 'État', 'Numéro', 'Fournisseur', 'Total', 'Arrivée'], before: 'Précédent', after: 'Suivant', shown: (from, to, of) => `${from}–${to} sur ${of}`,
  hereAlready: (file) => `${file} est déjà là ; il n'est pas lu deux fois.`, beingRead: (file) => `Lecture de ${file} en cours.`, tried: (n) => `Essayé ${n} fois.`, notFilled: 'Les pièces n\'ont pas pu être chargées.',
  learned: 'Ce qui a été appris des fournisseurs', nothingLearned: 'Rien encore. Une correction apprend quelque chose quand sa pièce est confirmée.', forget: 'Oublier', forgetWhat: (field, supplier) => `Oublier ${field} de ${supplier}`,
  states: { needs_review: 'À vérifier', read: 'Lue', new: 'En lecture', failed: 'Illisible', reviewed: 'Confirmée', rejected: 'Rejetée' },
  types: {
    invoice: 'Facture', credit_note: 'Avoir', purchase_order: 'Commande', order_confirmation: 'Confirmation de commande', delivery_note: 'Bon de livraison', packing_slip: 'Liste de colisage', bill_of_lading: 'Lettre de voiture',
    proof_of_delivery: 'Preuve de livraison', statement: 'Relevé', other: 'Autre',
  },
  allDocuments: '‹ Toutes les pièces', file: 'Fichier', answer: 'Réponse à l\'expéditeur', nextDocument: 'Suivante ›', page: 'Page', pageBefore: 'Page précédente', pageAfter: 'Page suivante', pageOf: (n, of) => `Page ${n} sur ${of}`,
  pictureOf: (n) => `Page ${n} de la pièce`, wordsOf: (n) => `Mots de la page ${n}`, drawing: (n) => `Dessin de la page ${n}…`, notDrawn: 'La page ne peut pas être dessinée.', notOpened: 'La pièce n\'a pas pu être ouverte.',
  waitsToBeRead: 'La pièce attend d\'être lue', notRead: 'La pièce n\'a pas pu être lue.', type: 'Type', checks: 'Contrôles', holds: ' est juste', fails: ' est faux', readAs: (what) => `Lu ainsi : ${what}.`,
  confirm: 'Confirmer', confirmDespite: 'Confirmer quand même', reject: 'Rejeter', rejectAsk: 'Rejeter…', why: 'Pourquoi est-elle rejetée ?', back: 'Retour', history: 'Historique', lines: 'Lignes', none: 'Aucune.', addLine: 'Ajouter une ligne', line: (n, what) => `Ligne ${n}, ${what}`,
  keys: 'Touches : Entrée mène à la prochaine valeur douteuse, puis à Confirmer ; ↑ ↓ d\'un champ à l\'autre ; F2 sur la page, où les flèches vont de mot en mot, Entrée en prend un, Maj+Entrée plusieurs, Échap revient ; Ctrl+Entrée confirme.',
  was: (before) => `était ${before}`, corrected: 'corrigé', notFound: 'introuvable', sure: (percent) => `sûr à ${percent} %`, reopen: 'Rouvrir', readAgain: 'Relire', somebody: 'quelqu\'un',
  confirmedBy: (who) => `Confirmée par ${who}.`, rejectedBy: (who, why) => `Rejetée par ${who} : ${why}`, toLookAt: (n) => (n === 1 ? '1 valeur à regarder.' : `${n} valeurs à regarder.`), checkFails: 'Un contrôle échoue.', clean: 'Rien n\'est douteux.',
  notKept: 'Cela n\'a pas pu être enregistré.', putRight: 'Une valeur n\'a pas pu être prise ; corrigez-la d\'abord.', notDone: 'Cela n\'a pas pu être fait.', done: { confirm: 'Confirmée', reject: 'Rejetée', reopen: 'Rouverte' }, taught: (what) => `Appris : ${what}.`,
  lineColumns: { sku: 'Article', description: 'Désignation', quantity: 'Quantité', unit: 'Unité', unitPrice: 'Prix', amount: 'Montant' },
  fields: {
    number: 'Numéro', issueDate: 'Date', dueDate: 'Échéance', deliveryDate: 'Date de livraison', orderReference: 'Commande', invoiceReference: 'Facture', supplierName: 'Fournisseur', supplierVat: 'N° TVA du fournisseur', buyerName: 'Acheteur', buyerVat: 'N° TVA de l\'acheteur',
    currency: 'Devise', netAmount: 'Montant HT', taxAmount: 'TVA', totalAmount: 'Total', iban: 'IBAN', bic: 'BIC', paymentTerms: 'Conditions de paiement', carrier: 'Transporteur', trackingNumber: 'Numéro de suivi',
  },
  checkNames: {
    lines_sum_to_net: 'Les lignes font le montant HT', net_plus_tax_is_total: 'HT et TVA font le total', taxes_sum_to_tax: 'Les taux font la TVA', lines_multiply: 'Quantité par prix fait le montant', dates_in_order: 'Ordre des dates', iban_valid: 'IBAN valable', line_count_matches: 'Nombre de lignes',
  },
  belongsTo: 'Se rapporte à', comparing: 'Comparaison avec les commandes et réceptions…', notCompared: 'La comparaison a échoué.', mayRepeat: (bill, sure, why) => `Peut-être déjà saisie comme ${bill} (${sure}) : ${why}.`, rejectDuplicate: 'Rejeter comme doublon', duplicateOf: (bill) => `Doublon de ${bill}`,
  differences: 'Écarts', passes: ' (toléré)', likely: (cause) => `Sans doute : ${cause}`, waiting: 'Commandes clients en attente', promised: (day) => ` · promise pour le ${day}`, broken: ' · intenable', toDo: 'Que faire', propose: 'Proposer', proposeWhat: (what) => `Proposer : ${what}`,
  proposals: 'Propositions', notProposed: 'Cela n\'a pas pu être proposé.',
  form: { not_compared: (why) => `Non comparée : ${why}.`, noPaper: 'ce n\'est pas une pièce d\'achat', none: 'Aucune commande ne correspond.', unclear: 'Plusieurs commandes sont possibles ; quelqu\'un doit choisir.', agreesTwice: 'Conforme à la commande, mais peut-être déjà venue.', agrees: 'Conforme à la commande.', differs: (n) => (n === 1 ? '1 écart.' : `${n} écarts.`) },
  letter: 'Message au fournisseur', letterHow: 'Un brouillon. Lisez-le, modifiez-le et envoyez-le depuis votre propre messagerie.', copy: 'Copier', copied: 'Copié',
};
