import { css, html } from 'lit';
import { SignedPage } from './signed-page.js';
import './console-documents.js';
import './console-find.js';
import './console-health.js';
import './console-queue.js';

const tabs = [['documents', 'Documents'], ['queue', 'Queue'], ['find', 'Try a question'], ['health', 'Health']] as const;
type Tab = (typeof tabs)[number][0];

/** The console of the library: what it holds, how it was cut, what a role would find, and how the service is doing. */
export class CopilotConsolePage extends SignedPage {
  static override properties = { tab: { state: true } };
  declare tab: Tab;

  protected readonly heading = 'Library console';
  protected override get wrongRole(): string {
    return 'Only operations managers and auditors may use the console. Sign out and choose such a role.';
  }

  constructor() {
    super();
    this.tab = 'documents';
  }

  static override styles = [SignedPage.styles, css`
    .tabs button { border: 1px solid var(--line); background: none; border-radius: 8px; padding: 0.3rem 0.8rem; }
    .tabs { display: flex; flex-wrap: wrap; gap: 0.4rem; margin-bottom: 1rem; }
    .tabs button[aria-selected='true'] { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
    main { max-width: 80rem; }
  `];

  protected override main() {
    return html`<main><div class="tabs" role="tablist" aria-label="Views" @keydown=${this.key}>${tabs.map(([id, title]) => html`<button type="button" role="tab" id=${`tab-${id}`} aria-controls="view"
        aria-selected=${this.tab === id} tabindex=${this.tab === id ? 0 : -1} @click=${() => this.show(id)}>${title}</button>`)}</div>
      ${this.told()}
      <div id="view" role="tabpanel" aria-labelledby=${`tab-${this.tab}`} @trouble=${this.trouble}>
        ${this.tab === 'documents' ? html`<copilot-console-documents .service=${this.service}></copilot-console-documents>`
          : this.tab === 'queue' ? html`<copilot-console-queue .service=${this.service}></copilot-console-queue>`
            : this.tab === 'find' ? html`<copilot-console-find .service=${this.service}></copilot-console-find>`
              : html`<copilot-console-health .service=${this.service}></copilot-console-health>`}
      </div></main>`;
  }

  private show(tab: Tab): void {
    this.tab = tab;
    this.problem = '';
  }

  private key(e: KeyboardEvent): void {
    if (e.key !== 'ArrowRight' && e.key !== 'ArrowLeft') {
      return;
    }
    const at = tabs.findIndex(([id]) => id === this.tab);
    this.show(tabs[(at + (e.key === 'ArrowRight' ? 1 : tabs.length - 1)) % tabs.length]?.[0] ?? 'documents');
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${this.tab}`)?.focus());
  }
}
customElements.define('copilot-console-page', CopilotConsolePage);
