import { LitElement, css, html, nothing } from 'lit';
import { theme } from './theme.js';

const limit = 8000;

/** Where a question is typed. Fires `ask` with the text, and `stop`. Enter sends, Shift+Enter makes a line. */
export class CopilotAskBox extends LitElement {
  static override properties = { running: { type: Boolean }, text: { state: true } };
  declare running: boolean;
  declare text: string;

  constructor() {
    super();
    this.running = false;
    this.text = '';
  }

  static override styles = [theme, css`
    :host { display: block; padding: 0.75rem 1rem calc(0.75rem + env(safe-area-inset-bottom)); border-top: 1px solid var(--line); background: var(--surface); }
    form { max-width: 52rem; margin: 0 auto; display: flex; gap: 0.5rem; align-items: flex-end; }
    textarea {
      flex: 1; min-width: 0; resize: none; field-sizing: content; min-height: 2.9rem; max-height: 12rem; padding: 0.65rem 0.9rem;
      font: inherit; color: inherit; background: var(--sunken); border: 1px solid var(--line); border-radius: var(--radius);
    }
    button { padding: 0 1.1rem; height: 2.9rem; border: 0; border-radius: var(--radius); background: var(--accent); color: var(--on-accent); font-weight: 600; }
    .stop { background: transparent; color: var(--bad); border: 1px solid currentColor; }
    .note { max-width: 52rem; margin: 0.35rem auto 0; font-size: 0.82rem; color: var(--bad); }
  `];

  override render() {
    const over = this.text.length - limit;
    return html`<form @submit=${this.submit}>
        <label class="hidden" for="question">Your question</label>
        <textarea id="question" rows="1" placeholder="Ask a question…" .value=${this.text}
          aria-describedby=${over > 0 ? 'note' : nothing} @input=${this.typed} @keydown=${this.key}></textarea>
        ${this.running
          ? html`<button class="stop" type="button" @click=${() => this.dispatchEvent(new CustomEvent('stop'))}>Stop</button>`
          : html`<button type="submit" ?disabled=${this.text.trim() === '' || over > 0}>Ask</button>`}
      </form>
      ${over > 0 ? html`<p class="note" id="note" role="alert">${over.toLocaleString()} characters too many: at most ${limit.toLocaleString()} are read.</p>` : nothing}`;
  }

  override focus(): void {
    this.renderRoot.querySelector('textarea')?.focus();
  }

  private typed(e: Event): void {
    this.text = (e.target as HTMLTextAreaElement).value;
  }

  private key(e: KeyboardEvent): void {
    if (e.key === 'Enter' && !e.shiftKey && !e.isComposing) {
      this.submit(e);
    } else if (e.key === 'Escape' && this.running) {
      this.dispatchEvent(new CustomEvent('stop'));
    }
  }

  private submit(e: Event): void {
    e.preventDefault();
    const question = this.text.trim();
    if (question === '' || question.length > limit || this.running) {
      return;
    }
    this.text = '';
    this.dispatchEvent(new CustomEvent('ask', { detail: question }));
  }
}
customElements.define('copilot-ask-box', CopilotAskBox);
