/** The roles with questions to begin with; a demo person can sign in as each. Their names are in the words of the language. */
export interface Persona { id: string; suggestions: string[] }

export const personas: Persona[] = [
  {
    id: 'sales-rep',
    suggestions: [
      'Which of my orders are at risk of missing their promised ship date this week, and why?',
      'Give me a summary of Nordlicht before my call',
      'How many nitrile gloves large are free in Lyon?',
    ],
  },
  {
    id: 'warehouse-supervisor',
    suggestions: [
      'Which receipts are late, and which orders wait for them?',
      'What do I do when a bin is empty during picking?',
      'Which lots of epoxy adhesive expire first?',
    ],
  },
  {
    id: 'service-agent',
    suggestions: [
      'What is the status of the open orders of Brackwater Marine?',
      'How long may a customer take to return goods?',
      'Within what time must transport damage be reported?',
    ],
  },
  {
    id: 'purchaser',
    suggestions: [
      'Which receipts are late?',
      'What penalty does Delta Chem pay for late deliveries?',
      'What could replace GLV-NIT-L?',
    ],
  },
  {
    id: 'accountant',
    suggestions: [
      'Which invoices are overdue, and by how much?',
      'Who may release a credit hold?',
      'What does Dorne Industries owe us?',
    ],
  },
  {
    id: 'operations-manager',
    suggestions: [
      'Which orders are at risk of missing their promised ship date this week, and why?',
      'Which receipts are late and who is affected?',
      'Give me a summary of Aurélia Santé',
    ],
  },
  {
    id: 'auditor',
    suggestions: ['What is our returns policy?', 'Who decides about pricing exceptions?', 'When does a stocktake happen?'],
  },
];

export const personaById = (id: string): Persona | undefined => personas.find((p) => p.id === id);
