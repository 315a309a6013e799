import { html } from 'lit';
import type { RecordRef } from '../protocol.js';
import { speech } from '../speech.js';
import { ProposingPanel } from './proposing-panel.js';

/** As many as the service takes. */
const longest = 4000;

/** Puts an answer as an internal note on a record, once somebody has read it: it can be changed here, and nothing is posted before the button. */
export class CopilotNote extends ProposingPanel {
  static override properties = { record: { attribute: false }, name: { type: String }, text: { type: String } };
  declare record: RecordRef | null;
  /** How people call the record. */
  declare name: string;
  declare text: string;

  constructor() {
    super();
    this.record = null;
    this.name = '';
    this.text = '';
  }

  protected get heading(): string {
    return speech.words.noteOn(this.name);
  }

  protected override form() {
    const t = speech.words;
    return html`<p class="quiet">${t.noteHow}</p>
      <label>${t.noteText}<textarea name="message" rows="10" maxlength=${longest} required .value=${this.text.slice(0, longest)}></textarea></label>
      <button type="submit" class="main" ?disabled=${this.busy}>${t.postNote}</button>`;
  }

  protected override wish(said: FormData): [string, unknown] {
    return ['notes', { record: this.record, message: String(said.get('message') ?? '').trim() }];
  }
}
customElements.define('copilot-note', CopilotNote);
