import { LitElement, css, html, nothing } from 'lit';
import { type Match, chance, formOf } from '../desk-match.js';
import { deskSpeech } from '../desk-speech.js';
import { formatValue } from '../format.js';
import { standing } from '../proposal.js';
import type { Proposal } from '../protocol.js';
import { type Service, ServiceError } from '../service.js';
import { speech } from '../speech.js';
import { consoleTheme } from './console-theme.js';
import { theme } from './theme.js';

/** What a document belongs to, what differs, whose orders wait, and what to do: each step a button that makes a proposal. Fires `duplicate` with a reason to reject the document for. */
export class CopilotDeskMatch extends LitElement {
  static override properties = {
    service: { attribute: false }, document: { type: String }, version: { type: Number }, open: { type: Boolean },
    match: { state: true }, made: { state: true }, busy: { state: true }, problem: { state: true }, copied: { state: true },
  };
  declare service: Service | null;
  declare document: string;
  declare version: number;
  declare open: boolean;
  declare match: Match | null;
  declare made: Record<string, Proposal | string>;
  declare busy: boolean;
  declare problem: string;
  declare copied: boolean;

  private asked = '';

  constructor() {
    super();
    this.service = null;
    this.document = '';
    this.version = 0;
    this.open = false;
    this.match = null;
    this.made = {};
    this.busy = false;
    this.problem = '';
    this.copied = false;
    speech.heardBy(this);
  }

  static override styles = [theme, consoleTheme, css`
    :host { display: block; margin-top: 1rem; }
    ul { list-style: none; padding: 0; margin: 0.4rem 0; display: grid; gap: 0.35rem; font-size: 0.9rem; }
    .differs { border-inline-start: 4px solid var(--warning); padding-inline-start: 0.6rem; }
    .passes { color: var(--quiet); }
    .step { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; }
    .step span { flex: 1 1 12rem; overflow-wrap: anywhere; }
    .made { flex-basis: 100%; color: var(--quiet); }
    .problem { color: var(--bad); }
    .letter { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; font-size: 0.9rem; border: 1px solid var(--line); border-radius: var(--radius); padding: 0.7rem; margin: 0.4rem 0; }
  `];

  override render() {
    const m = this.match;
    return html`<h3>${deskSpeech.words.belongsTo}</h3>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      ${m ? this.told(m) : this.problem ? nothing : html`<p class="quiet" role="status">${deskSpeech.words.comparing}</p>`}`;
  }

  override updated(): void {
    const wanted = `${this.document}/${this.version}`;
    if (this.service && this.document && wanted !== this.asked) {
      this.asked = wanted;
      void this.load(wanted);
    }
  }

  private told(m: Match) {
    const t = deskSpeech.words;
    return html`<p>${formOf(m)}</p>
      ${m.orders.map((o) => html`<p class="quiet"><strong>${o.name}</strong> · ${o.supplier} · ${chance(o.confidence)}${o.reasons.length > 0 ? `: ${o.reasons.slice(0, 3).join('; ')}` : ''}</p>`)}
      ${m.duplicates.map((d) => html`<div class="note"><p>${t.mayRepeat(d.name, chance(d.confidence), d.reason)}</p>
        ${this.open ? html`<button type="button" ?disabled=${this.busy} @click=${() => this.duplicate(d.name)}>${t.rejectDuplicate}</button>` : nothing}</div>`)}
      ${m.differences.length > 0 ? html`<ul aria-label=${t.differences}>${m.differences.map((d) => html`<li class=${d.passes ? 'passes' : 'differs'}>${d.text}${d.passes ? t.passes : html`<br><span class="quiet">${t.likely(d.cause)}</span>`}</li>`)}</ul>` : nothing}
      ${m.customers.length > 0 ? html`<h3>${t.waiting}</h3><ul aria-label=${t.waiting}>${m.customers.map((c) => html`<li class=${c.isBroken ? 'differs' : ''}>${c.order} · ${c.customer}${
        c.promised ? t.promised(formatValue(c.promised, 'date')) : ''}${typeof c.net === 'number' ? ` · ${formatValue(c.net, 'money', c.currency)}` : ''}${c.isBroken ? t.broken : ''}</li>`)}</ul>` : nothing}
      ${m.steps.length > 0 ? html`<h3>${t.toDo}</h3><ul aria-label=${t.toDo}>${m.steps.map((s, i) => this.step(s.question, s.summary, i))}</ul>` : nothing}
      ${m.letter ? html`<h3>${t.letter}</h3><p class="quiet">${t.letterHow}</p><pre class="letter">${m.letter}</pre>
        <p><button type="button" @click=${() => void this.copy(m.letter ?? '')}>${this.copied ? t.copied : t.copy}</button></p>` : nothing}
      ${m.remarks.map((r) => html`<p class="quiet">${r}</p>`)}`;
  }

  private step(question: string, summary: string, place: number) {
    const made = this.made[question];
    return html`<li class="step"><span>${summary.charAt(0).toUpperCase()}${summary.slice(1)}</span>
      ${made && typeof made !== 'string' ? nothing : html`<button type="button" ?disabled=${this.busy} aria-label=${deskSpeech.words.proposeWhat(summary)} @click=${() => void this.propose(place, question)}>${deskSpeech.words.propose}</button>`}
      ${made ? html`<span class="made" role="status">${typeof made === 'string' ? made : html`${made.reference}: ${made.summary}. ${standing(made)} <a data-place=${place} href="/console/proposals">${deskSpeech.words.proposals}</a>`}</span>` : nothing}</li>`;
  }

  private async load(wanted: string): Promise<void> {
    [this.match, this.problem, this.copied] = [null, '', false];
    try {
      const match = (await this.service?.get<Match>(`documents/${encodeURIComponent(this.document)}/match`)) ?? null;
      if (wanted === this.asked) {
        this.match = match;
      }
    } catch (e) {
      if (wanted === this.asked) {
        this.problem = e instanceof ServiceError ? e.message : deskSpeech.words.notCompared;
      }
    }
  }

  private async propose(place: number, question: string): Promise<void> {
    this.busy = true;
    try {
      const made = await this.service?.post<Proposal>(`documents/${encodeURIComponent(this.document)}/propose`, { action: place, question });
      this.made = { ...this.made, [question]: made ?? deskSpeech.words.notProposed };
    } catch (e) {
      this.made = { ...this.made, [question]: e instanceof ServiceError ? e.message : deskSpeech.words.notProposed };
    } finally {
      this.busy = false;
    }
    // The button that was pressed is gone: the keys of the review must not go with it.
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`a[data-place="${place}"]`)?.focus();
  }

  private async copy(text: string): Promise<void> {
    await navigator.clipboard.writeText(text).then(() => (this.copied = true), () => (this.problem = speech.words.copyByHand));
  }

  private duplicate(name: string): void {
    this.dispatchEvent(new CustomEvent('duplicate', { detail: deskSpeech.words.duplicateOf(name), bubbles: true, composed: true }));
  }
}
customElements.define('copilot-desk-match', CopilotDeskMatch);
