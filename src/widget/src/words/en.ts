/** What the chat says, in English; the other languages have the same keys. Functions take what is filled in. */
export const en = {
  // the frame
  open: 'Ask the copilot', close: 'Close', fresh: 'New', freshLong: ' conversation', history: 'History', inbox: 'Exceptions', signOut: 'Sign out', language: 'Language',
  conversation: 'Conversation', wholePage: 'Full page', backToPanel: 'Back to the panel', more: 'More',
  companies: (n: number) => `${n} companies`,
  // sign-in
  who: 'Who is asking?', practice: 'This is the practice company, Meridian. Each role sees what its own rights in the ERP allow, and nothing else.',
  signIn: 'Sign in', signingIn: 'Signing in…', signInFailed: 'Signing in failed.', signInAgain: 'Sign in again', noToken: 'This page could not sign you in. Reload it, or tell whoever runs it.',
  roles: {
    'sales-rep': ['Sales representative', 'Own customers, orders and stock.'], 'warehouse-supervisor': ['Warehouse supervisor', 'Transfers, stock and receipts.'],
    'service-agent': ['Service agent', 'Tickets, orders and deliveries.'], purchaser: ['Purchaser', 'Purchase orders, suppliers and stock.'],
    accountant: ['Accountant', 'Invoices, payments and credit.'], 'operations-manager': ['Operations manager', 'All departments of both companies.'],
    auditor: ['Auditor', 'Documents and the audit trail.'],
  } as Record<string, string[]>,
  // the start
  need: 'What do you need to know?', promise: 'Answers come from the company\'s documents and from Odoo, with every source one click away.', begin: 'Questions to begin with',
  // asking
  question: 'Your question', placeholder: 'Ask a question…', ask: 'Ask', stop: 'Stop', attach: 'Attach files', attachTitle: 'Attach files to ask about',
  filesToAsk: 'Files to ask about', sending: (name: string) => `Sending ${name}`, remove: (name: string) => `Remove ${name}`, drop: 'Drop files here to ask about them',
  goingOn: (names: string, n: number) => `Going on with ${names}. A new conversation leaves ${n === 1 ? 'it' : 'them'} aside.`,
  tooLong: (over: string, limit: string) => `${over} characters too many: at most ${limit} are read.`,
  sent: (percent: number) => `${percent} % sent`, beingRead: 'being read…', fileEmpty: 'The file is empty.', fileLarge: (mb: number) => `The file is larger than ${mb} MB.`,
  fileUnread: 'The file could not be read.', mostFiles: (n: number) => `At most ${n} files can be asked about at once.`, sendingFile: (name: string) => `Sending ${name}…`,
  fileReady: (name: string, note: string) => `${name} is ready to be asked about. ${note}`, fileGone: (name: string) => `${name} was removed.`,
  // an answer
  reading: 'Reading the question…', lookingUp: 'Looking it up…', stopped: 'Stopped.', exchange: 'Question and answer', youAsked: 'You asked: ', attached: 'Attached files', steps: 'How it was looked up',
  milliseconds: (n: string) => `${n} ms`, callOutcome: { ok: 'done', denied: 'not allowed', failed: 'failed', timed_out: 'took too long' } as Record<string, string>,
  sources: 'Sources', moreSources: (n: number) => `${n} more sources`, openSource: (n: string) => `Open source ${n}`, copy: 'Copy', copied: 'Copied', copyByHand: 'Select and copy by hand', edit: 'Edit', again: 'Ask again',
  helpful: 'Helpful', notHelpful: 'Not helpful', thanks: 'Thank you, your rating was kept.', whyNot: 'What was wrong?', comment: 'Comment (may be left empty)', send: 'Send', skip: 'Skip',
  reasons: { wrong: 'A number or fact is wrong', other_question: 'Not what I asked', missing: 'Something is missing', old: 'Out of date', unclear: 'Hard to understand' } as Record<string, string>,
  answer: (text: string) => `Answer: ${text}`, earlier: 'Show earlier questions', loading: 'One moment…',
  // the line
  waiting: 'No connection. The question is sent as soon as there is one.', resuming: 'The connection was lost. The answer goes on as soon as it is back.', offline: 'No connection.', online: 'The connection is back.',
  unreachable: 'The service cannot be reached. Check the connection and try again.', signInOver: 'Your sign-in has ended. Sign in again.', status: (n: number) => `The service answered with status ${n}.`,
  wrong: 'Something went wrong here. Try again.', lost: 'The connection was lost before the answer was complete. Ask again.',
  // history
  search: 'Search your questions', noConversations: 'There are no conversations yet.', nothingFound: 'No conversation holds these words.', delete: 'Delete',
  deleteNamed: (title: string) => `Delete the conversation “${title}”`, reallyDelete: 'Really delete', turns: (n: number) => (n === 1 ? '1 question' : `${n} questions`), deleted: 'The conversation was deleted.',
  // exceptions
  noExceptions: 'Nothing is out of the ordinary.', openExceptions: (n: number) => (n === 1 ? '1 open exception' : `${n} open exceptions`), newExceptions: (n: number) => (n === 1 ? '1 new exception.' : `${n} new exceptions.`),
  scanned: (at: string) => `Looked at ${at}`, cause: 'Cause', impact: 'Impact', confidence: 'Confidence', records: 'Records', firstSeen: 'Since', acting: 'I deal with it', dismiss: 'Not a problem', whyDismiss: 'Why? (for the others)', resolve: 'Solved', back: 'Back', askAbout: 'Ask about it',
  score: 'Urgency', role: 'For',
  impactNames: { revenue: 'Revenue', margin: 'Margin', customerClass: 'Customer class', sla: 'Promise', recoverable: 'Can still be kept' } as Record<string, string>,
  // cards
  csv: 'Save as CSV', table: (title: string) => `${title}, table`, shown: (n: number, of: number) => `${n} of ${of} shown.`, before: 'against the period before', openInOdoo: 'Open in Odoo',
  chart: (title: string) => `${title}, chart`, asTable: 'Show as table', asChart: 'Show as chart', interval: (percent: number) => `${percent} % interval`, lowest: (p: number) => `lowest (${p} %)`, highest: (p: number) => `highest (${p} %)`, period: 'Period',
  yes: 'yes', no: 'no', day: 'day', days: 'days',
  // a source
  source: 'Source', closeSource: 'Close source', sourceText: 'Source text', read: (at: string) => `read ${at}`, version: (v: string) => `version ${v}`, changed: (at: string) => `changed ${at}`,
  kinds: { passage: 'Document passage', record: 'Record', series: 'Time series', document: 'Document', calculation: 'Calculation' } as Record<string, string>,
  values: 'Values', wholeDocument: 'Open the whole document at this passage', original: 'Open the original', calculated: 'How it was calculated',
  revision: (v: string) => `revision ${v}`, page: (n: number) => `page ${n}`, pageOf: (n: number, of: number) => `page ${n} of ${of}`, pageBefore: 'Page before', pageNext: 'Next page', showPage: 'Show the page', showText: 'Show as text',
  download: 'Download the original', opening: 'Opening…', begins: (n: string) => `The document begins ${n} characters before this.`, goesOn: (n: string) => `The document goes on for ${n} characters.`,
  notOpened: 'The source cannot be opened.', notFetched: 'The original cannot be fetched.',
  // proposals
  proposal: (ref: string) => `Proposal ${ref}`, proposals: 'Proposals', changes: 'What changes', value: 'Value', now: 'Now', then: 'Then', done: 'Done', notDone: 'Not done',
  decided: { approved: (at: string) => `approved on ${at}`, rejected: (at: string) => `rejected on ${at}` }, onBehalf: (name: string) => ` (for ${name})`,
  risk: { low: 'low risk', medium: 'medium risk', high: 'high risk' } as Record<string, string>, atStake: (m: string) => `${m} at stake`, margin: (p: string) => `margin ${p}`, discount: (p: string) => `discount ${p}`, askedBy: (name: string) => `asked for by ${name}`,
  approve: 'Approve', approveWith: 'Approve with a comment', reject: 'Reject', withdraw: 'Withdraw or reject', undo: 'Undo…', why: 'Why? (may be left empty)',
  waitsForYou: (until: string) => `Waits for your decision until ${until}.`, waitsFor: (who: string, n: number, until: string) => `Waits for ${n > 1 ? `${n} approvals: ` : ''}${who}, until ${until}.`, or: ' or ',
  notYet: (what: string) => `Not done yet: ${what} It is tried again.`, aboutToRun: 'Approved, about to run.', running: 'Running…', inPart: 'Done in part', unknown: 'Not known', rejectedBy: (name: string) => `Rejected by ${name}.`, rejected: 'Rejected.', lapsed: 'Lapsed; nothing was done.',
  allProposals: 'All proposals', noSuchProposal: 'There is no proposal of this name that you may see.', forYou: 'Waiting for you', nothingForYou: 'Nothing waits for your decision.', elsewhere: 'Waiting elsewhere or running', decidedGroup: 'Decided',
  notRead: 'The proposals could not be read.', notSent: 'This could not be sent.',
  // beside a record in Odoo
  brief: 'Brief', similarCases: 'Similar cases', draftReply: 'Draft a reply', intoMessage: 'Into a message', inserted: 'The answer stands in the message below the record. Read it before you send it.', notInserted: 'There is no message to write it into here. Copy the answer instead.', noAnswer: 'There is no answer yet.', waitingForOdoo: 'Waiting for Odoo…', notSignedIn: 'The copilot could not sign you in: ', onlyInOdoo: 'This page is shown by Odoo, beside a record.',
  asNote: 'As a note', noteOn: (name: string) => `Note on ${name}`, noteHow: 'Read it, and change what should read differently. The note then stands in the record\'s history in Odoo: colleagues see it, nobody outside does.', noteText: 'Text of the note', postNote: 'Post the note',
  // handing over, and speaking
  handOver: 'Hand over', handOverHow: 'Somebody gets a to-do in Odoo, on the record this conversation last spoke of, with what was asked and answered.',
  handOverWho: 'To whom? (a colleague\'s name; empty for yourself)', handOverWhat: 'What is to be done? (empty for the last question)',
  dictate: 'Dictate', dictateTitle: 'Dictate the question; the browser may send what you say to its maker', notHeard: 'The microphone can\'t be used. Allow it in the browser, or type.',
};
