import { LitElement, css, html, nothing } from 'lit';
import { type Attachment, inWords, isBusy } from '../attachments.js';
import { canDictate, dictate } from '../dictation.js';
import { formatCount } from '../format.js';
import { speech } from '../speech.js';
import { theme } from './theme.js';

const limit = 8000;

/**
 * Where a question is typed. Fires `ask` with the text, `stop`, `attach` with files, and `detach` with an attachment's key. Enter sends,
 * Shift+Enter makes a line.
 */
export class CopilotAskBox extends LitElement {
  static override properties = { running: { type: Boolean }, attachments: { attribute: false }, about: { attribute: false }, text: { state: true }, listening: { state: true }, deaf: { state: true } };
  declare running: boolean;
  declare attachments: Attachment[];
  /** Names of the files that the conversation goes on with. */
  declare about: string[];
  declare text: string;
  /** Whether the browser listens to somebody who speaks. */
  declare listening: boolean;
  /** Whether it could not. */
  declare deaf: boolean;

  private ear: { stop(): void } | null = null;

  constructor() {
    super();
    this.running = false;
    this.attachments = [];
    this.about = [];
    this.text = '';
    this.listening = false;
    this.deaf = false;
    speech.heardBy(this);
  }

  static override styles = [theme, css`
    :host { display: block; padding: 0.75rem 1rem calc(0.75rem + env(safe-area-inset-bottom)); border-top: 1px solid var(--line); background: var(--surface); }
    form { max-width: 52rem; margin: 0 auto; display: flex; gap: 0.5rem; align-items: flex-end; }
    textarea {
      flex: 1; min-width: 0; resize: none; field-sizing: content; min-height: 2.9rem; max-height: 12rem; padding: 0.65rem 0.9rem;
      font: inherit; color: inherit; background: var(--sunken); border: 1px solid var(--line); border-radius: var(--radius);
    }
    button { padding: 0 1.1rem; height: 2.9rem; border: 0; border-radius: var(--radius); background: var(--accent); color: var(--on-accent); font-weight: 600; }
    .attach { padding: 0; width: 2.9rem; flex: none; background: transparent; color: var(--text); border: 1px solid var(--line); display: grid; place-items: center; }
    .attach svg { width: 1.25rem; height: 1.25rem; }
    .listening { color: var(--bad); border-color: currentColor; }
    .files { max-width: 52rem; margin: 0 auto 0.5rem; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: 0.4rem; }
    .files li { display: flex; align-items: center; gap: 0.5rem; max-width: 100%; border: 1px solid var(--line); border-radius: 10px; padding: 0.2rem 0.2rem 0.2rem 0.7rem; font-size: 0.85rem; }
    .files .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; max-width: 16rem; }
    .files .state { color: var(--quiet); overflow-wrap: anywhere; }
    .files .refused { border-color: var(--bad); }
    .files .refused .state { color: var(--bad); }
    .about { max-width: 52rem; margin: 0 auto 0.5rem; font-size: 0.82rem; color: var(--quiet); overflow-wrap: anywhere; }
    .files progress { width: 5rem; accent-color: var(--accent); }
    .files button { background: none; color: var(--text); height: 1.8rem; padding: 0 0.5rem; font-weight: 400; }
    .files button:hover { background: var(--sunken); }
    .stop { background: transparent; color: var(--bad); border: 1px solid currentColor; }
    .note { max-width: 52rem; margin: 0.35rem auto 0; font-size: 0.82rem; color: var(--bad); }
  `];

  override render() {
    const t = speech.words;
    const over = this.text.length - limit;
    const busy = this.attachments.some(isBusy);
    return html`${this.attachments.length > 0 ? html`<ul class="files" aria-label=${t.filesToAsk}>${this.attachments.map((a) => this.file(a))}</ul>`
      : this.about.length > 0 ? html`<p class="about">${t.goingOn(this.about.join(', '), this.about.length)}</p>` : nothing}
      <form @submit=${this.submit}>
        <input class="hidden" id="files" type="file" multiple tabindex="-1" aria-hidden="true" @change=${this.chosen} />
        <button class="attach" type="button" aria-label=${t.attach} title=${t.attachTitle} @click=${this.choose}>
          <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M20 11.5 12 19.4a5 5 0 0 1-7-7l8.2-8.2a3.4 3.4 0 0 1 4.8 4.8l-8.2 8.1a1.7 1.7 0 0 1-2.4-2.4l7.4-7.3" /></svg>
        </button>
        ${canDictate() ? html`<button class=${this.listening ? 'attach listening' : 'attach'} type="button" aria-pressed=${this.listening} aria-label=${t.dictate} title=${t.dictateTitle} @click=${this.speak}>
          <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" aria-hidden="true"><rect x="9" y="3" width="6" height="11" rx="3" /><path d="M5 11a7 7 0 0 0 14 0M12 18v3" /></svg>
        </button>` : nothing}
        <label class="hidden" for="question">${t.question}</label>
        <textarea id="question" rows="1" placeholder=${t.placeholder} .value=${this.text}
          aria-describedby=${over > 0 ? 'note' : nothing} @input=${this.typed} @keydown=${this.key} @paste=${this.pasted}></textarea>
        ${this.running
          ? html`<button class="stop" type="button" @click=${() => this.dispatchEvent(new CustomEvent('stop'))}>${t.stop}</button>`
          : html`<button type="submit" ?disabled=${this.text.trim() === '' || over > 0 || busy}>${t.ask}</button>`}
      </form>
      ${over > 0 ? html`<p class="note" id="note" role="alert">${t.tooLong(formatCount(over), formatCount(limit))}</p>` : nothing}
      ${this.deaf ? html`<p class="note" role="alert">${t.notHeard}</p>` : nothing}`;
  }

  override disconnectedCallback(): void {
    this.ear?.stop();
    super.disconnectedCallback();
  }

  override focus(): void {
    this.renderRoot.querySelector('textarea')?.focus();
  }

  /** Puts a question there to be changed. */
  fill(question: string): void {
    this.text = question;
    void this.updateComplete.then(() => {
      const box = this.renderRoot.querySelector('textarea');
      box?.focus();
      box?.setSelectionRange(question.length, question.length);
    });
  }

  private file(a: Attachment) {
    return html`<li class=${a.state}>
      <span class="name" title=${a.name}>${a.name}</span>
      ${a.state === 'sending' ? html`<progress max="1" .value=${a.sent} aria-label=${speech.words.sending(a.name)}></progress>` : nothing}
      ${inWords(a) ? html`<span class="state">${inWords(a)}</span>` : nothing}
      <button type="button" aria-label=${speech.words.remove(a.name)} title=${speech.words.remove(a.name)} @click=${() => this.dispatchEvent(new CustomEvent('detach', { detail: a.key }))}>✕</button>
    </li>`;
  }

  private choose(): void {
    this.renderRoot.querySelector<HTMLInputElement>('#files')?.click();
  }

  private chosen(e: Event): void {
    const input = e.target as HTMLInputElement;
    this.attach(input.files);
    // The same file may be chosen again after it was removed.
    input.value = '';
  }

  private pasted(e: ClipboardEvent): void {
    if (e.clipboardData && e.clipboardData.files.length > 0) {
      e.preventDefault();
      this.attach(e.clipboardData.files);
    }
  }

  private attach(files: FileList | null): void {
    if (files && files.length > 0) {
      this.dispatchEvent(new CustomEvent('attach', { detail: [...files] }));
      this.focus();
    }
  }

  /** What is said goes behind what is written; sending it is left to the person. */
  private speak(): void {
    if (this.listening) {
      this.ear?.stop();
      return;
    }
    const before = this.text.trim();
    this.listening = true;
    this.deaf = false;
    this.ear = dictate(speech.locale, (heard) => (this.text = before ? `${before} ${heard}` : heard), (problem) => {
      this.listening = false;
      this.deaf = problem;
      this.ear = null;
      this.focus();
    });
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
    if (question === '' || question.length > limit || this.running || this.attachments.some(isBusy)) {
      return;
    }
    this.ear?.stop();
    this.text = '';
    this.dispatchEvent(new CustomEvent('ask', { detail: question }));
  }
}
customElements.define('copilot-ask-box', CopilotAskBox);
