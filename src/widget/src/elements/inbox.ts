import { LitElement, css, html, nothing } from 'lit';
import { formatMoment, formatValue } from '../format.js';
import type { Money, OpenException, OpenExceptions } from '../protocol.js';
import { type Service, ServiceError } from '../service.js';
import { speech } from '../speech.js';
import { panelTheme } from './panel-theme.js';
import { theme } from './theme.js';

/** What the service found out of the ordinary, most urgent first. Fires `ask` with a question, `count` with how many are open, `close`, and `say`. */
export class CopilotInbox extends LitElement {
  static override properties = { service: { attribute: false }, news: { type: Number }, found: { state: true }, problem: { state: true }, dismissing: { state: true } };
  declare service: Service | null;
  /** Grows when the service says that something is new: then it is read again. */
  declare news: number;
  declare found: OpenExceptions | null;
  declare problem: string;
  declare dismissing: string;

  constructor() {
    super();
    this.service = null;
    this.news = 0;
    this.found = null;
    this.problem = '';
    this.dismissing = '';
    speech.heardBy(this);
  }

  static override styles = [theme, panelTheme, css`
    ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.9rem; grid-template-columns: minmax(0, 1fr); }
    ul.records { display: flex; flex-wrap: wrap; gap: 0.3rem 0.9rem; font-size: 0.88rem; }
    li.case { border: 1px solid var(--line); border-radius: var(--radius); padding: 0.8rem 0.9rem; overflow-wrap: anywhere; }
    h3 { font-size: 0.95rem; margin: 0 0 0.3rem; }
    p { margin: 0.3rem 0; font-size: 0.9rem; }
    dl { display: grid; grid-template-columns: auto 1fr; gap: 0.1rem 0.8rem; margin: 0.4rem 0; font-size: 0.88rem; }
    dt { color: var(--quiet); } dd { margin: 0; }
    .row { display: flex; flex-wrap: wrap; gap: 0.4rem; margin-top: 0.6rem; align-items: end; }
    .row button { border: 1px solid var(--line); background: none; border-radius: 8px; padding: 0.3rem 0.8rem; text-align: start; font-size: 0.88rem; }
    .row button.main { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
    label { flex: 1 1 12rem; font-size: 0.84rem; color: var(--quiet); }
    input { width: 100%; font: inherit; color: var(--text); background: var(--surface); border: 1px solid var(--line); border-radius: 8px; padding: 0.35rem 0.6rem; }
    a { color: var(--accent); }
  `];

  override render() {
    const t = speech.words;
    const found = this.found;
    return html`<div class="head"><h2 tabindex="-1">${t.inbox}</h2><button type="button" @click=${() => this.dispatchEvent(new CustomEvent('close'))}>${t.close}</button></div>
      <div class="body" tabindex="0" role="region" aria-label=${t.inbox}>
        ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
        ${found?.stale ? html`<p class="note">${found.stale}</p>` : nothing}
        ${found?.scannedAt ? html`<p class="quiet">${t.scanned(formatMoment(found.scannedAt))}</p>` : nothing}
        ${found === null ? (this.problem ? nothing : html`<p class="quiet">${t.loading}</p>`)
          : found.exceptions.length === 0 ? html`<p>${t.noExceptions}</p>` : html`<ul aria-label=${t.openExceptions(found.exceptions.length)}>${found.exceptions.map((e) => this.one(e))}</ul>`}
      </div>`;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('news')) {
      void this.load();
    }
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  private one(e: OpenException) {
    const t = speech.words;
    const facts: [string, string][] = [
      ...(e.cause ? [[t.cause, e.cause] as [string, string]] : []),
      ...Object.entries(e.impact ?? {}).flatMap(([name, value]): [string, string][] => (value === null ? [] : [[t.impactNames[name] ?? name, shown(value)]])),
      ...(e.confidence === null || e.confidence === undefined ? [] : [[t.confidence, formatValue(e.confidence * 100, 'percent')] as [string, string]]),
      [t.firstSeen, formatMoment(e.firstSeen)],
      ...(e.ownerRole ? [[t.role, t.roles[e.ownerRole]?.[0] ?? e.ownerRole] as [string, string]] : []),
    ];
    const ask = (question: string): void => void this.dispatchEvent(new CustomEvent('ask', { detail: question }));
    return html`<li class="case">
      <h3>${e.title}</h3><p>${e.summary}</p>
      <dl>${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
      ${e.records.length > 0 ? html`<ul class="records" aria-label=${t.records}>${e.records.map((r) => html`<li>${r.uri && /^https?:\/\//i.test(r.uri) ? html`<a href=${r.uri} target="_blank" rel="noopener noreferrer">${r.name}</a>` : r.name}</li>`)}</ul>` : nothing}
      ${e.actions.length > 0 ? html`<div class="row">${e.actions.filter((a) => a.question).map((a) => html`<button type="button" class="main" @click=${() => ask(a.question ?? '')}>${a.summary}</button>`)}</div>` : nothing}
      ${this.dismissing === e.id ? html`<form class="row" @submit=${(s: Event) => this.dismiss(s, e)}>
          <label>${t.whyDismiss}<input maxlength="500" required></label><button type="submit" class="main">${t.dismiss}</button><button type="button" @click=${() => (this.dismissing = '')}>${t.back}</button></form>`
        : html`<div class="row">
          <button type="button" @click=${() => void this.set(e, 'acting', '')}>${t.acting}</button>
          <button type="button" @click=${() => void this.set(e, 'resolved', '')}>${t.resolve}</button>
          <button type="button" @click=${() => this.askWhy(e)}>${t.dismiss}</button></div>`}
    </li>`;
  }

  private askWhy(e: OpenException): void {
    this.dismissing = e.id;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('input')?.focus());
  }

  private dismiss(s: Event, e: OpenException): void {
    s.preventDefault();
    void this.set(e, 'dismissed', (s.target as HTMLFormElement).querySelector('input')?.value.trim() ?? '');
  }

  private async set(e: OpenException, state: string, reason: string): Promise<void> {
    try {
      await this.service?.tell(`exceptions/${encodeURIComponent(e.id)}/state`, 'POST', { state, ...(reason ? { reason } : {}) });
      this.dismissing = '';
      await this.load();
      this.dispatchEvent(new CustomEvent('say', { detail: speech.words.openExceptions(this.found?.exceptions.length ?? 0) }));
      this.focus();
    } catch (error) {
      this.problem = error instanceof ServiceError ? error.message : speech.words.wrong;
    }
  }

  private async load(): Promise<void> {
    try {
      this.found = (await this.service?.get<OpenExceptions>('exceptions?state=open')) ?? null;
      this.problem = '';
      this.dispatchEvent(new CustomEvent('count', { detail: this.found?.exceptions.length ?? 0 }));
    } catch (error) {
      this.problem = error instanceof ServiceError ? error.message : speech.words.wrong;
    }
  }
}
customElements.define('copilot-inbox', CopilotInbox);

const shown = (value: Money | number | string | boolean): string => (typeof value === 'object' ? formatValue(value.amount, 'money', value.currency) : formatValue(value, typeof value === 'number' ? 'number' : 'text'));
