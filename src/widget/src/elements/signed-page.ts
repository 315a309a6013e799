import { type CSSResultGroup, LitElement, type PropertyDeclarations, type TemplateResult, css, html, nothing } from 'lit';
import { type Way, begin, wayOf } from '../code-sign-in.js';
import type { Session } from '../protocol.js';
import { Service, ServiceError } from '../service.js';
import { speech } from '../speech.js';
import { loadSession, saveSession } from '../store.js';
import { scheme, theme } from './theme.js';
import './sign-in.js';

/**
 * A page of the service beside the chat: signs in as the chat does (at the provider where there is one, else by role), says who is in, and tells what went wrong. A page that speaks the reader's language calls `speech.begin()`.
 */
export abstract class SignedPage extends LitElement {
  static override properties: PropertyDeclarations = { session: { state: true }, way: { state: true }, busy: { state: true }, problem: { state: true } };
  declare session: Session | null;
  /** How people sign in at a provider; null where they choose a role of the demo. */
  declare way: Way | null;
  declare busy: boolean;
  declare problem: string;
  protected readonly service: Service;

  constructor() {
    super();
    this.session = loadSession();
    this.way = null;
    this.busy = false;
    this.problem = '';
    speech.heardBy(this);
    this.service = new Service(location.origin, () => this.session?.token ?? '');
  }

  static override styles: CSSResultGroup = [theme, scheme, css`
    :host { display: block; min-height: 100dvh; background: var(--surface); }
    header { display: flex; flex-wrap: wrap; gap: 0.4rem 1rem; align-items: center; padding: 0.7rem 1rem; border-bottom: 1px solid var(--line); }
    h1 { font-size: 1.1rem; margin: 0; flex: 1 1 12rem; }
    .who { color: var(--quiet); font-size: 0.88rem; }
    header button { border: 1px solid var(--line); background: none; border-radius: 8px; padding: 0.3rem 0.8rem; }
    main { padding: 1rem; margin: 0 auto; }
    .problem { color: var(--bad); }
  `];

  protected abstract readonly heading: string;
  /** What somebody reads whose role has no business here; empty where everybody has. */
  protected get wrongRole(): string {
    return '';
  }

  /** What stands below the heading. */
  protected abstract main(): TemplateResult;

  /** Somebody is in: what the page shows can be read. */
  protected entered(): void {}

  /** Nobody is in any more: what was read is put away. */
  protected left(): void {}

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.session) {
      this.entered();
    } else {
      void wayOf(location.origin).then((way) => (this.way = way));
    }
  }

  override render() {
    return this.session
      ? html`<header lang=${speech.language}><h1>${this.heading}</h1><span class="who">${this.session.displayName}</span><button type="button" @click=${this.signOut}>${speech.words.signOut}</button></header>${this.main()}`
      : html`<header lang=${speech.language}><h1>${this.heading}</h1></header><copilot-sign-in .provider=${this.way !== null} .busy=${this.busy} .problem=${this.problem} @choose=${(e: CustomEvent<string>) => void this.signIn(e.detail)}></copilot-sign-in>`;
  }

  protected trouble(e: CustomEvent<unknown>): void {
    this.tell(e.detail);
  }

  /** Says what went wrong; nothing takes it back. Whose sign-in has ended is out. */
  protected tell(error: unknown, otherwise = 'The page could not be filled.'): void {
    if (error instanceof ServiceError && error.status === 401) {
      this.signOut();
    }
    this.problem = error instanceof ServiceError && error.status === 403 && this.wrongRole ? this.wrongRole : error instanceof ServiceError ? error.message : error ? otherwise : '';
  }

  protected told() {
    return this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing;
  }

  private async signIn(persona: string): Promise<void> {
    this.busy = true;
    this.problem = '';
    try {
      if (this.way) {
        await begin(this.way);
        return;
      }
      this.session = await Service.signIn(location.origin, persona);
      saveSession(this.session);
      this.entered();
    } catch (e) {
      this.problem = e instanceof ServiceError ? e.message : speech.words.signInFailed;
    } finally {
      this.busy = false;
    }
  }

  private signOut(): void {
    this.session = null;
    this.problem = '';
    saveSession(null);
    this.left();
    void wayOf(location.origin).then((way) => (this.way = way));
  }
}
