import { LitElement, css, html, nothing } from 'lit';
import { type DeskDetail, type DeskDocument, type Given, type LineGiven, checkNamed, doubtful, fieldsOf, labelOf, linesOf, said, toneOf } from '../desk.js';
import { deskSpeech } from '../desk-speech.js';
import { type Service, ServiceError } from '../service.js';
import { speech } from '../speech.js';
import { consoleTheme } from './console-theme.js';
import type { CopilotDeskSheet } from './desk-sheet.js';
import { theme } from './theme.js';
import './desk-match.js';
import './desk-sheet.js';

interface Answer { document: DeskDocument; learned: string[] }

const open = (document: DeskDocument): boolean => document.state === 'needs_review' || document.state === 'read';
const columns: readonly (readonly [keyof LineGiven & string, boolean])[] = [['sku', false], ['description', false], ['quantity', true], ['unit', false], ['unitPrice', true], ['amount', true]];

/** One document: its page beside its fields. Corrections are kept as soon as a field is left; checks answer at once. Fires `go` with the next document's id, or an empty text for the list. */
export class CopilotDeskReview extends LitElement {
  static override properties = {
    service: { attribute: false }, document: { type: String }, detail: { state: true }, page: { state: true }, field: { state: true }, drafts: { state: true }, lines: { state: true },
    problem: { state: true }, troubled: { state: true }, contradiction: { state: true }, rejecting: { state: true }, busy: { state: true },
  };
  declare service: Service | null;
  declare document: string;
  declare detail: DeskDetail | null;
  declare page: number;
  declare field: string;
  declare drafts: Record<string, Given>;
  declare lines: LineGiven[] | null;
  declare problem: string;
  declare troubled: Record<string, string>;
  declare contradiction: string;
  declare rejecting: boolean;
  declare busy: boolean;

  private asked = '';
  private saving: Promise<void> = Promise.resolve();

  constructor() {
    super();
    this.service = null;
    this.document = '';
    this.detail = null;
    this.page = 1;
    this.field = '';
    this.drafts = {};
    this.lines = null;
    this.problem = '';
    this.troubled = {};
    this.contradiction = '';
    this.rejecting = false;
    this.busy = false;
    speech.heardBy(this);
  }

  static override styles = [theme, consoleTheme, css`
    :host { display: block; }
    .bar { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; margin-bottom: 0.8rem; }
    .bar h2 { flex: 1 1 14rem; margin: 0; overflow-wrap: anywhere; }
    .desk { display: grid; gap: 1rem; grid-template-columns: minmax(0, 3fr) minmax(20rem, 2fr); align-items: start; }
    .desk.alone { grid-template-columns: minmax(0, 46rem); }
    .paper { position: sticky; top: 0.5rem; max-height: calc(100dvh - 1rem); overflow: auto; }
    .row { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr) 5.2rem; gap: 0.5rem; align-items: center; margin-bottom: 0.35rem; }
    .row label { display: block; font-size: 0.88rem; }
    .row input, .row select { min-height: 2.1rem; padding: 0.3rem 0.5rem; }
    .row.unsure input { border-color: var(--warning); border-width: 2px; }
    .sure { color: var(--good); } .unsure { color: var(--warning); } .missing { color: var(--quiet); }
    .mark { font-size: 0.82rem; }
    .wrong { grid-column: 2 / -1; color: var(--bad); font-size: 0.85rem; }
    ul.plain { list-style: none; padding: 0; margin: 0.4rem 0; display: grid; gap: 0.2rem; font-size: 0.9rem; }
    .ok::before { content: '✓ '; color: var(--good); } .bad::before { content: '✗ '; color: var(--bad); }
    .bad { color: var(--bad); }
    .act { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0.9rem 0; }
    .lines { margin-top: 1rem; } .lines td { padding: 0.15rem 0.25rem; } .lines input { min-height: 2rem; padding: 0.2rem 0.35rem; min-width: 3.6rem; } .lines .wide input { min-width: 11rem; }
    .lines td.num input { text-align: end; }
    .problem { color: var(--bad); }
    details { margin-top: 1rem; } h3 { margin-top: 1rem; }
    @media (max-width: 60rem) { .desk { grid-template-columns: minmax(0, 1fr); } .paper { position: static; max-height: 70dvh; } }
  `];

  override render() {
    const t = deskSpeech.words;
    const d = this.detail?.document;
    if (!d || d.id !== this.document) {
      return html`<p role="status">${this.problem || t.loading}</p>`;
    }
    const read = d.extraction;
    return html`<div class="bar">
        <button type="button" @click=${() => this.go('')}>${t.allDocuments}</button>
        <h2 tabindex="-1">${read?.fields['supplierName'] ? said(read.fields['supplierName'].value) : d.file}</h2>
        <button type="button" @click=${() => void this.download('original', d.file)}>${t.file}</button>
        ${read?.engine === 'x12' || read?.engine === 'edifact' ? html`<button type="button" @click=${() => void this.download('acknowledgement', `${d.file}.${read.engine === 'x12' ? '997' : 'contrl'}.edi`)}>${t.answer}</button>` : nothing}
        ${this.detail?.next ? html`<button type="button" @click=${() => this.go(this.detail?.next ?? '')}>${t.nextDocument}</button>` : nothing}
      </div>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      ${read ? html`<div class="desk ${this.detail?.pages.length ? '' : 'alone'}" @keydown=${this.shortcut}>
          ${this.detail?.pages.length ? html`<div class="paper" tabindex="0" role="region" aria-label=${t.page}>${this.pager()}<copilot-desk-sheet .service=${this.service} .detail=${this.detail} .page=${this.page} .field=${this.field} .fixed=${!open(d)}
            @pick=${this.picked} @leave=${() => this.focusField(this.field)}></copilot-desk-sheet></div>` : nothing}
          <div>${this.form(d)}</div>
        </div>` : html`<p>${d.state === 'new' ? `${t.waitsToBeRead}${d.reason ? `: ${d.reason}` : '.'}` : (d.reason ?? t.notRead)}</p>${this.afterwards(d)}`}`;
  }

  override updated(): void {
    if (this.service && this.document && this.document !== this.asked) {
      this.asked = this.document;
      void this.load();
    }
  }

  private pager() {
    // A document in the middle of a file does not begin with page 1.
    const t = deskSpeech.words;
    const first = this.first();
    const pages = this.detail?.pages.length ?? 0;
    return pages < 2 ? nothing : html`<div class="pager"><button type="button" ?disabled=${this.page <= first} @click=${() => (this.page -= 1)}>${t.pageBefore}</button>
      <span>${t.pageOf(this.page - first + 1, pages)}</span><button type="button" ?disabled=${this.page >= first + pages - 1} @click=${() => (this.page += 1)}>${t.pageAfter}</button></div>`;
  }

  private first(): number {
    return this.detail?.pages[0]?.number ?? 1;
  }

  private form(d: DeskDocument) {
    const read = d.extraction;
    if (!read) {
      return nothing;
    }
    const may = open(d);
    const t = deskSpeech.words;
    return html`<p class="quiet" role="status">${this.standing(d)}</p>
      ${this.contradiction ? html`<div class="note" role="alert"><p>${this.contradiction}</p><button type="button" id="despite" @click=${() => void this.confirm(true)}>${t.confirmDespite}</button></div>` : nothing}
      <div class="row"><label for="type">${t.type}</label><select id="type" ?disabled=${!may} @change=${(e: Event) => this.keep({ name: 'type', value: (e.target as HTMLSelectElement).value })}>
        ${Object.entries(t.types).map(([id, title]) => html`<option value=${id} ?selected=${id === read.type}>${title}</option>`)}</select><span class="mark"></span></div>
      ${fieldsOf(read).map((name) => this.row(d, name, may))}
      <ul class="plain" aria-label=${t.checks}>${read.checks.map((c) => html`<li class=${c.ok ? 'ok' : 'bad'}>${checkNamed(c.name)}<span class="hidden">${c.ok ? t.holds : t.fails}</span></li>`)}</ul>
      ${read.warnings.map((w) => html`<p class="note">${w}</p>`)}
      ${d.learned.map((l) => html`<p class="quiet">${t.readAs(l)}</p>`)}
      ${may ? html`<div class="act"><button type="button" id="confirm" class="main" ?disabled=${this.busy} @click=${() => void this.confirm(false)}>${t.confirm}</button>
        <button type="button" ?disabled=${this.busy} @click=${this.ask}>${t.rejectAsk}</button></div>
        ${this.rejecting ? html`<form @submit=${this.reject}><label class="wide">${t.why}<input id="reason" name="reason" required maxlength="500" autocomplete="off"></label>
          <button type="submit">${t.reject}</button><button type="button" @click=${() => (this.rejecting = false)}>${t.back}</button></form>` : nothing}` : this.afterwards(d)}
      ${d.state === 'rejected' ? nothing : html`<copilot-desk-match .service=${this.service} .document=${d.id} .version=${d.version} .open=${may} @duplicate=${(e: CustomEvent<string>) => void this.act('reject', { reason: e.detail }, false)}></copilot-desk-match>`}
      ${this.table(may)}
      <details><summary>${t.history}</summary><ul class="plain">${(this.detail?.history ?? []).map((h) => html`<li>${new Date(h.at).toLocaleString(speech.locale)} · ${h.who} · ${h.what.replaceAll('_', ' ')}${h.detail ? `: ${h.detail}` : ''}</li>`)}</ul></details>
      <p class="quiet">${t.keys}</p>`;
  }

  private row(d: DeskDocument, name: string, may: boolean) {
    const t = deskSpeech.words;
    const field = d.extraction?.fields[name];
    const tone = toneOf(field);
    const wrong = this.troubled[name];
    const corrected = d.corrections.find((c) => c.name === name);
    return html`<div class="row ${tone}"><label for=${`f-${name}`}>${labelOf(name)}</label>
      <input id=${`f-${name}`} data-field=${name} .value=${this.drafts[name]?.value ?? said(field?.value)} ?readonly=${!may} autocomplete="off" spellcheck="false" aria-invalid=${wrong ? 'true' : 'false'}
        aria-describedby=${`m-${name}`} @focus=${() => this.enter(name)} @input=${(e: Event) => this.type(name, (e.target as HTMLInputElement).value)} @blur=${() => this.leave(name)}>
      <span class="mark ${tone}" id=${`m-${name}`} title=${corrected ? t.was(corrected.before ?? t.notFound) : ''}>${corrected ? t.corrected : field === undefined ? t.notFound : t.sure(Math.round(field.confidence * 100))}</span>
      ${wrong ? html`<span class="wrong" role="alert">${wrong}</span>` : nothing}</div>`;
  }

  private table(may: boolean) {
    const t = deskSpeech.words;
    const lines = this.lines ?? [];
    return html`<h3>${t.lines}</h3>${lines.length === 0 ? html`<p class="quiet">${t.none}</p>` : html`<div class="scroll lines" tabindex="0" role="region" aria-label=${t.lines}><table>
      <thead><tr>${columns.map(([key, num]) => html`<th class=${num ? 'figure' : ''}>${t.lineColumns[key]}</th>`)}</tr></thead>
      <tbody>${lines.map((line, i) => html`<tr>${columns.map(([key, num]) => html`<td class="${num ? 'num' : ''} ${key === 'description' ? 'wide' : ''}"><input aria-label=${t.line(i + 1, t.lineColumns[key] ?? key)} .value=${said(line[key])} ?readonly=${!may} autocomplete="off"
        @change=${(e: Event) => this.line(i, key, (e.target as HTMLInputElement).value)}></td>`)}</tr>`)}</tbody></table></div>`}
      ${this.troubled['lines'] ? html`<p class="problem" role="alert">${this.troubled['lines']}</p>` : nothing}
      ${may ? html`<p><button type="button" @click=${this.addLine}>${t.addLine}</button></p>` : nothing}`;
  }

  private afterwards(d: DeskDocument) {
    return d.state === 'new' ? nothing : html`<div class="act"><button type="button" ?disabled=${this.busy} @click=${() => void this.act('reopen', {}, true)}>${d.extraction ? deskSpeech.words.reopen : deskSpeech.words.readAgain}</button></div>`;
  }

  private standing(d: DeskDocument): string {
    const t = deskSpeech.words;
    const read = d.extraction;
    const count = read ? doubtful(read).length : 0;
    return d.state === 'reviewed' ? t.confirmedBy(d.settledBy ?? t.somebody) : d.state === 'rejected' ? t.rejectedBy(d.settledBy ?? t.somebody, d.reason ?? '')
      : count > 0 ? t.toLookAt(count) : read && read.checks.some((c) => !c.ok) ? t.checkFails : t.clean;
  }

  private async load(): Promise<void> {
    [this.detail, this.problem, this.contradiction, this.rejecting, this.drafts, this.troubled] = [null, '', '', false, {}, {}];
    try {
      const detail = (await this.service?.get<DeskDetail>(`documents/${encodeURIComponent(this.document)}`)) ?? null;
      this.detail = detail;
      this.lines = detail?.document.extraction ? linesOf(detail.document.extraction) : null;
      this.page = this.first();
      await this.updateComplete;
      this.start();
    } catch (e) {
      this.problem = e instanceof ServiceError ? e.message : deskSpeech.words.notOpened;
      this.dispatchEvent(new CustomEvent('trouble', { detail: e, bubbles: true, composed: true }));
    }
  }

  /** The keyboard begins where a person must look: at the first doubtful value, else at Confirm. */
  private start(): void {
    const read = this.detail?.document.extraction;
    const first = read && this.detail && open(this.detail.document) ? doubtful(read)[0] : undefined;
    if (first) {
      this.focusField(first);
    } else {
      this.renderRoot.querySelector<HTMLElement>('#confirm, h2')?.focus();
      this.renderRoot.querySelector<HTMLElement>('#confirm')?.focus();
    }
  }

  private enter(name: string): void {
    this.field = name;
    const page = this.detail?.document.extraction?.fields[name]?.page;
    if (page) {
      this.page = page;
    }
  }

  private type(name: string, value: string): void {
    this.drafts = { ...this.drafts, [name]: { name, value } };
  }

  private leave(name: string): void {
    const draft = this.drafts[name];
    if (draft) {
      this.keep(draft);
    }
  }

  private picked(e: CustomEvent<{ value: string; page: number; box: number[]; more: boolean }>): void {
    const { value, page, box } = e.detail;
    const read = this.detail?.document.extraction;
    const name = this.field || (read ? fieldsOf(read)[0] : undefined);
    if (name) {
      this.keep({ name, value, page, box });
      this.focusField(name);
    }
  }

  /** Keeps a value; one after the other, so that each is made on what the last one left. */
  private keep(given: Given): void {
    this.drafts = { ...this.drafts, [given.name]: given };
    this.saving = this.saving.then(async () => {
      const before = this.detail?.document.extraction?.fields[given.name];
      if (given.name !== 'type' && !given.box && given.value.trim() === said(before?.value)) {
        this.settle(given);
        return;
      }
      await this.send(given.name, { fields: [given] });
      this.settle(given);
    });
  }

  // What could not be taken stays in the field, with the reason below it.
  private settle(given: Given): void {
    if (this.drafts[given.name] === given && !this.troubled[given.name]) {
      const { [given.name]: _, ...rest } = this.drafts;
      this.drafts = rest;
    }
  }

  private line(i: number, key: string, value: string): void {
    this.lines = (this.lines ?? []).map((l, at) => (at === i ? { ...l, [key]: value } : l));
    const lines = this.lines;
    this.saving = this.saving.then(() => this.send('lines', { lines }));
  }

  private addLine(): void {
    this.lines = [...(this.lines ?? []), { from: null, sku: '', description: '', quantity: '', unit: '', unitPrice: '', amount: '' }];
  }

  private async send(name: string, change: { fields?: Given[]; lines?: LineGiven[] }): Promise<void> {
    const d = this.detail?.document;
    if (!d || !this.detail) {
      return;
    }
    try {
      const answer = await this.service?.post<Answer>(`documents/${encodeURIComponent(d.id)}/correct`, { version: d.version, ...change });
      if (answer && this.detail.document.id === answer.document.id) {
        this.detail = { ...this.detail, document: answer.document };
        if (name === 'lines') {
          this.lines = answer.document.extraction ? linesOf(answer.document.extraction) : null;
        }
      }
      const { [name]: _, ...rest } = this.troubled;
      [this.troubled, this.contradiction] = [rest, ''];
    } catch (e) {
      this.troubled = { ...this.troubled, [name]: e instanceof ServiceError ? e.message : deskSpeech.words.notKept };
    }
  }

  private async confirm(despite: boolean): Promise<void> {
    this.leave(this.field);
    await this.saving;
    if (Object.keys(this.troubled).length > 0) {
      this.problem = deskSpeech.words.putRight;
      return;
    }
    await this.act('confirm', { despite }, false);
  }

  private ask(): void {
    this.rejecting = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#reason')?.focus());
  }

  private reject(e: Event): void {
    e.preventDefault();
    void this.act('reject', { reason: String(new FormData(e.target as HTMLFormElement).get('reason') ?? '') }, false);
  }

  private async act(verb: string, body: object, stay: boolean): Promise<void> {
    const detail = this.detail;
    if (!detail || this.busy) {
      return;
    }
    this.busy = true;
    [this.problem, this.contradiction] = ['', ''];
    try {
      const answer = await this.service?.post<Answer>(`documents/${encodeURIComponent(detail.document.id)}/${verb}`, { version: detail.document.version, ...body });
      const learned = answer?.learned ?? [];
      this.dispatchEvent(new CustomEvent('done', { detail: `${deskSpeech.words.done[verb] ?? verb}: ${detail.document.file}.${learned.length > 0 ? ` ${deskSpeech.words.taught(learned.join('; '))}` : ''}`, bubbles: true, composed: true }));
      if (stay) {
        await this.load();
      } else {
        this.go(detail.next ?? '');
      }
    } catch (e) {
      const said = e instanceof ServiceError ? e.message : deskSpeech.words.notDone;
      if (e instanceof ServiceError && e.status === 422) {
        this.contradiction = said;
        await this.updateComplete;
        this.renderRoot.querySelector<HTMLElement>('#despite')?.focus();
      } else {
        this.problem = said;
      }
    } finally {
      this.busy = false;
    }
  }

  private shortcut(e: KeyboardEvent): void {
    const name = (e.composedPath()[0] as HTMLElement | undefined)?.dataset?.['field'];
    const read = this.detail?.document.extraction;
    if (!read) {
      return;
    }
    if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) {
      void this.confirm(false);
    } else if (e.key === 'F2') {
      this.renderRoot.querySelector<CopilotDeskSheet>('copilot-desk-sheet')?.focus();
    } else if (name && e.key === 'Enter') {
      void this.onward(name);
    } else if (name && (e.key === 'ArrowDown' || e.key === 'ArrowUp')) {
      const all = fieldsOf(read);
      this.focusField(all[all.indexOf(name) + (e.key === 'ArrowDown' ? 1 : -1)] ?? name);
    } else {
      return;
    }
    e.preventDefault();
  }

  /** Enter: keeps the value and goes to the next doubtful one, or to Confirm. A doubtful value that is left as it is counts as looked at. */
  private async onward(name: string): Promise<void> {
    const read = this.detail?.document.extraction;
    const field = read?.fields[name];
    this.keep(this.drafts[name] ?? { name, value: said(field?.value), ...(field?.page && field.box ? { page: field.page, box: field.box } : {}) });
    await this.saving;
    const after = this.detail?.document.extraction;
    if (this.troubled[name] || !after) {
      return;
    }
    const next = doubtful(after).filter((other) => other !== name)[0];
    if (next) {
      this.focusField(next);
    } else {
      this.renderRoot.querySelector<HTMLElement>('#confirm')?.focus();
    }
  }

  private focusField(name: string): void {
    const input = this.renderRoot.querySelector<HTMLInputElement>(`#f-${name}`);
    input?.focus();
    input?.select();
  }

  private go(id: string): void {
    this.dispatchEvent(new CustomEvent('go', { detail: id, bubbles: true, composed: true }));
  }

  private async download(what: string, name: string): Promise<void> {
    const d = this.detail?.document;
    const blob = d ? await this.service?.file(`documents/${encodeURIComponent(d.id)}/${what}`) : null;
    if (d && blob) {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = name;
      link.click();
      URL.revokeObjectURL(link.href);
    }
  }
}
customElements.define('copilot-desk-review', CopilotDeskReview);
