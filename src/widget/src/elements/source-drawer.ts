import { LitElement, css, html, nothing } from 'lit';
import { formatFact, formatMoment } from '../format.js';
import { documentText, documentTheme } from './document-view.js';
import type { Source, SourceView } from '../protocol.js';
import { speech } from '../speech.js';
import { theme } from './theme.js';

/** A source beside the answer: the passage marked in its document, the record's values, or the calculation. Fires `close`. */
export class CopilotSourceDrawer extends LitElement {
  static override properties = { source: { attribute: false }, view: { attribute: false }, problem: { type: String }, page: { type: String } };
  declare source: Source | null;
  declare view: SourceView | null;
  declare problem: string;
  /** The address of the page that shows the whole source, or empty. */
  declare page: string;

  constructor() {
    super();
    this.source = null;
    this.view = null;
    this.problem = '';
    this.page = '';
    speech.heardBy(this);
  }

  static override styles = [theme, documentTheme, css`
    :host { display: flex; flex-direction: column; background: var(--surface); border-inline-start: 1px solid var(--line); min-width: 0; }
    .head { display: flex; gap: 0.75rem; align-items: flex-start; padding: 0.9rem 1rem; border-bottom: 1px solid var(--line); }
    h2 { flex: 1; font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
    h2:focus-visible { outline: none; }
    .head small { display: block; font-weight: 400; color: var(--quiet); }
    .head button { border: 1px solid var(--line); background: none; border-radius: 8px; padding: 0.25rem 0.7rem; }
    .body { overflow: auto; padding: 1rem; flex: 1; }
    blockquote { margin: 0 0 1rem; padding: 0.6rem 0.9rem; background: var(--sunken); border-inline-start: 4px solid var(--accent); white-space: pre-wrap; overflow-wrap: anywhere; }
    dl { margin: 0; display: grid; grid-template-columns: minmax(7rem, 40%) 1fr; gap: 0.35rem 0.9rem; }
    dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
    .note { border-inline-start: 4px solid var(--warning); padding-inline-start: 0.75rem; }
    .problem { color: var(--bad); }
    a { color: var(--accent); }
    h3 { font-size: 0.9rem; margin: 1.2rem 0 0.4rem; }
  `];

  override render() {
    const source = this.source;
    if (!source) {
      return nothing;
    }
    const t = speech.words;
    const uri = this.view?.uri ?? source.uri;
    const facts = (this.view?.facts ?? []).filter((f) => f.name !== this.view?.calculation?.result.name);
    return html`<div class="head">
        <h2 tabindex="-1">${source.title}<small>${t.kinds[source.kind]}${source.version ? ` · ${versionWords(source.version)}` : ''} · ${t.read(formatMoment(source.asOf))}</small></h2>
        <button type="button" @click=${this.close} aria-label=${t.closeSource}>${t.close}</button>
      </div>
      <div class="body" tabindex="0" role="region" aria-label=${t.sourceText}>
        ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
        ${(this.view?.notes ?? []).map((note) => html`<p class="note">${note}</p>`)}
        ${this.view?.text && this.view.place ? this.document(this.view) : this.view?.calculation ? nothing : html`<blockquote>${source.excerpt}</blockquote>`}
        ${this.view?.calculation ? this.calculation(this.view) : nothing}
        ${facts.length > 0 ? html`<h3>${t.values}</h3><dl>${facts.map((f) => html`<dt>${f.name}</dt><dd>${formatFact(f)}</dd>`)}</dl>` : nothing}
        ${this.page && this.view?.text ? html`<p><a href=${this.page} target="_blank" rel="noopener">${t.wholeDocument}</a></p>` : nothing}
        ${uri && /^https?:\/\//i.test(uri) ? html`<p><a href=${uri} target="_blank" rel="noopener noreferrer">${t.original}</a></p>` : nothing}
      </div>`;
  }

  override updated(): void {
    // Only the text scrolls: scrollIntoView would move everything around it as well.
    const body = this.renderRoot.querySelector('.body');
    const mark = this.renderRoot.querySelector('mark');
    if (body && mark) {
      body.scrollTop += mark.getBoundingClientRect().top - body.getBoundingClientRect().top - 48;
    }
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  private document(view: SourceView) {
    return html`<div class="document">${documentText(view)}</div>`;
  }

  private calculation(view: SourceView) {
    const c = view.calculation;
    return c ? html`<h3>${speech.words.calculated}</h3><p>${c.formula}</p>
      <dl>${c.inputs.map((f) => html`<dt>${f.name}</dt><dd>${formatFact(f)}</dd>`)}<dt><strong>${c.result.name}</strong></dt><dd><strong>${formatFact(c.result)}</strong></dd></dl>` : nothing;
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }
}
customElements.define('copilot-source-drawer', CopilotSourceDrawer);

/** A record's version is when it was last written. */
const versionWords = (version: string): string =>
  /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(version) ? speech.words.changed(formatMoment(`${version.replace(' ', 'T')}Z`)) : speech.words.version(version);
