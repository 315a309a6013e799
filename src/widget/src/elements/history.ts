import { LitElement, css, html, nothing } from 'lit';
import { formatMoment } from '../format.js';
import type { ConversationSummary } from '../protocol.js';
import { type Service, ServiceError } from '../service.js';
import { speech } from '../speech.js';
import { panelTheme } from './panel-theme.js';
import { theme } from './theme.js';

/** Earlier conversations, found by the words of their questions. Fires `choose` with an id, `gone` with one that was deleted, `close`, and `say` with what to announce. */
export class CopilotHistory extends LitElement {
  static override properties = { service: { attribute: false }, current: { type: String }, found: { state: true }, search: { state: true }, problem: { state: true }, deleting: { state: true } };
  declare service: Service | null;
  declare current: string;
  declare found: ConversationSummary[] | null;
  declare search: string;
  declare problem: string;
  /** The conversation that is about to be deleted. */
  declare deleting: string;

  private asked = 0;
  private timer = 0;

  constructor() {
    super();
    this.service = null;
    this.current = '';
    this.found = null;
    this.search = '';
    this.problem = '';
    this.deleting = '';
    speech.heardBy(this);
  }

  static override styles = [theme, panelTheme, css`
    label { display: block; font-size: 0.85rem; color: var(--quiet); margin-bottom: 0.9rem; }
    input { margin-top: 0.35rem; width: 100%; font: inherit; color: var(--text); background: var(--sunken); border: 1px solid var(--line); border-radius: 8px; padding: 0.45rem 0.6rem; }
    ul { list-style: none; margin: 0; padding: 0; }
    li { display: flex; gap: 0.4rem; align-items: center; border-bottom: 1px solid var(--line); padding: 0.25rem 0; flex-wrap: wrap; }
    .open { flex: 1 1 10rem; min-width: 0; text-align: start; border: 0; background: none; padding: 0.4rem 0.5rem; border-radius: 8px; overflow-wrap: anywhere; }
    .open:hover, .open[aria-current] { background: var(--sunken); }
    .open small { display: block; color: var(--quiet); }
    .act { border: 1px solid var(--line); background: none; border-radius: 8px; padding: 0.2rem 0.6rem; min-height: 1.8rem; font-size: 0.85rem; }
    .bad { color: var(--bad); border-color: currentColor; }
  `];

  override render() {
    const t = speech.words;
    return html`<div class="head"><h2 tabindex="-1">${t.history}</h2><button type="button" @click=${() => this.dispatchEvent(new CustomEvent('close'))}>${t.close}</button></div>
      <div class="body">
        <label>${t.search}<input type="search" .value=${this.search} @input=${this.typed}></label>
        ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
        ${this.found === null ? (this.problem ? nothing : html`<p class="quiet">${t.loading}</p>`)
          : this.found.length === 0 ? html`<p class="quiet">${this.search.trim() ? t.nothingFound : t.noConversations}</p>`
            : html`<ul aria-label=${t.history}>${this.found.map((c) => this.one(c))}</ul>`}
      </div>`;
  }

  override firstUpdated(): void {
    void this.load();
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('input')?.focus();
  }

  private one(c: ConversationSummary) {
    const t = speech.words;
    return html`<li>
      <button class="open" type="button" aria-current=${c.id === this.current ? 'true' : nothing} @click=${() => this.dispatchEvent(new CustomEvent('choose', { detail: c.id }))}>${c.title}<small>${formatMoment(c.updatedAt)} · ${t.turns(c.turnCount)}</small></button>
      ${this.deleting === c.id ? html`<button class="act bad" type="button" @click=${() => void this.delete(c)}>${t.reallyDelete}</button><button class="act" type="button" @click=${() => (this.deleting = '')}>${t.back}</button>`
        : html`<button class="act" type="button" aria-label=${t.deleteNamed(c.title)} title=${t.delete} @click=${() => (this.deleting = c.id)}>✕</button>`}
    </li>`;
  }

  private typed(e: Event): void {
    this.search = (e.target as HTMLInputElement).value;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.load(), 200);
  }

  private async load(): Promise<void> {
    const asked = ++this.asked;
    try {
      const found = await this.service?.get<ConversationSummary[]>(`conversations?search=${encodeURIComponent(this.search.trim())}`);
      // What was typed meanwhile is answered by a later call.
      if (asked === this.asked) {
        this.found = found ?? [];
        this.problem = '';
      }
    } catch (e) {
      this.problem = e instanceof ServiceError ? e.message : speech.words.wrong;
    }
  }

  private async delete(c: ConversationSummary): Promise<void> {
    try {
      await this.service?.tell(`conversations/${encodeURIComponent(c.id)}`, 'DELETE');
      this.found = (this.found ?? []).filter((x) => x.id !== c.id);
      this.dispatchEvent(new CustomEvent('gone', { detail: c.id }));
      this.dispatchEvent(new CustomEvent('say', { detail: speech.words.deleted }));
      this.focus();
    } catch (e) {
      this.problem = e instanceof ServiceError ? e.message : speech.words.wrong;
    } finally {
      this.deleting = '';
    }
  }
}
customElements.define('copilot-history', CopilotHistory);
