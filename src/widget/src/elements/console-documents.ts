import { LitElement, css, html, nothing } from 'lit';
import { type CatalogDocument, type CatalogPage, type CatalogPassage, type DocumentView, validity } from '../library.js';
import type { Service } from '../service.js';
import { consoleTheme } from './console-theme.js';
import { theme } from './theme.js';

const top = 50;

/** The documents of the library, and one of them with its passages. Fires `trouble` with an error, or null when all is well again. */
export class CopilotConsoleDocuments extends LitElement {
  static override properties = { service: { attribute: false }, page: { state: true }, words: { state: true }, skip: { state: true }, view: { state: true }, from: { state: true } };
  declare service: Service | null;
  declare page: CatalogPage<CatalogDocument> | null;
  declare words: string;
  declare skip: number;
  declare view: DocumentView | null;
  declare from: number;

  constructor() {
    super();
    this.service = null;
    this.page = null;
    this.words = '';
    this.skip = 0;
    this.view = null;
    this.from = 0;
  }

  static override styles = [theme, consoleTheme, css`:host { display: block; }`];

  override render() {
    return this.view ? this.detail(this.view) : this.list();
  }

  override firstUpdated(): void {
    void this.load();
  }

  private list() {
    const page = this.page;
    return html`<form role="search" @submit=${this.search}>
        <label class="wide">Title, id, source or subject<input name="words" .value=${this.words} autocomplete="off"></label>
        <button class="main" type="submit">Search</button>
      </form>
      ${page === null ? html`<p role="status">Loading…</p>` : html`
        <p class="quiet" role="status">${page.total} ${page.total === 1 ? 'document' : 'documents'}</p>
        <div class="scroll" tabindex="0" role="region" aria-label="Documents"><table>
          <thead><tr><th>Title</th><th>Readers</th><th>Valid</th><th>Format</th><th>Language</th><th class="figure">Pages</th><th class="figure">Passages</th><th>Remarks</th></tr></thead>
          <tbody>${page.items.map((d) => html`<tr>
            <td><button type="button" class="link" @click=${() => void this.open(d, 0)}>${d.title}</button><div class="quiet">${d.collection} / ${d.id}${d.revision ? ` · revision ${d.revision}` : ''}</div></td>
            <td>${d.readers.join(', ')}${d.gate ? html`<div class="quiet">and whoever may read ${d.gate}</div>` : nothing}</td>
            <td>${validity(d.validFrom, d.validTo)}${d.supersededBy ? html`<div><span class="tag warn">superseded by ${d.supersededBy}</span></div>` : nothing}</td>
            <td>${d.format}</td><td>${d.language}</td><td class="figure">${d.pages ?? '–'}</td><td class="figure">${d.passages}</td>
            <td>${d.notes.length > 0 ? html`<span class="tag warn">${d.notes.length} ${d.notes.length === 1 ? 'remark' : 'remarks'}</span>` : '–'}</td>
          </tr>`)}</tbody>
        </table></div>
        ${this.pager(page.total, this.skip, (to) => { this.skip = to; void this.load(); })}`}`;
  }

  private detail({ document: d, passages }: DocumentView) {
    return html`<p><button type="button" @click=${() => (this.view = null)}>‹ All documents</button></p>
      <h2 tabindex="-1">${d.title}</h2>
      ${d.notes.map((n) => html`<p class="note">${n}</p>`)}
      <dl>
        <dt>Document</dt><dd>${d.collection} / ${d.id}${d.revision ? `, revision ${d.revision}` : ''}${d.kind ? `, ${d.kind}` : ''}</dd>
        <dt>Source</dt><dd>${d.source}</dd>
        <dt>Readers</dt><dd>${d.readers.join(', ')}${d.gate ? `, and whoever may read ${d.gate}` : ''}</dd>
        <dt>Companies</dt><dd>${d.companies.join(', ')}</dd>
        <dt>Valid</dt><dd>${validity(d.validFrom, d.validTo)}${d.supersededBy ? `, superseded by ${d.supersededBy}` : ''}</dd>
        ${d.owner ? html`<dt>Owner</dt><dd>${d.owner}</dd>` : nothing}
        ${d.about.length > 0 ? html`<dt>About</dt><dd>${d.about.join(', ')}</dd>` : nothing}
        <dt>Read as</dt><dd>${d.format}, ${d.language}${d.pages ? `, ${d.pages} pages` : ''}, ${d.length.toLocaleString()} characters</dd>
      </dl>
      <p class="quiet" role="status">${passages.total} ${passages.total === 1 ? 'passage' : 'passages'}</p>
      <ol class="passages">${passages.items.map((p) => this.passage(p))}</ol>
      ${this.pager(passages.total, this.from, (to) => void this.open(d, to))}`;
  }

  private passage(p: CatalogPassage) {
    return html`<li>
      <h3>${p.number}. ${p.headingPath.join(' › ') || 'without heading'}</h3>
      <div class="quiet">${p.page ? `page ${p.page} · ` : ''}characters ${p.start.toLocaleString()}–${p.end.toLocaleString()} ${p.marks.map((m) => html`<span class="tag warn">${m}</span>`)}</div>
      ${p.lead ? html`<pre class="quiet">${p.lead}</pre>` : nothing}
      <pre>${p.text}</pre>
    </li>`;
  }

  private pager(total: number, skip: number, go: (to: number) => void) {
    return total <= top ? nothing : html`<div class="pager">
      <button type="button" ?disabled=${skip === 0} @click=${() => go(Math.max(0, skip - top))}>Before</button>
      <span>${skip + 1}–${Math.min(total, skip + top)} of ${total}</span>
      <button type="button" ?disabled=${skip + top >= total} @click=${() => go(skip + top)}>Next</button>
    </div>`;
  }

  private search(e: Event): void {
    e.preventDefault();
    this.words = String(new FormData(e.target as HTMLFormElement).get('words') ?? '');
    this.skip = 0;
    void this.load();
  }

  private async load(): Promise<void> {
    await this.told(async () => {
      this.page = (await this.service?.get<CatalogPage<CatalogDocument>>(`knowledge/documents?words=${encodeURIComponent(this.words)}&skip=${this.skip}&top=${top}`)) ?? null;
    });
  }

  private async open(d: CatalogDocument, from: number): Promise<void> {
    await this.told(async () => {
      const id = d.id.split('/').map(encodeURIComponent).join('/');
      this.view = (await this.service?.get<DocumentView>(`knowledge/documents/${encodeURIComponent(d.collection)}/${id}?skip=${from}&top=${top}`)) ?? null;
      this.from = from;
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
    });
  }

  private async told(work: () => Promise<void>): Promise<void> {
    let trouble: unknown = null;
    try {
      await work();
    } catch (e) {
      trouble = e;
    }
    this.dispatchEvent(new CustomEvent('trouble', { detail: trouble, bubbles: true, composed: true }));
  }
}
customElements.define('copilot-console-documents', CopilotConsoleDocuments);
