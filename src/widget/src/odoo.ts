import type { RecordRef } from './protocol.js';

/** The record that Odoo shows, and what it is about: the customer of a lead, the order of a transfer. */
export interface InView { model: string; id: number; about: RecordRef; name: string }

const says = 'distribution-copilot:';

const isRecord = (value: unknown): value is RecordRef =>
  typeof value === 'object' && value !== null && typeof (value as RecordRef).model === 'string' && Number.isInteger((value as RecordRef).id);

/** The record out of what the page around says; null when that is something else. */
export const inView = (value: unknown): InView | null =>
  isRecord(value) && isRecord((value as InView).about) && typeof (value as InView).name === 'string' ? (value as InView) : null;

/** What is asked when a record comes into view. The service answers questions in English best, whatever the interface speaks. */
export const briefOf = (view: InView): string => {
  if (view.model === 'crm.lead') {
    return 'Tell me about this opportunity.';
  }
  const { about, name } = view;
  switch (about.model) {
    case 'sale.order':
      return `What is the status of order ${name}?`;
    case 'purchase.order':
      return `What is the status of purchase order ${name}?`;
    case 'helpdesk.ticket':
      return 'Tell me about this ticket.';
    case 'res.partner':
      return 'Give me a summary of this contact.';
    default:
      return `What do we know about ${name}?`;
  }
};

/** Asks for a text to somebody outside; empty where there is nobody to write to. */
export const draftOf = (about: RecordRef, name: string): string => {
  switch (about.model) {
    case 'sale.order':
      return `Draft a reply to the customer about order ${name}.`;
    case 'purchase.order':
      return `Draft a follow-up to the supplier about purchase order ${name}.`;
    case 'helpdesk.ticket':
      return 'Draft a reply to the customer about this ticket.';
    default:
      return '';
  }
};

/** Speaks with the page of Odoo around: only with windows of the listed origins, and only with the one that holds this page. */
export class Odoo {
  private origin = '';

  constructor(private readonly origins: readonly string[], private readonly hear: (what: string, data: Record<string, unknown>) => void) {}

  listen(): void {
    window.addEventListener('message', this.heard);
  }

  leave(): void {
    window.removeEventListener('message', this.heard);
  }

  /** Says something; nothing happens before Odoo has spoken. */
  say(what: string, more: Record<string, unknown> = {}): void {
    if (this.origin) {
      window.parent.postMessage({ type: says + what, ...more }, this.origin);
    }
  }

  private readonly heard = (e: MessageEvent<unknown>): void => {
    const data = e.data as Record<string, unknown> | null;
    const type = data && typeof data === 'object' ? data['type'] : null;
    if (e.source !== window.parent || e.source === window || !this.origins.includes(e.origin) || typeof type !== 'string' || !type.startsWith(says)) {
      return;
    }
    this.origin = e.origin;
    this.hear(type.slice(says.length), data!);
  };
}
