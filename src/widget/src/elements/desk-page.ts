import { css, html } from 'lit';
import { deskSpeech } from '../desk-speech.js';
import { speech } from '../speech.js';
import { SignedPage } from './signed-page.js';
import './desk-list.js';
import './desk-review.js';

const root = '/console/documents';

/** The reading desk: the list of documents, or the one that is being reviewed. */
export class CopilotDeskPage extends SignedPage {
  static override properties = { document: { state: true }, done: { state: true } };
  declare document: string;
  declare done: string;

  private readonly back = (): void => this.read();

  constructor() {
    super();
    this.document = '';
    this.done = '';
    this.read();
    void deskSpeech.begin();
  }

  protected get heading(): string {
    return deskSpeech.words.heading;
  }

  protected override get wrongRole(): string {
    return deskSpeech.words.wrongRole;
  }

  static override styles = [SignedPage.styles, css`
    main { max-width: 96rem; }
    .done { color: var(--good); min-height: 1.5rem; margin: 0 0 0.5rem; }
  `];

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.back);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('popstate', this.back);
    super.disconnectedCallback();
  }

  protected override main() {
    return html`<main lang=${speech.language} @go=${(e: CustomEvent<string>) => this.go(e.detail)} @trouble=${this.trouble} @done=${(e: CustomEvent<string>) => (this.done = e.detail)}>
        <p class="done" role="status">${this.done}</p>
        ${this.told()}
        ${this.document ? html`<copilot-desk-review .service=${this.service} .document=${this.document}></copilot-desk-review>` : html`<copilot-desk-list .service=${this.service}></copilot-desk-list>`}
      </main>`;
  }

  private read(): void {
    const path = location.pathname;
    this.document = path.startsWith(`${root}/`) ? decodeURIComponent(path.slice(root.length + 1)) : '';
  }

  private go(id: string): void {
    history.pushState(null, '', id ? `${root}/${encodeURIComponent(id)}` : root);
    this.problem = '';
    this.read();
  }
}
customElements.define('copilot-desk-page', CopilotDeskPage);
