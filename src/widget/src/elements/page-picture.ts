import { LitElement, css, html, nothing, svg } from 'lit';
import type { SourcePage } from '../protocol.js';
import { type Service, ServiceError } from '../service.js';
import { theme } from './theme.js';

const svgBox = (x0: number, y0: number, x1: number, y1: number) =>
  svg`<rect x=${x0 - 1} y=${y0 - 1} width=${Math.max(2, x1 - x0 + 2)} height=${Math.max(2, y1 - y0 + 2)} rx="2"></rect>`;

/** One page of an original as a picture, with boxes over the cited lines. */
export class CopilotPagePicture extends LitElement {
  static override properties = {
    service: { attribute: false }, turn: { type: String }, source: { type: String }, page: { type: Number }, marks: { attribute: false },
    picture: { state: true }, problem: { state: true },
  };
  declare service: Service | null;
  declare turn: string;
  declare source: string;
  declare page: number;
  declare marks: SourcePage | null;
  declare picture: string;
  declare problem: string;

  private asked = '';

  constructor() {
    super();
    this.service = null;
    this.turn = '';
    this.source = '';
    this.page = 1;
    this.marks = null;
    this.picture = '';
    this.problem = '';
  }

  static override styles = [theme, css`
    :host { display: block; }
    .sheet { position: relative; background: #fff; border: 1px solid var(--line); box-shadow: 0 2px 12px rgb(0 0 0 / 0.18); min-height: 8rem; }
    img { display: block; width: 100%; height: auto; }
    svg { position: absolute; inset: 0; width: 100%; height: 100%; }
    rect { fill: #ffd54a; fill-opacity: 0.38; stroke: #8a5300; stroke-width: 0.8; }
    p { margin: 0; padding: 1rem; color: #51605f; }
    .problem { color: #a52a22; }
  `];

  override render() {
    const marks = this.marks;
    return html`<div class="sheet">
      ${this.picture ? html`<img src=${this.picture} alt="Page ${this.page} of the original${marks ? ', with the cited passage marked' : ''}" @load=${this.shown}>` : nothing}
      ${this.picture && marks ? html`<svg viewBox="0 0 ${marks.width} ${marks.height}" preserveAspectRatio="none" aria-hidden="true">
        ${marks.boxes.map(([x0 = 0, y0 = 0, x1 = 0, y1 = 0]) => svgBox(x0, y0, x1, y1))}</svg>` : nothing}
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : this.picture ? nothing : html`<p>Drawing page ${this.page}…</p>`}
    </div>`;
  }

  override updated(): void {
    const wanted = `${this.turn}/${this.source}/${this.page}`;
    if (this.service && this.turn && wanted !== this.asked) {
      this.asked = wanted;
      void this.draw(wanted);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.drop();
  }

  private async draw(wanted: string): Promise<void> {
    this.drop();
    this.problem = '';
    try {
      const picture = await this.service?.pagePicture(this.turn, this.source, this.page);
      if (wanted === this.asked && picture) {
        this.picture = picture;
      } else if (picture) {
        URL.revokeObjectURL(picture);
      }
    } catch (e) {
      if (wanted === this.asked) {
        this.problem = e instanceof ServiceError ? e.message : 'The page cannot be drawn.';
      }
    }
  }

  private shown(): void {
    this.dispatchEvent(new CustomEvent('drawn', { bubbles: true, composed: true }));
  }

  private drop(): void {
    if (this.picture) {
      URL.revokeObjectURL(this.picture);
      this.picture = '';
    }
  }
}
customElements.define('copilot-page-picture', CopilotPagePicture);
