import { html } from 'lit';
import { speech } from '../speech.js';
import { ProposingPanel } from './proposing-panel.js';

/** Hands the conversation over to a person: proposes a to-do in Odoo. */
export class CopilotHandOver extends ProposingPanel {
  static override properties = { conversation: { type: String } };
  declare conversation: string;

  constructor() {
    super();
    this.conversation = '';
  }

  protected get heading(): string {
    return speech.words.handOver;
  }

  protected override form() {
    const t = speech.words;
    return html`<p class="quiet">${t.handOverHow}</p>
      <label>${t.handOverWho}<input name="person" maxlength="200" autocomplete="off"></label>
      <label>${t.handOverWhat}<textarea name="note" rows="3" maxlength="500"></textarea></label>
      <button type="submit" class="main" ?disabled=${this.busy}>${t.handOver}</button>`;
  }

  protected override wish(said: FormData): [string, unknown] {
    const words = (name: string): Record<string, string> => (String(said.get(name) ?? '').trim() ? { [name]: String(said.get(name)).trim() } : {});
    return [`conversations/${encodeURIComponent(this.conversation)}/hand-over`, { ...words('person'), ...words('note') }];
  }
}
customElements.define('copilot-hand-over', CopilotHandOver);
