import { LitElement, css, html, nothing } from 'lit';
import type { Session } from '../protocol.js';
import { Service, ServiceError } from '../service.js';
import { loadSession, saveSession } from '../store.js';
import { theme } from './theme.js';
import './console-documents.js';
import './console-find.js';
import './console-health.js';
import './console-queue.js';
import './sign-in.js';

const tabs = [['documents', 'Documents'], ['queue', 'Queue'], ['find', 'Try a question'], ['health', 'Health']] as const;
type Tab = (typeof tabs)[number][0];

/** The console of the library: what it holds, how it was cut, what a role would find, and how the service is doing. */
export class CopilotConsolePage extends LitElement {
  static override properties = { session: { state: true }, tab: { state: true }, problem: { state: true } };
  declare session: Session | null;
  declare tab: Tab;
  declare problem: string;

  private service: Service;

  constructor() {
    super();
    this.session = loadSession();
    this.tab = 'documents';
    this.problem = '';
    this.service = new Service(location.origin, () => this.session?.token ?? '');
  }

  static override styles = [theme, css`
    :host { display: block; min-height: 100dvh; background: var(--surface); }
    header { display: flex; flex-wrap: wrap; gap: 0.4rem 1rem; align-items: center; padding: 0.7rem 1rem; border-bottom: 1px solid var(--line); }
    h1 { font-size: 1.1rem; margin: 0; flex: 1 1 12rem; }
    .who { color: var(--quiet); font-size: 0.88rem; }
    header button, .tabs button { border: 1px solid var(--line); background: none; border-radius: 8px; padding: 0.3rem 0.8rem; }
    .tabs { display: flex; flex-wrap: wrap; gap: 0.4rem; margin-bottom: 1rem; }
    .tabs button[aria-selected='true'] { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
    main { padding: 1rem; max-width: 80rem; margin: 0 auto; }
    .problem { color: var(--bad); }
  `];

  override render() {
    if (!this.session) {
      return html`<copilot-sign-in .problem=${this.problem} @choose=${(e: CustomEvent<string>) => void this.signIn(e.detail)}></copilot-sign-in>`;
    }
    return html`<header>
        <h1>Library console</h1>
        <span class="who">${this.session.displayName}</span>
        <button type="button" @click=${this.signOut}>Sign out</button>
      </header>
      <main><div class="tabs" role="tablist" aria-label="Views" @keydown=${this.key}>${tabs.map(([id, title]) => html`<button type="button" role="tab" id=${`tab-${id}`} aria-controls="view"
        aria-selected=${this.tab === id} tabindex=${this.tab === id ? 0 : -1} @click=${() => this.show(id)}>${title}</button>`)}</div>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
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

  private trouble(e: CustomEvent<unknown>): void {
    const error = e.detail;
    if (error instanceof ServiceError && error.status === 401) {
      this.signOut();
    }
    this.problem = error instanceof ServiceError && error.status === 403
      ? 'Only operations managers and auditors may use the console. Sign out and choose such a role.'
      : error instanceof ServiceError ? error.message : error ? 'The console could not be filled.' : '';
  }

  private async signIn(persona: string): Promise<void> {
    try {
      this.session = await Service.signIn(location.origin, persona);
      this.problem = '';
      saveSession(this.session);
    } catch (e) {
      this.problem = e instanceof ServiceError ? e.message : 'Signing in failed.';
    }
  }

  private signOut(): void {
    this.session = null;
    this.problem = '';
    saveSession(null);
  }
}
customElements.define('copilot-console-page', CopilotConsolePage);
