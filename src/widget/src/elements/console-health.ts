import { LitElement, css, html } from 'lit';
import type { Health, Service } from '../service.js';
import { consoleTheme } from './console-theme.js';
import { theme } from './theme.js';

const often = 10_000;
const names: Record<string, string> = { audit: 'Audit trail', desk: 'Reading desk', erp: 'Business system', exceptions: 'Exceptions', knowledge: 'Documents', models: 'Who writes answers', store: 'Store', vectors: 'Vectors' };

/** How the parts of the service are doing, and which voice speaks: a model or the rules. Fires `trouble` with an error, or null when all is well again. */
export class CopilotConsoleHealth extends LitElement {
  static override properties = { service: { attribute: false }, health: { state: true } };
  declare service: Service | null;
  declare health: Health | null;
  private timer = 0;

  constructor() {
    super();
    this.service = null;
    this.health = null;
  }

  static override styles = [theme, consoleTheme, css`
    :host { display: block; }
    .bad { color: var(--bad); font-weight: 600; }
  `];

  override connectedCallback(): void {
    super.connectedCallback();
    void Promise.resolve().then(() => this.look());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  override render() {
    const health = this.health;
    const parts = { models: { ok: true, text: 'The rules: no language model is configured.' }, ...health?.parts };
    return health === null ? html`<p class="quiet" role="status">Looking…</p>`
      : html`<p role="status">${health.status === 'ready' ? 'Questions can be answered.' : 'Questions can not be answered at the moment.'}</p>
        <div class="scroll" tabindex="0" role="region" aria-label="Parts of the service"><table>
          <thead><tr><th>Part</th><th>State</th><th>More</th></tr></thead>
          <tbody>${Object.entries(parts).map(([part, state]) => html`<tr>
            <th scope="row">${names[part] ?? part}</th><td class=${state.ok ? '' : 'bad'}>${state.ok ? 'works' : 'does not work'}</td><td>${state.text}</td></tr>`)}</tbody>
        </table></div>`;
  }

  private async look(): Promise<void> {
    clearTimeout(this.timer);
    try {
      this.health = (await this.service?.health()) ?? null;
      this.dispatchEvent(new CustomEvent('trouble', { detail: null, bubbles: true }));
    } catch (e) {
      this.dispatchEvent(new CustomEvent('trouble', { detail: e, bubbles: true }));
    }
    if (this.isConnected) {
      this.timer = window.setTimeout(() => void this.look(), often);
    }
  }
}
customElements.define('copilot-console-health', CopilotConsoleHealth);
