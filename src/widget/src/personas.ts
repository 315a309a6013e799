/** The demo roles a person can sign in as, with questions to begin with. */
export interface Persona { id: string; title: string; about: string; suggestions: string[] }

export const personas: Persona[] = [
  {
    id: 'sales-rep',
    title: 'Sales representative',
    about: 'Own customers, orders and stock.',
    suggestions: [
      'Which of my orders are at risk of missing their promised ship date this week, and why?',
      'Give me a summary of Nordlicht before my call',
      'How many nitrile gloves large are free in Lyon?',
    ],
  },
  {
    id: 'warehouse-supervisor',
    title: 'Warehouse supervisor',
    about: 'Transfers, stock and receipts.',
    suggestions: [
      'Which receipts are late, and which orders wait for them?',
      'What do I do when a bin is empty during picking?',
      'Which lots of epoxy adhesive expire first?',
    ],
  },
  {
    id: 'service-agent',
    title: 'Service agent',
    about: 'Tickets, orders and deliveries.',
    suggestions: [
      'What is the status of the open orders of Brackwater Marine?',
      'How long may a customer take to return goods?',
      'Within what time must transport damage be reported?',
    ],
  },
  {
    id: 'purchaser',
    title: 'Purchaser',
    about: 'Purchase orders, suppliers and stock.',
    suggestions: [
      'Which receipts are late?',
      'What penalty does Delta Chem pay for late deliveries?',
      'What could replace GLV-NIT-L?',
    ],
  },
  {
    id: 'accountant',
    title: 'Accountant',
    about: 'Invoices, payments and credit.',
    suggestions: [
      'Which invoices are overdue, and by how much?',
      'Who may release a credit hold?',
      'What does Dorne Industries owe us?',
    ],
  },
  {
    id: 'operations-manager',
    title: 'Operations manager',
    about: 'All departments of both companies.',
    suggestions: [
      'Which orders are at risk of missing their promised ship date this week, and why?',
      'Which receipts are late and who is affected?',
      'Give me a summary of Aurélia Santé',
    ],
  },
  {
    id: 'auditor',
    title: 'Auditor',
    about: 'Documents and the audit trail.',
    suggestions: ['What is our returns policy?', 'Who decides about pricing exceptions?', 'When does a stocktake happen?'],
  },
];

export const personaById = (id: string): Persona | undefined => personas.find((p) => p.id === id);
