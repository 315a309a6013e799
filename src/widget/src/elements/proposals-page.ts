import { LitElement, css, html, nothing } from 'lit';
import { type Decision, isMoving, requestOf } from '../proposal.js';
import type { Proposal, Session } from '../protocol.js';
import { Service, ServiceError } from '../service.js';
import { loadSession, saveSession } from '../store.js';
import { theme } from './theme.js';
import './proposal.js';
import './sign-in.js';

const again = 15_000;
const soon = 3_000;

/** Everything that was proposed and that the one who looks may see; what waits for a decision comes first. */
export class CopilotProposalsPage extends LitElement {
  static override properties = { session: { state: true }, proposals: { state: true }, problem: { state: true } };
  declare session: Session | null;
  declare proposals: Proposal[] | null;
  declare problem: string;

  private readonly service: Service;
  private timer = 0;

  constructor() {
    super();
    this.session = loadSession();
    this.proposals = null;
    this.problem = '';
    this.service = new Service(location.origin, () => this.session?.token ?? '');
  }

  static override styles = [theme, css`
    :host { display: block; min-height: 100dvh; background: var(--surface); }
    header { display: flex; flex-wrap: wrap; gap: 0.4rem 1rem; align-items: center; padding: 0.7rem 1rem; border-bottom: 1px solid var(--line); }
    h1 { font-size: 1.1rem; margin: 0; flex: 1 1 12rem; }
    h2 { font-size: 1rem; margin: 1.4rem 0 0.6rem; }
    .who, .quiet { color: var(--quiet); font-size: 0.88rem; }
    header button { border: 1px solid var(--line); background: none; border-radius: 8px; padding: 0.3rem 0.8rem; }
    main { padding: 1rem; max-width: 52rem; margin: 0 auto; }
    copilot-proposal { margin-bottom: 0.9rem; }
    .problem { color: var(--bad); }
  `];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override disconnectedCallback(): void {
    clearTimeout(this.timer);
    super.disconnectedCallback();
  }

  override render() {
    if (!this.session) {
      return html`<copilot-sign-in .problem=${this.problem} @choose=${(e: CustomEvent<string>) => void this.signIn(e.detail)}></copilot-sign-in>`;
    }
    const one = new URLSearchParams(location.search).get('id');
    const all = one ? (this.proposals ?? []).filter((p) => p.id === one) : (this.proposals ?? []);
    const mine = all.filter((p) => p.state === 'proposed' && p.mayApprove);
    const open = all.filter((p) => (p.state === 'proposed' && !p.mayApprove) || isMoving(p));
    const rest = all.filter((p) => !mine.includes(p) && !open.includes(p));
    return html`<header><h1>Proposals</h1><span class="who">${this.session.displayName}</span>
        <button type="button" @click=${this.signOut}>Sign out</button></header>
      <main @decide=${(e: CustomEvent<Decision>) => void this.decide(e.detail)}>
        ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
        ${one ? html`<p><a href="/console/proposals">All proposals</a></p>` : nothing}
        ${this.proposals === null ? html`<p class="quiet">One moment…</p>`
          : one && all.length === 0 ? html`<p>There is no proposal of this name that you may see.</p>`
            : html`${this.group('Waiting for you', mine, one ? '' : 'Nothing waits for your decision.')}${this.group('Waiting elsewhere or running', open, '')}${this.group('Decided', rest, '')}`}
      </main>`;
  }

  private group(title: string, proposals: Proposal[], none: string) {
    return proposals.length === 0 ? (none ? html`<h2>${title}</h2><p class="quiet">${none}</p>` : nothing)
      : html`<h2>${title}</h2>${proposals.map((p) => html`<copilot-proposal .proposal=${p}></copilot-proposal>`)}`;
  }

  private async load(): Promise<void> {
    clearTimeout(this.timer);
    if (!this.session) {
      return;
    }
    try {
      this.proposals = await this.service.get<Proposal[]>('proposals');
      this.problem = '';
    } catch (e) {
      if (e instanceof ServiceError && e.status === 401) {
        this.signOut();
      }
      this.problem = e instanceof ServiceError ? e.message : 'The proposals could not be read.';
    }
    if (this.isConnected) {
      this.timer = window.setTimeout(() => void this.load(), (this.proposals ?? []).some(isMoving) ? soon : again);
    }
  }

  private async decide(decision: Decision): Promise<void> {
    const [path, body] = requestOf(decision);
    try {
      const after = await this.service.post<Proposal>(path, body);
      decision.done(decision.act === 'undo' ? { ...decision.proposal, canUndo: false } : after);
      await this.load();
    } catch (e) {
      decision.failed(e instanceof ServiceError ? e.message : 'This could not be sent.');
    }
  }

  private async signIn(persona: string): Promise<void> {
    try {
      this.session = await Service.signIn(location.origin, persona);
      saveSession(this.session);
      await this.load();
    } catch (e) {
      this.problem = e instanceof ServiceError ? e.message : 'Signing in failed.';
    }
  }

  private signOut(): void {
    this.session = null;
    this.proposals = null;
    saveSession(null);
  }
}
customElements.define('copilot-proposals-page', CopilotProposalsPage);
