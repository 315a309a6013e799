import { LitElement, css, html, nothing } from 'lit';
import { personas } from '../personas.js';
import { theme } from './theme.js';

/** Chooses a demo role. Fires `choose` with the role's id. */
export class CopilotSignIn extends LitElement {
  static override properties = { busy: { type: Boolean }, problem: { type: String } };
  declare busy: boolean;
  declare problem: string;

  constructor() {
    super();
    this.busy = false;
    this.problem = '';
  }

  static override styles = [theme, css`
    :host { display: block; padding: 2rem 1rem; overflow: auto; }
    main { max-width: 46rem; margin: 0 auto; }
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
    .problem { color: var(--bad); border-inline-start: 4px solid currentColor; padding-inline-start: 0.75rem; }
  `];

  override render() {
    return html`<main>
      <h2>Who is asking?</h2>
      <p>This is the practice company, Meridian. Each role sees what its own rights in the ERP allow, and nothing else.</p>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      <ul>
        ${personas.map((p) => html`<li>
          <button type="button" ?disabled=${this.busy} @click=${() => this.choose(p.id)}>
            <strong>${p.title}</strong><span>${p.about}</span>
          </button>
        </li>`)}
      </ul>
    </main>`;
  }

  private choose(id: string): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: id }));
  }
}
customElements.define('copilot-sign-in', CopilotSignIn);
