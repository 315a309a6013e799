import { LitElement, css, html, nothing, svg } from 'lit';
import { type DeskDetail, type Word, around, run, towards } from '../desk.js';
import { deskSpeech } from '../desk-speech.js';
import { type Service, ServiceError } from '../service.js';
import { speech } from '../speech.js';
import { theme } from './theme.js';

/** A page of a document as a picture, with its fields' boxes and its words to pick. Fires `pick` with `{ value, page, box }`, `field` with a field's name, and `leave`. */
export class CopilotDeskSheet extends LitElement {
  static override properties = {
    service: { attribute: false }, detail: { attribute: false }, page: { type: Number }, field: { type: String }, fixed: { type: Boolean },
    picture: { state: true }, words: { state: true }, problem: { state: true }, at: { state: true }, picked: { state: true },
  };
  declare service: Service | null;
  declare detail: DeskDetail | null;
  declare page: number;
  declare field: string;
  declare fixed: boolean;
  declare picture: string;
  declare words: Word[];
  declare problem: string;
  declare at: number;
  declare picked: number[];

  private asked = '';

  constructor() {
    super();
    this.service = null;
    this.detail = null;
    this.page = 1;
    this.field = '';
    this.fixed = false;
    this.picture = '';
    this.words = [];
    this.problem = '';
    this.at = -1;
    this.picked = [];
    speech.heardBy(this);
  }

  static override styles = [theme, css`
    :host { display: block; }
    .sheet { position: relative; background: #fff; border: 1px solid var(--line); box-shadow: 0 2px 12px rgb(0 0 0 / 0.18); min-height: 8rem; }
    img { display: block; width: 100%; height: auto; }
    svg { position: absolute; inset: 0; width: 100%; height: 100%; }
    .word { fill: transparent; cursor: pointer; }
    .fixed .word { cursor: default; }
    .word:hover { fill: #1b6ac9; fill-opacity: 0.18; }
    .fixed .word:hover { fill: transparent; }
    .word.at { fill: #1b6ac9; fill-opacity: 0.28; stroke: #0b4a99; stroke-width: 1.6; }
    .box { fill: #ffd54a; fill-opacity: 0.16; stroke: #8a5300; stroke-width: 0.7; pointer-events: none; }
    .box.now { fill-opacity: 0.42; stroke-width: 1.6; }
    p { margin: 0; padding: 1rem; color: #51605f; }
    .problem { color: #a52a22; }
  `];

  override render() {
    const size = this.detail?.pages.find((p) => p.number === this.page);
    const fields = Object.entries(this.detail?.document.extraction?.fields ?? {}).filter(([, f]) => f.page === this.page && f.box?.length === 4);
    return html`<div class="sheet ${this.fixed ? 'fixed' : ''}">
      ${this.picture ? html`<img src=${this.picture} alt=${deskSpeech.words.pictureOf(this.page)} @load=${this.show}>` : nothing}
      ${this.picture && size ? html`<svg viewBox="0 0 ${size.width} ${size.height}" preserveAspectRatio="none" role="listbox" aria-label=${deskSpeech.words.wordsOf(this.page)} aria-multiselectable="true"
        tabindex=${this.words.length > 0 ? 0 : -1} aria-activedescendant=${this.at >= 0 ? `w${this.at}` : nothing} @keydown=${this.key} @focus=${this.enter}>
        ${fields.map(([name, f]) => this.box(name, f.box ?? []))}
        ${this.words.map((w, i) => this.word(w, i))}</svg>` : nothing}
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : this.picture ? nothing : html`<p>${deskSpeech.words.drawing(this.page)}</p>`}
    </div>`;
  }

  /** Puts the keyboard onto the page, at the field's own words where they are known. */
  override focus(): void {
    this.renderRoot.querySelector<SVGElement>('svg')?.focus();
  }

  override updated(): void {
    const wanted = `${this.detail?.document.id ?? ''}/${this.page}`;
    if (this.service && this.detail && this.detail.pages.length > 0 && wanted !== this.asked) {
      this.asked = wanted;
      void this.load(wanted);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.drop();
  }

  private box(name: string, [x0 = 0, y0 = 0, x1 = 0, y1 = 0]: number[]) {
    return svg`<rect class="box ${name === this.field ? 'now' : ''}" aria-hidden="true" x=${x0 - 1.5} y=${y0 - 1.5} width=${Math.max(3, x1 - x0 + 3)} height=${Math.max(3, y1 - y0 + 3)} rx="2"></rect>`;
  }

  private word(w: Word, i: number) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = w.box;
    return svg`<rect id=${`w${i}`} class="word ${i === this.at ? 'at' : ''}" role="option" aria-label=${w.text} aria-selected=${this.picked.includes(i) ? 'true' : 'false'}
      x=${x0 - 0.5} y=${y0 - 0.5} width=${Math.max(2, x1 - x0 + 1)} height=${Math.max(2, y1 - y0 + 1)} @click=${(e: MouseEvent) => this.pick(i, e.shiftKey)} @mousedown=${(e: Event) => e.preventDefault()}></rect>`;
  }

  private enter(): void {
    if (this.at >= 0) {
      return;
    }
    const box = this.detail?.document.extraction?.fields[this.field]?.box;
    const inside = box ? this.words.findIndex((w) => (w.box[0] ?? 0) >= (box[0] ?? 0) - 1 && (w.box[1] ?? 0) >= (box[1] ?? 0) - 2) : -1;
    this.at = inside >= 0 ? inside : 0;
  }

  private key(e: KeyboardEvent): void {
    if (e.key.startsWith('Arrow')) {
      this.at = towards(this.words, this.at, e.key);
      this.renderRoot.querySelector(`#w${this.at}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else if (e.key === 'Enter' || e.key === ' ') {
      this.pick(this.at, e.shiftKey);
    } else if (e.key === 'Escape') {
      this.dispatchEvent(new CustomEvent('leave', { bubbles: true, composed: true }));
    } else {
      return;
    }
    e.preventDefault();
  }

  private pick(i: number, more: boolean): void {
    if (this.fixed || !this.words[i]) {
      return;
    }
    const last = this.picked[this.picked.length - 1];
    this.picked = more && last !== undefined ? [...new Set([...this.picked, ...run(this.words, last, i)])].sort((a, b) => a - b) : [i];
    this.at = i;
    const words = this.picked.map((p) => this.words[p]).filter((w) => w !== undefined);
    this.dispatchEvent(new CustomEvent('pick', {
      detail: { value: words.map((w) => w.text).join(' '), page: this.page, box: around(words.map((w) => w.box)), more }, bubbles: true, composed: true,
    }));
  }

  private async load(wanted: string): Promise<void> {
    this.drop();
    [this.problem, this.words, this.at, this.picked] = ['', [], -1, []];
    const path = `documents/${encodeURIComponent(this.detail?.document.id ?? '')}/pages/${this.page}`;
    try {
      const [picture, words] = await Promise.all([this.service?.picture(path), this.service?.get<Word[]>(`${path}/words`)]);
      if (wanted === this.asked) {
        [this.picture, this.words] = [picture ?? '', words ?? []];
      } else if (picture) {
        URL.revokeObjectURL(picture);
      }
    } catch (e) {
      if (wanted === this.asked) {
        this.problem = e instanceof ServiceError ? e.message : deskSpeech.words.notDrawn;
      }
    }
  }

  private show(): void {
    this.dispatchEvent(new CustomEvent('drawn', { bubbles: true, composed: true }));
  }

  private drop(): void {
    if (this.picture) {
      URL.revokeObjectURL(this.picture);
      this.picture = '';
    }
  }
}
customElements.define('copilot-desk-sheet', CopilotDeskSheet);
