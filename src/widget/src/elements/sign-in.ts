import { LitElement, css, html, nothing } from 'lit';
import { personas } from '../personas.js';
import { speech } from '../speech.js';
import { theme } from './theme.js';

/** Chooses a demo role, or goes to the provider. Fires `choose` with the role's id, empty for the provider. */
export class CopilotSignIn extends LitElement {
  static override properties = { inside: { type: Boolean }, provider: { type: Boolean }, busy: { type: Boolean }, problem: { type: String } };
  /** Whether it stands in a page of others, which has a main part of its own. */
  declare inside: boolean;
  /** Whether people sign in at a provider: then there are no roles to choose. */
  declare provider: boolean;
  declare busy: boolean;
  declare problem: string;

  constructor() {
    super();
    this.inside = false;
    this.provider = false;
    this.busy = false;
    this.problem = '';
    speech.heardBy(this);
  }

  static override styles = [theme, css`
    :host { display: block; padding: 2rem 1rem; overflow: auto; }
    .main { max-width: 46rem; margin: 0 auto; }
    h2 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 0.5rem; }
    p { margin: 0 0 1.5rem; color: var(--quiet); }
    ul { list-style: none; padding: 0; margin: 0; display: grid; gap: 0.75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr)); }
    li button {
      width: 100%; height: 100%; text-align: start; padding: 1rem; border: 1px solid var(--line);
      border-radius: var(--radius); background: var(--surface);
    }
    li button:hover:not(:disabled) { border-color: var(--accent); background: var(--sunken); }
    strong { display: block; }
    span { color: var(--quiet); font-size: 0.9rem; }
    .go { padding: 0.7rem 1.6rem; border: 0; border-radius: var(--radius); background: var(--accent); color: var(--on-accent); font-weight: 600; }
    .problem { color: var(--bad); border-inline-start: 4px solid currentColor; padding-inline-start: 0.75rem; }
  `];

  override render() {
    if (this.provider) {
      return html`<div class="main" role=${this.inside ? nothing : 'main'}>
        <h2>${speech.words.need}</h2><p>${speech.words.promise}</p>
        ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
        <button type="button" class="go" ?disabled=${this.busy} @click=${() => this.choose('')}>${speech.words.signIn}</button>
      </div>`;
    }
    return html`<div class="main" role=${this.inside ? nothing : 'main'}>
      <h2>${speech.words.who}</h2>
      <p>${speech.words.practice}</p>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      <ul>
        ${personas.map((p) => html`<li>
          <button type="button" ?disabled=${this.busy} @click=${() => this.choose(p.id)}>
            <strong>${speech.words.roles[p.id]?.[0] ?? p.id}</strong><span>${speech.words.roles[p.id]?.[1] ?? ''}</span>
          </button>
        </li>`)}
      </ul>
    </div>`;
  }

  private choose(id: string): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: id }));
  }
}
customElements.define('copilot-sign-in', CopilotSignIn);
