import { deskSpeech } from './desk-speech.js';

/** Business documents on the reading desk: what the service says of them, and what a person makes of it. */

export type DeskState = 'new' | 'needs_review' | 'read' | 'reviewed' | 'rejected' | 'failed';

export interface Field { value: string | number; confidence: number; page?: number; box?: number[] }

export interface Line { sku?: string; description?: string; quantity?: number; unit?: string; unitPrice?: number; amount?: number }

export interface Extraction {
  type: string; typeConfidence: number; engine: string; format: string; pages: number; fields: Record<string, Field>; lines: Line[];
  checks: { name: string; ok: boolean }[]; needsReview: boolean; warnings: string[];
}

export interface Correction { name: string; before: string | null; after: string | null; by: string; at: string }

export interface DeskDocument {
  id: string; company: number; file: string; length: number; source: string; from: string; arrivedAt: string; state: DeskState; version: number; attempts: number;
  dueAt: string | null; reason: string | null; extraction: Extraction | null; corrections: Correction[]; learned: string[]; settledBy: string | null; settledAt: string | null;
}

export interface DeskDetail {
  document: DeskDocument; history: { at: string; who: string; what: string; detail: string | null }[]; pages: { number: number; width: number; height: number }[]; next: string | null;
}

export interface DeskRow {
  id: string; file: string; state: DeskState; arrivedAt: string; source: string; from: string; type: string | null; number: string | null; supplier: string | null; total: number | null;
  currency: string | null; reason: string | null; attempts: number; dueAt: string | null;
}

export interface DeskList { documents: DeskRow[]; total: number; counts: Partial<Record<DeskState, number>> }

export interface Word { text: string; box: number[] }

export interface Lesson { id: string; supplierName: string; field: string; explanation: string; by: string; at: string }

/** What a person gives for one value: typed, or picked on the page. */
export interface Given { name: string; value: string; page?: number; box?: number[] }

export interface LineGiven { from: number | null; sku: string; description: string; quantity: string; unit: string; unitPrice: string; amount: string }

/** The states in the order in which they are offered. */
export const states: readonly DeskState[] = ['needs_review', 'read', 'new', 'failed', 'reviewed', 'rejected'];

/** The fields that a form shows. */
const shown = ['number', 'issueDate', 'dueDate', 'deliveryDate', 'orderReference', 'supplierName', 'supplierVat', 'buyerName', 'currency', 'netAmount', 'taxAmount', 'totalAmount', 'iban', 'paymentTerms', 'carrier', 'trackingNumber', 'buyerVat', 'bic'];

const money = ['currency', 'netAmount', 'taxAmount', 'totalAmount'];
const usual: Record<string, readonly string[]> = {
  invoice: ['number', 'issueDate', 'dueDate', 'supplierName', 'orderReference', ...money, 'iban'],
  credit_note: ['number', 'issueDate', 'supplierName', 'invoiceReference', ...money],
  purchase_order: ['number', 'issueDate', 'deliveryDate', 'buyerName', 'supplierName', ...money],
  order_confirmation: ['number', 'issueDate', 'deliveryDate', 'orderReference', 'supplierName', ...money],
  statement: ['number', 'issueDate', 'supplierName', 'currency', 'totalAmount'],
};
const goods = ['number', 'issueDate', 'deliveryDate', 'orderReference', 'supplierName', 'carrier', 'trackingNumber'];

/** What a field is called. */
export const labelOf = (name: string): string =>
  deskSpeech.words.fields[name] ?? name.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`).replace(/^./, (c) => c.toUpperCase());

/** The fields of a form: those a document of this type usually has, then the others that were read. */
export const fieldsOf = (read: Extraction): string[] => {
  const first = usual[read.type] ?? goods;
  return [...first, ...Object.keys(read.fields).filter((name) => !first.includes(name) && shown.includes(name))];
};

/** How sure a value is, in a word. */
export const toneOf = (field: Field | undefined): 'sure' | 'unsure' | 'missing' => (field === undefined ? 'missing' : field.confidence >= 0.75 ? 'sure' : 'unsure');

/** The fields a person should look at: weighty ones that are missing or unsure. */
export const doubtful = (read: Extraction): string[] =>
  fieldsOf(read).filter((name) => toneOf(read.fields[name]) === 'unsure' || (name === 'number' && read.fields[name] === undefined));

export const said = (value: string | number | null | undefined): string => (value === null || value === undefined ? '' : String(value));

export const checkNamed = (name: string): string => {
  const known = deskSpeech.words.checkNames[name];
  if (known) {
    return known;
  }
  const words = name.replaceAll('_', ' ').replace('iban', 'IBAN');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const linesOf = (read: Extraction): LineGiven[] =>
  read.lines.map((l, from) => ({
    from, sku: said(l.sku), description: said(l.description), quantity: said(l.quantity), unit: said(l.unit), unitPrice: said(l.unitPrice), amount: said(l.amount),
  }));

/** The place in which several boxes stand. */
export const around = (boxes: readonly (readonly number[])[]): number[] => [
  Math.min(...boxes.map((b) => b[0] ?? 0)), Math.min(...boxes.map((b) => b[1] ?? 0)), Math.max(...boxes.map((b) => b[2] ?? 0)), Math.max(...boxes.map((b) => b[3] ?? 0)),
];

/** The words from one to another: all between them on the same line, else just the two. */
export const run = (words: readonly Word[], from: number, to: number): number[] => {
  const [a, b] = [words[Math.min(from, to)], words[Math.max(from, to)]];
  if (!a || !b) {
    return [to];
  }
  const between = Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => Math.min(from, to) + i);
  const middle = (w: Word): number => ((w.box[1] ?? 0) + (w.box[3] ?? 0)) / 2;
  const high = (a.box[3] ?? 0) - (a.box[1] ?? 0);
  return between.every((i) => Math.abs(middle(words[i] ?? a) - middle(a)) < high / 2) ? between : [from, to];
};

/** The word that stands nearest in a direction; the same when there is none. */
export const towards = (words: readonly Word[], at: number, key: string): number => {
  if (key === 'ArrowRight' || key === 'ArrowLeft') {
    return Math.max(0, Math.min(words.length - 1, at + (key === 'ArrowRight' ? 1 : -1)));
  }
  const here = words[at];
  if (!here) {
    return 0;
  }
  const centre = (w: Word): [number, number] => [((w.box[0] ?? 0) + (w.box[2] ?? 0)) / 2, ((w.box[1] ?? 0) + (w.box[3] ?? 0)) / 2];
  const [x, y] = centre(here);
  const high = Math.max(4, (here.box[3] ?? 0) - (here.box[1] ?? 0));
  let best = at;
  let least = Infinity;
  words.forEach((w, i) => {
    const [wx, wy] = centre(w);
    const down = (wy - y) * (key === 'ArrowDown' ? 1 : -1);
    const far = down * 3 + Math.abs(wx - x);
    if (down > high / 2 && far < least) {
      [best, least] = [i, far];
    }
  });
  return best;
};
