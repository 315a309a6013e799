import { LitElement, css, html, nothing } from 'lit';
import { type InView, Odoo, briefOf, draftOf, inView } from '../odoo.js';
import { Service } from '../service.js';
import { words } from '../chat.js';
import { speech } from '../speech.js';
import type { DistributionCopilot } from './copilot.js';
import { scheme, theme } from './theme.js';
import './copilot.js';

interface SidebarSession { token: string; displayName: string; expiresAt: string }

/** A session is renewed this long before it ends. */
const margin = 60_000;

/**
 * What Odoo shows beside a record: a brief as soon as it is opened, then questions about it. `origins`: the addresses of Odoo it listens to, with spaces between.
 * Odoo says who looks (a token, good once) and which record is in view; the session is kept in memory only.
 */
export class CopilotSidebarPage extends LitElement {
  static override properties = { origins: { type: String }, view: { state: true }, signedIn: { state: true }, problem: { state: true }, said: { state: true } };
  declare origins: string;
  declare view: InView | null;
  declare signedIn: boolean;
  declare problem: string;
  declare said: string;

  private odoo: Odoo | null = null;
  private session: SidebarSession | null = null;
  private renewed: ((token: string) => void)[] = [];

  constructor() {
    super();
    this.origins = '';
    this.view = null;
    this.signedIn = false;
    this.problem = '';
    this.said = '';
    speech.heardBy(this);
  }

  static override styles = [theme, scheme, css`
    :host { display: flex; flex-direction: column; height: 100dvh; background: var(--surface); }
    header { padding: 0.6rem 1rem; border-bottom: 1px solid var(--line); }
    h1 { font-size: 1rem; margin: 0 0 0.4rem; overflow-wrap: anywhere; }
    .acts { display: flex; flex-wrap: wrap; gap: 0.4rem; }
    .acts button { border: 1px solid var(--line); background: none; border-radius: 8px; padding: 0.2rem 0.7rem; font-size: 0.88rem; min-height: 1.9rem; }
    .acts button:hover { background: var(--sunken); }
    main { flex: 1; min-height: 0; }
    .said, .problem, .wait { margin: 0.4rem 0 0; font-size: 0.88rem; }
    .said:empty { display: none; }
    .problem { color: var(--bad); }
    .wait { padding: 0 1rem; color: var(--quiet); }
  `];

  override connectedCallback(): void {
    super.connectedCallback();
    void speech.begin();
    this.odoo = new Odoo(this.origins.split(' ').filter((o) => o !== ''), (what, data) => void this.hear(what, data));
    this.odoo.listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.odoo?.leave();
  }

  override render() {
    const t = speech.words;
    if (window.parent === window) {
      return html`<main lang=${speech.language}><h1 class="wait">Distribution Copilot</h1><p class="wait">${t.onlyInOdoo}</p></main>`;
    }
    const draft = this.view ? draftOf(this.view.about, this.view.name) : '';
    return html`<header lang=${speech.language}>
        <h1>${this.view?.name ?? 'Distribution Copilot'}</h1>
        ${this.view && this.signedIn ? html`<div class="acts">
          <button type="button" @click=${() => void this.brief()}>${t.brief}</button>
          ${this.view.about.model === 'helpdesk.ticket' ? html`<button type="button" @click=${() => void this.chat()?.goOnWith('Show similar cases to this ticket.')}>${t.similarCases}</button>` : nothing}
          ${draft ? html`<button type="button" @click=${() => void this.chat()?.goOnWith(draft)}>${t.draftReply}</button>` : nothing}
          <button type="button" @click=${this.insert}>${t.intoMessage}</button>
          <button type="button" @click=${(e: Event) => void this.note(this.view, e.currentTarget as HTMLElement)}>${t.asNote}</button>
        </div>` : nothing}
        <p class="said" role="status">${this.said}</p>
        ${this.problem ? html`<p class="problem" role="alert">${t.notSignedIn}${this.problem}</p>` : nothing}
      </header>
      <main>${this.signedIn ? html`<distribution-copilot mode="panel" .language=${speech.language} .token=${this.bearer} .record=${this.view?.about ?? null} @ready=${() => void this.brief()}></distribution-copilot>`
        : this.problem ? nothing : html`<p class="wait" role="status">${t.waitingForOdoo}</p>`}</main>`;
  }

  private async hear(what: string, data: Record<string, unknown>): Promise<void> {
    if (what === 'token' && typeof data['token'] === 'string') {
      if (typeof data['language'] === 'string' && data['language'] && !this.signedIn) {
        await speech.begin(data['language']);
      }
      await this.signIn(data['token'], inView(data['record']));
    } else if (what === 'record') {
      await this.look(inView(data['record']));
    } else if (what === 'inserted') {
      this.said = data['done'] === true ? speech.words.inserted : speech.words.notInserted;
    }
  }

  private async signIn(token: string, view: InView | null): Promise<void> {
    try {
      this.session = await Service.fromOdoo<SidebarSession>(location.origin, token);
      this.problem = '';
      this.renewed.splice(0).forEach((go) => go(this.session?.token ?? ''));
      const first = !this.signedIn;
      this.signedIn = true;
      if (first) {
        // The chat asks for the brief itself, once it is there.
        this.view = view;
      } else {
        await this.look(view);
      }
    } catch (error) {
      this.problem = words(error);
    }
  }

  private async look(view: InView | null): Promise<void> {
    if (!view || (this.view?.model === view.model && this.view.id === view.id)) {
      return;
    }
    this.view = view;
    this.said = '';
    await this.updateComplete;
    await this.chat()?.updateComplete;
    if (this.signedIn) {
      await this.brief();
    }
  }

  private async brief(): Promise<void> {
    if (this.view) {
      // A lead is summed up itself; what is asked after that is about its customer.
      await this.chat()?.beginWith(briefOf(this.view), this.view.model === 'crm.lead' ? { model: this.view.model, id: this.view.id } : undefined);
    }
  }

  private insert(): void {
    const text = this.chat()?.lastAnswer ?? '';
    this.said = text ? '' : speech.words.noAnswer;
    if (text) {
      this.odoo?.say('insert', { text });
    }
  }

  /** On the record that questions are about: the customer of a lead, the order of a transfer. */
  private async note(view: InView | null, opener: HTMLElement): Promise<void> {
    this.said = view && (await this.chat()?.noteOn(view.about, view.name, opener)) ? '' : speech.words.noAnswer;
  }

  /** The session's token; when it is about to end, Odoo is asked for a new one first. */
  private readonly bearer = (): string | Promise<string> => {
    if (this.session && Date.parse(this.session.expiresAt) - margin > Date.now()) {
      return this.session.token;
    }
    const token = new Promise<string>((resolve) => this.renewed.push(resolve));
    if (this.renewed.length === 1) {
      this.odoo?.say('sign-in');
    }
    return token;
  };

  private chat(): DistributionCopilot | null {
    return this.renderRoot.querySelector('distribution-copilot');
  }
}
customElements.define('copilot-sidebar-page', CopilotSidebarPage);
