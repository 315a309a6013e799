import { LitElement, css, html, nothing } from 'lit';
import type { Session, SourceView } from '../protocol.js';
import { Service, ServiceError } from '../service.js';
import { speech } from '../speech.js';
import { loadSession, saveSession } from '../store.js';
import { formatCount } from '../format.js';
import { documentText, documentTheme } from './document-view.js';
import { scheme, theme } from './theme.js';
import './page-picture.js';
import './sign-in.js';

/** A source on a page of its own: `/sources/TURN/SOURCE`. The original page as a picture where there is one, else its text, with the passage marked. */
export class CopilotSourcePage extends LitElement {
  static override properties = { session: { state: true }, view: { state: true }, problem: { state: true }, page: { state: true }, asText: { state: true } };
  declare session: Session | null;
  declare view: SourceView | null;
  declare problem: string;
  declare page: number;
  declare asText: boolean;

  private service: Service;
  private turn = '';
  private source = '';
  private scrolled = false;

  constructor() {
    super();
    this.session = loadSession();
    this.view = null;
    this.problem = '';
    this.page = 1;
    this.asText = false;
    this.service = new Service(location.origin, () => this.session?.token ?? '');
    const [, , turn = '', source = ''] = location.pathname.split('/').map(decodeURIComponent);
    this.turn = turn;
    this.source = source;
    speech.heardBy(this);
    void speech.begin();
  }

  static override styles = [theme, scheme, documentTheme, css`
    :host { display: block; min-height: 100dvh; background: var(--sunken); }
    header { position: sticky; top: 0; z-index: 1; background: var(--surface); border-bottom: 1px solid var(--line); padding: 0.7rem 1rem; display: flex; flex-wrap: wrap; gap: 0.5rem 0.9rem; align-items: center; }
    h1 { font-size: 1.1rem; margin: 0; flex: 1 1 14rem; overflow-wrap: anywhere; }
    h1 small { display: block; font-weight: 400; color: var(--quiet); font-size: 0.85rem; }
    header button { border: 1px solid var(--line); background: var(--surface); border-radius: 8px; padding: 0.3rem 0.8rem; }
    header button:hover:not(:disabled) { background: var(--sunken); }
    .pages { display: flex; gap: 0.4rem; align-items: center; }
    main { max-width: 56rem; margin: 0 auto; padding: 1rem; }
    .paper { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: 1.2rem 1.4rem; }
    .paper .document { font-size: 1rem; color: var(--text); }
    .note { border-inline-start: 4px solid var(--warning); padding-inline-start: 0.75rem; margin: 0 0 0.8rem; }
    .problem { color: var(--bad); }
    .cut { color: var(--quiet); font-style: italic; }
    a { color: var(--accent); }
  `];

  override render() {
    if (!this.session) {
      return html`<copilot-sign-in .problem=${this.problem} @choose=${(e: CustomEvent<string>) => void this.signIn(e.detail)}></copilot-sign-in>`;
    }
    const view = this.view;
    return html`<header>
        <h1>${view ? view.title : speech.words.source}${view ? html`<small>${this.where(view)}</small>` : nothing}</h1>
        ${view && this.pictured(view) ? this.turner(view) : nothing}
        ${view?.hasOriginal ? html`<button type="button" @click=${() => void this.download()}>${speech.words.download}</button>` : nothing}
        ${view?.uri && /^https?:\/\//i.test(view.uri) ? html`<a href=${view.uri} target="_blank" rel="noopener noreferrer">${speech.words.openInOdoo}</a>` : nothing}
      </header>
      <main>
        ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
        ${(view?.notes ?? []).map((note) => html`<p class="note">${note}</p>`)}
        ${view ? this.body(view) : this.problem ? nothing : html`<p role="status">${speech.words.opening}</p>`}
      </main>`;
  }

  override firstUpdated(): void {
    if (this.session) {
      void this.open();
    }
  }

  override updated(): void {
    const mark = this.renderRoot.querySelector('mark');
    if (mark && !this.scrolled) {
      this.scrolled = true;
      mark.scrollIntoView({ block: 'center' });
    }
  }

  private where(view: SourceView): string {
    const path = view.place?.headingPath.filter((h) => h !== view.title).join(' › ') ?? '';
    return [view.version ? speech.words.revision(view.version) : '', path, view.place?.page ? speech.words.page(view.place.page) : ''].filter((w) => w !== '').join(' · ');
  }

  private pictured(view: SourceView): boolean {
    return (view.pages?.length ?? 0) > 0 && view.hasOriginal === true;
  }

  private turner(view: SourceView) {
    const count = view.pageCount ?? this.page;
    return html`<span class="pages">
      <button type="button" ?disabled=${this.asText || this.page <= 1} @click=${() => (this.page -= 1)} aria-label=${speech.words.pageBefore}>‹</button>
      <span aria-live="polite">${speech.words.pageOf(this.page, count)}</span>
      <button type="button" ?disabled=${this.asText || this.page >= count} @click=${() => (this.page += 1)} aria-label=${speech.words.pageNext}>›</button>
      <button type="button" aria-pressed=${this.asText} @click=${this.toggle}>${this.asText ? speech.words.showPage : speech.words.showText}</button>
    </span>`;
  }

  private body(view: SourceView) {
    if (this.pictured(view) && !this.asText) {
      return html`<copilot-page-picture .service=${this.service} .turn=${this.turn} .source=${this.source} .page=${this.page}
        .marks=${view.pages?.find((p) => p.page === this.page) ?? null}></copilot-page-picture>`;
    }
    const start = view.textStart ?? 0;
    const end = start + (view.text?.length ?? 0);
    return html`<div class="paper">
      ${start > 0 ? html`<p class="cut">${speech.words.begins(formatCount(start))}</p>` : nothing}
      <div class="document">${documentText(view)}</div>
      ${(view.textLength ?? 0) > end ? html`<p class="cut">${speech.words.goesOn(formatCount((view.textLength ?? 0) - end))}</p>` : nothing}
    </div>`;
  }

  private toggle(): void {
    this.asText = !this.asText;
    this.scrolled = false;
  }

  private async signIn(persona: string): Promise<void> {
    try {
      this.session = await Service.signIn(location.origin, persona);
      saveSession(this.session);
      await this.open();
    } catch (e) {
      this.problem = e instanceof ServiceError ? e.message : speech.words.signInFailed;
    }
  }

  private async open(): Promise<void> {
    this.problem = '';
    try {
      this.view = await this.service.openSource(this.turn, this.source);
      this.page = this.view.place?.page ?? 1;
      document.title = `${this.view.title} · Distribution Copilot`;
    } catch (e) {
      if (e instanceof ServiceError && e.status === 401) {
        this.session = null;
        saveSession(null);
      }
      this.problem = e instanceof ServiceError ? e.message : speech.words.notOpened;
    }
  }

  private async download(): Promise<void> {
    try {
      const blob = await this.service.original(this.turn, this.source);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = this.view?.fileName ?? this.view?.title ?? 'original';
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    } catch (e) {
      this.problem = e instanceof ServiceError ? e.message : speech.words.notFetched;
    }
  }
}
customElements.define('copilot-source-page', CopilotSourcePage);
