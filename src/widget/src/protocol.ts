/** The service's words, as they travel. All text is data: show it as text or through `renderAnswer`. */

export type FactKind = 'text' | 'code' | 'number' | 'quantity' | 'money' | 'percent' | 'date' | 'date_time' | 'days';

export interface Fact { name: string; kind: FactKind; value: string; unit?: string | null }

export type SourceKind = 'passage' | 'record' | 'series' | 'document' | 'calculation';

export interface Source {
  id: string;
  kind: SourceKind;
  title: string;
  uri?: string | null;
  excerpt: string;
  asOf: string;
  version?: string | null;
}

export interface TableColumn { key: string; label: string; kind: FactKind; unit?: string | null }

export type CellValue = string | number | boolean | null;

export interface TableCard { type: 'table'; title: string; sources: string[]; columns: TableColumn[]; rows: CellValue[][]; totalRows?: number | null }

export interface KeyFigure {
  label: string;
  value: string;
  kind: FactKind;
  unit?: string | null;
  changePercent?: number | null;
  tone: 'neutral' | 'good' | 'warning' | 'bad';
}

export interface KeyFiguresCard { type: 'keyfigures'; title: string; sources: string[]; items: KeyFigure[] }

export interface RecordCard { type: 'record'; title: string; sources: string[]; fields: Fact[]; uri?: string | null }

export interface ChartCard {
  type: 'chart';
  title: string;
  sources: string[];
  labels: string[];
  series: ChartSeries[];
  unit?: string | null;
}

/** One series; `lower` to `upper` is the 80 % interval, `lower95` to `upper95` the wider one. */
export interface ChartSeries {
  name: string;
  values: (number | null)[];
  lower?: (number | null)[] | null;
  upper?: (number | null)[] | null;
  lower95?: (number | null)[] | null;
  upper95?: (number | null)[] | null;
}

export interface Money { amount: number; currency: string }

/** A write that waits for the right person, as the one who looks sees it. */
export interface Proposal {
  id: string;
  tool: string;
  summary: string;
  risk: 'low' | 'medium' | 'high';
  exposure: Money;
  state: 'proposed' | 'approved' | 'rejected' | 'expired' | 'executing' | 'done' | 'failed';
  reference: string;
  approverRoles: string[];
  approvalsMissing: number;
  mayApprove: boolean;
  mayReject: boolean;
  expiresAt: string;
  changes: { label: string; old?: string | null; new?: string | null }[];
  reason?: string | null;
  warnings: string[];
  requestedBy: string;
  company?: string | null;
  margin?: number | null;
  discount?: number | null;
  decisions: { by: string; kind: 'approved' | 'rejected'; at: string; comment?: string | null; onBehalfOf?: string | null }[];
  outcome?: { kind: 'done' | 'partly' | 'not_done' | 'not_yet' | 'unknown'; summary: string; steps: { text: string; done: boolean }[] } | null;
  canUndo: boolean;
  fingerprint: string;
}

export interface ProposalCard { type: 'proposal'; title: string; sources: string[]; proposal: Proposal }

/** A text for somebody else, which a person checks, changes and sends. */
export interface DraftCard { type: 'draft'; title: string; sources: string[]; kind: string; subject?: string | null; body: string }

export type Card = TableCard | KeyFiguresCard | RecordCard | ChartCard | ProposalCard | DraftCard;

export interface ToolCall { name: string; outcome: 'ok' | 'denied' | 'failed' | 'timed_out'; durationMs: number }

export interface Turn {
  turnId: string;
  conversationId: string;
  question: string;
  answer: string;
  outcome: 'answered' | 'abstained' | 'refused' | 'failed';
  planner: 'model' | 'rules';
  degraded?: string | null;
  sources: Source[];
  toolCalls: ToolCall[];
  cards: Card[];
  startedAt: string;
  durationMs: number;
}

export type TurnUpdate = { number?: number } & (
  | { type: 'status'; text: string }
  | { type: 'token'; text: string }
  | { type: 'source'; source: Source }
  | { type: 'card'; card: Card }
  | { type: 'proposal'; proposal: unknown }
  | { type: 'turn'; turn: Turn });

/** A record of the business system. */
export interface RecordRef { model: string; id: number }

/** A question; with a `clientId` it is asked once however often it is sent, and `after` asks for the events after that number. */
export interface AskRequest { question: string; conversationId?: string; focus?: RecordRef; attachments?: string[]; clientId?: string; after?: number; language?: string }

/** Who is signed in. */
export interface Me { id: string; displayName: string; roles: string[]; companies: string[]; language: string; hasExceptions: boolean }

export interface ConversationSummary { id: string; title: string; startedAt: string; updatedAt: string; turnCount: number }
export interface Conversation { id: string; title: string; turns: Turn[] }

/** Something out of the ordinary that the service found by itself. */
export interface OpenException {
  id: string;
  kind: string;
  title: string;
  summary: string;
  cause?: string | null;
  impact: Record<string, Money | number | string | boolean | null>;
  score?: number | null;
  confidence?: number | null;
  ownerRole?: string | null;
  state: string;
  firstSeen: string;
  lastSeen: string;
  records: { model: string; id: number; name: string; uri?: string | null }[];
  actions: { tool: string; summary: string; question?: string | null }[];
}
export interface OpenExceptions { exceptions: OpenException[]; scannedAt?: string | null; stale?: string | null }

/** What became of one uploaded file. */
export interface UploadedFile {
  attachmentId?: string | null;
  file: string;
  state: 'ready' | 'refused';
  title?: string | null;
  pages?: number | null;
  passages: number;
  error?: string | null;
  notes: string[];
}

export interface Session { token: string; persona: string; displayName: string; expiresAt: string; companies?: string[] }

export interface PassagePlace { documentId: string; collection: string; headingPath: string[]; start: number; end: number; page?: number | null }

/** A page a passage stands on, with a box around each of its lines: left, top, right, bottom in points. */
export interface SourcePage { page: number; width: number; height: number; boxes: number[][] }

export interface SourceView {
  title: string;
  kind: SourceKind;
  text?: string | null;
  /** The offset of `text` in the whole document; `place` counts in the document. */
  textStart?: number;
  textLength?: number;
  format?: string | null;
  pages?: SourcePage[];
  pageCount?: number | null;
  hasOriginal?: boolean;
  fileName?: string | null;
  place?: PassagePlace | null;
  facts: Fact[];
  calculation?: { operation: string; inputs: Fact[]; result: Fact; formula: string } | null;
  uri?: string | null;
  version?: string | null;
  notes: string[];
}

/** RFC 9457 problem details. */
export interface Problem { title?: string; detail?: string; status?: number }
