import { LitElement, css, html, nothing } from 'lit';
import { type DeskList, type DeskRow, type DeskState, type Lesson, labelOf, states } from '../desk.js';
import { deskSpeech } from '../desk-speech.js';
import { type Service, ServiceError } from '../service.js';
import { speech } from '../speech.js';
import { consoleTheme } from './console-theme.js';
import { theme } from './theme.js';

const top = 50;
const soon = 2_000;

interface Taken { documents: { file: string; id: string | null; duplicate: boolean; error: string | null }[] }

/** The documents of the desk by state, where to lay new ones, and what was learned. Fires `go` with a document's id. */
export class CopilotDeskList extends LitElement {
  static override properties = { service: { attribute: false }, list: { state: true }, state: { state: true }, words: { state: true }, skip: { state: true }, lessons: { state: true }, told: { state: true } };
  declare service: Service | null;
  declare list: DeskList | null;
  declare state: DeskState | '';
  declare words: string;
  declare skip: number;
  declare lessons: Lesson[] | null;
  declare told: string[];

  private timer = 0;

  constructor() {
    super();
    this.service = null;
    this.list = null;
    this.state = '';
    this.words = '';
    this.skip = 0;
    this.lessons = null;
    this.told = [];
    speech.heardBy(this);
  }

  static override styles = [theme, consoleTheme, css`
    :host { display: block; }
    .states { display: flex; flex-wrap: wrap; gap: 0.4rem; margin-bottom: 1rem; }
    .states button[aria-pressed='true'] { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
    .drop { border: 2px dashed var(--line); border-radius: var(--radius); padding: 0.8rem 1rem; margin-bottom: 1rem; display: flex; flex-wrap: wrap; gap: 0.6rem; align-items: center; }
    .drop input { width: auto; flex: 1 1 16rem; }
    details { margin-top: 1.4rem; }
    .lesson { display: flex; gap: 0.8rem; align-items: center; justify-content: space-between; border-bottom: 1px solid var(--line); padding: 0.4rem 0; }
  `];

  override firstUpdated(): void {
    void this.load();
  }

  override disconnectedCallback(): void {
    clearTimeout(this.timer);
    super.disconnectedCallback();
  }

  override render() {
    const list = this.list;
    const t = deskSpeech.words;
    const all = Object.values(list?.counts ?? {}).reduce((sum, n) => sum + n, 0);
    return html`<div class="drop" @dragover=${(e: Event) => e.preventDefault()} @drop=${this.dropped}>
        <label class="wide">${t.lay}<input type="file" multiple @change=${(e: Event) => void this.lay((e.target as HTMLInputElement).files)}></label></div>
      <div role="status">${this.told.map((t) => html`<p class="note">${t}</p>`)}</div>
      <div class="states" role="group" aria-label=${t.state}>${(['', ...states] as const).map((id) => html`<button type="button" aria-pressed=${this.state === id ? 'true' : 'false'}
        @click=${() => this.choose(id)}>${id === '' ? t.all : t.states[id]} ${id === '' ? all : (list?.counts[id] ?? 0)}</button>`)}</div>
      <form role="search" @submit=${this.search}><label class="wide">${t.find}<input name="words" .value=${this.words} autocomplete="off"></label><button class="main" type="submit">${t.search}</button></form>
      ${list === null ? html`<p role="status">${t.loading}</p>` : list.documents.length === 0 ? html`<p class="quiet" role="status">${all === 0 ? t.empty : t.noneOfThese}</p>` : html`
        <div class="scroll" tabindex="0" role="region" aria-label=${t.documents}><table>
          <thead><tr>${t.columns.map((c, i) => html`<th class=${i === 4 ? 'figure' : ''}>${c}</th>`)}</tr></thead>
          <tbody>${list.documents.map((d) => this.row(d))}</tbody></table></div>
        ${list.total > top ? html`<div class="pager"><button type="button" ?disabled=${this.skip === 0} @click=${() => this.turn(-top)}>${t.before}</button><span>${t.shown(this.skip + 1, Math.min(list.total, this.skip + top), list.total)}</span>
          <button type="button" ?disabled=${this.skip + top >= list.total} @click=${() => this.turn(top)}>${t.after}</button></div>` : nothing}`}
      <details @toggle=${(e: Event) => void ((e.target as HTMLDetailsElement).open ? this.learn() : undefined)}><summary>${t.learned}</summary>
        ${this.lessons === null ? html`<p>${t.loading}</p>` : this.lessons.length === 0 ? html`<p class="quiet">${t.nothingLearned}</p>`
          : this.lessons.map((l) => html`<div class="lesson"><span><strong>${l.supplierName}</strong> ${l.explanation}<span class="quiet"> · ${l.by}</span></span>
            <button type="button" aria-label=${t.forgetWhat(labelOf(l.field), l.supplierName)} @click=${() => void this.forget(l)}>${t.forget}</button></div>`)}</details>`;
  }

  private row(d: DeskRow) {
    const t = deskSpeech.words;
    const type = d.type === null ? undefined : t.types[d.type];
    const state = t.states[d.state] ?? d.state;
    return html`<tr><td><button type="button" class="link" @click=${() => this.go(d.id)}>${d.file}</button><div class="quiet">${type ?? ''}${type ? ' · ' : ''}${d.source}, ${d.from}</div></td>
      <td><span class="tag ${d.state === 'needs_review' || d.state === 'failed' ? 'warn' : ''}">${state}</span>${d.reason ? html`<div class="quiet">${d.reason}${d.state === 'new' && d.attempts > 0 ? ` ${t.tried(d.attempts)}` : ''}</div>` : nothing}</td>
      <td>${d.number ?? '–'}</td><td>${d.supplier ?? '–'}</td><td class="figure">${d.total === null ? '–' : `${d.total.toLocaleString(speech.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })} ${d.currency ?? ''}`}</td><td>${new Date(d.arrivedAt).toLocaleString(speech.locale)}</td></tr>`;
  }

  private choose(state: DeskState | ''): void {
    [this.state, this.skip] = [state, 0];
    void this.load();
  }

  private turn(by: number): void {
    this.skip = Math.max(0, this.skip + by);
    void this.load();
  }

  private search(e: Event): void {
    e.preventDefault();
    this.words = String(new FormData(e.target as HTMLFormElement).get('words') ?? '');
    this.skip = 0;
    void this.load();
  }

  private dropped(e: DragEvent): void {
    e.preventDefault();
    void this.lay(e.dataTransfer?.files ?? null);
  }

  private async lay(files: FileList | null): Promise<void> {
    if (!files || files.length === 0) {
      return;
    }
    await this.attempt(async () => {
      const taken = await this.service?.postFiles<Taken>('documents/inbox', [...files]);
      this.told = (taken?.documents ?? []).map((d) => d.error ?? (d.duplicate ? deskSpeech.words.hereAlready(d.file) : deskSpeech.words.beingRead(d.file)));
    });
    await this.load();
  }

  private async load(): Promise<void> {
    clearTimeout(this.timer);
    await this.attempt(async () => {
      this.list = (await this.service?.get<DeskList>(`documents?state=${this.state}&words=${encodeURIComponent(this.words)}&skip=${this.skip}&top=${top}`)) ?? null;
    });
    if (this.isConnected && (this.list?.counts.new ?? 0) > 0) {
      this.timer = window.setTimeout(() => void this.load(), soon);
    }
  }

  private async learn(): Promise<void> {
    await this.attempt(async () => {
      this.lessons = (await this.service?.get<Lesson[]>('documents/lessons')) ?? [];
    });
  }

  private async forget(lesson: Lesson): Promise<void> {
    await this.attempt(() => this.service?.remove(`documents/lessons/${encodeURIComponent(lesson.id)}`) ?? Promise.resolve());
    await this.learn();
  }

  private go(id: string): void {
    this.dispatchEvent(new CustomEvent('go', { detail: id, bubbles: true, composed: true }));
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    let trouble: unknown = null;
    try {
      await work();
    } catch (e) {
      trouble = e instanceof ServiceError ? e : new ServiceError(deskSpeech.words.notFilled);
    }
    this.dispatchEvent(new CustomEvent('trouble', { detail: trouble, bubbles: true, composed: true }));
  }
}
customElements.define('copilot-desk-list', CopilotDeskList);
