import { css, html, nothing } from 'lit';
import { consoleTheme } from './console-theme.js';
import { SignedPage } from './signed-page.js';

interface Link {
  linked: boolean;
  server?: string;
  database: string;
  mayLink: boolean;
  note?: string;
  login?: string;
  name?: string;
  companies?: { id: number; name: string }[];
  linkedAt?: string;
  expiresAt?: string;
}

const path = 'account-link';
const day = (moment: string): string => new Date(moment).toLocaleDateString(undefined, { year: 'numeric', month: 'long', day: 'numeric' });

/** With which account in Odoo the copilot works for the one who looks: linked, seen and removed here, never shown with its secret. */
export class CopilotLinkPage extends SignedPage {
  static override properties = { link: { state: true }, said: { state: true }, working: { state: true }, kind: { state: true } };
  declare link: Link | null;
  declare said: string;
  declare working: boolean;
  declare kind: 'key' | 'password';

  protected readonly heading = 'Your Odoo account';

  constructor() {
    super();
    this.link = null;
    this.said = '';
    this.working = false;
    this.kind = 'key';
  }

  static override styles = [SignedPage.styles, consoleTheme, css`
    h2 { margin: 1.4rem 0 0.6rem; }
    main { max-width: 44rem; }
    form { display: grid; gap: 0.9rem; }
    fieldset { border: 1px solid var(--line); border-radius: var(--radius); padding: 0.6rem 1rem 0.8rem; margin: 0; display: grid; gap: 0.4rem; }
    legend { padding: 0 0.4rem; font-size: 0.85rem; color: var(--quiet); }
    fieldset label { display: flex; gap: 0.6rem; align-items: center; color: var(--text); font-size: 0.95rem; }
    fieldset input { width: auto; min-height: 0; }
    form button { justify-self: start; }
    .problem { color: var(--bad); border-inline-start: 4px solid currentColor; padding-inline-start: 0.75rem; }
    .said { border-inline-start: 4px solid var(--accent); padding-inline-start: 0.75rem; }
  `];

  protected override main() {
    return html`<main>
        <p>The copilot reads and writes in Odoo with your own account: what you may not see there, it does not see for you.</p>
        ${this.told()}
        <p class=${this.said ? 'said' : nothing} role="status">${this.said}</p>
        ${this.link === null ? html`<p class="quiet">${this.problem ? '' : 'One moment…'}</p>` : this.account(this.link)}
      </main>`;
  }

  protected override entered(): void {
    void this.act(async () => { this.link = await this.service.get<Link>(path); });
  }

  protected override left(): void {
    this.link = null;
  }

  private account(link: Link) {
    return html`
      ${link.note ? html`<p class="note">${link.note}</p>` : nothing}
      ${link.linked ? html`<h2>Linked</h2>
        <dl>
          <dt>Login</dt><dd>${link.login}</dd>
          <dt>Name in Odoo</dt><dd>${link.name}</dd>
          <dt>Companies</dt><dd>${link.companies?.map((c) => c.name).join(', ') || 'not known'}</dd>
          <dt>Linked on</dt><dd>${link.linkedAt ? day(link.linkedAt) : 'not known'}</dd>
          <dt>Key lapses on</dt><dd>${link.expiresAt ? day(link.expiresAt) : 'not known here; Odoo shows it'}</dd>
          <dt>Odoo</dt><dd>${link.server ?? 'the practice company'}, database ${link.database}</dd>
        </dl>
        <button type="button" ?disabled=${this.working} @click=${() => void this.forget()}>Remove the link</button>
        <p class="quiet">This forgets the key here. Delete the key in Odoo, too, under My Preferences, Security.</p>`
      : html`<h2>No account is linked</h2>`}
      ${link.mayLink ? this.form(link) : nothing}`;
  }

  private form(link: Link) {
    const password = this.kind === 'password';
    return html`<h2>${link.linked ? 'Link another account' : 'Link your account'}</h2>
      <form @submit=${(e: SubmitEvent) => void this.submit(e)}>
        <fieldset>
          <legend>What you give</legend>
          <label><input type="radio" name="kind" value="key" .checked=${!password} @change=${() => { this.kind = 'key'; }}>An API key, made in Odoo under My Preferences, Security</label>
          <label><input type="radio" name="kind" value="password" .checked=${password} @change=${() => { this.kind = 'password'; }}>My password: a key is made of it once, and the password is not kept</label>
        </fieldset>
        <label>Login in Odoo<input name="login" required maxlength="256" autocomplete="username" spellcheck="false" autocapitalize="none"></label>
        <label>${password ? 'Password' : 'API key'}<input name="secret" type="password" required maxlength="256" autocomplete=${password ? 'current-password' : 'off'}></label>
        <button class="main" type="submit" ?disabled=${this.working}>${this.working ? 'Asking Odoo…' : 'Link account'}</button>
      </form>`;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const given = new FormData(form);
    await this.act(async () => {
      this.link = await this.service.put<Link>(path, { kind: this.kind, login: given.get('login'), secret: given.get('secret') });
      form.reset();
      this.kind = 'key';
      this.said = 'Your account is linked. The copilot works with it from now on.';
    });
  }

  private async forget(): Promise<void> {
    await this.act(async () => {
      await this.service.remove(path);
      this.link = await this.service.get<Link>(path);
      this.said = 'The link is removed.';
    });
  }

  private async act(work: () => Promise<void>): Promise<void> {
    this.working = true;
    this.problem = '';
    this.said = '';
    try {
      await work();
    } catch (e) {
      this.tell(e, 'This could not be done.');
    } finally {
      this.working = false;
    }
  }
}
customElements.define('copilot-link-page', CopilotLinkPage);
