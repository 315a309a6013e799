import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type Queue, type QueueFailure, type QueueRun, type QueueSource, type QueueView, isBusy, lastPart, outcome, pause, percent, state, when } from '../queue.js';
import type { Service } from '../service.js';
import { consoleTheme } from './console-theme.js';
import { theme } from './theme.js';

/** What is being read, what was done last, what failed and why; looks again by itself while the page is seen. Fires `trouble` with an error, or null when all is well again. */
export class CopilotConsoleQueue extends LitElement {
  static override properties = { service: { attribute: false }, view: { state: true }, said: { state: true }, asked: { state: true } };
  declare service: Service | null;
  declare view: QueueView | null;
  declare said: string;
  declare asked: ReadonlySet<string>;

  private timer = 0;
  private failures = 0;
  private looking = false;
  // What a button was answered stays to be read until the next button.
  private refusal: unknown = null;

  constructor() {
    super();
    this.service = null;
    this.view = null;
    this.said = '';
    this.asked = new Set();
  }

  static override styles = [theme, consoleTheme, css`
    :host { display: block; }
    .figures { display: flex; flex-wrap: wrap; gap: 0.6rem; margin: 0 0 1rem; padding: 0; list-style: none; }
    .figures li { border: 1px solid var(--line); border-radius: var(--radius); padding: 0.5rem 0.9rem; min-width: 8.5rem; }
    .figures b { display: block; font-size: 1.3rem; font-variant-numeric: tabular-nums; }
    .figures span { color: var(--quiet); font-size: 0.85rem; }
    .told { border-inline-start: 4px solid var(--accent); padding-inline-start: 0.6rem; margin: 0 0 1rem; }
    section { margin: 0 0 1.4rem; }
    progress { width: 8rem; max-width: 100%; accent-color: var(--accent); vertical-align: middle; }
    td.file { overflow-wrap: anywhere; min-width: 12rem; max-width: 26rem; }
    td.why { overflow-wrap: anywhere; min-width: 16rem; }
    td.act { white-space: nowrap; }
  `];

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.seen);
    void this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.seen);
    window.clearTimeout(this.timer);
  }

  override render() {
    const view = this.view;
    if (view === null) {
      return html`<p role="status">Loading…</p>`;
    }
    return html`<p class="hidden" role="status">${state(view.queue)} ${this.said}</p>
      ${this.figures(view.queue)}
      ${this.said ? html`<p class="told" aria-hidden="true">${this.said}</p>` : nothing}
      ${view.queue.running.length > 0 ? this.running(view.queue) : nothing}
      ${this.failed(view)}
      ${this.sources(view)}
      ${this.runs(view.queue.runs)}`;
  }

  private figures(q: Queue) {
    const open = q.runs.filter((r) => !r.finishedAt);
    const sum = (of: (r: QueueRun) => number): string => open.reduce((n, r) => n + of(r), 0).toLocaleString();
    const rows: [string, string][] = isBusy(q)
      ? [[(q.waiting + q.running.length).toLocaleString(), 'files to read'], [sum((r) => r.done), 'files done'], [sum((r) => r.pages), 'pages'], [sum((r) => r.passages), 'passages'],
        [q.filesPerSecond.toLocaleString(), 'files a second'], [q.passagesPerSecond.toLocaleString(), 'passages a second']]
      : [['0', 'files to read']];
    rows.push([(q.failed.length + q.refusedUploads).toLocaleString(), 'refused']);
    return html`<ul class="figures">${rows.map(([n, what]) => html`<li><b>${n}</b><span>${what}</span></li>`)}</ul>`;
  }

  private running(q: Queue) {
    return html`<section><h2>Being read</h2><div class="scroll" tabindex="0" role="region" aria-label="Being read"><table>
      <thead><tr><th>File</th><th>Collection</th><th class="figure">Pages</th><th class="figure">Passages</th><th>Since</th><th class="figure">Attempt</th></tr></thead>
      <tbody>${q.running.map((f) => html`<tr><td class="file">${this.file(f.file)}</td><td>${f.collection}</td><td class="figure">${f.pages}</td><td class="figure">${f.passages}</td>
        <td>${when(f.startedAt)}</td><td class="figure">${f.attempt}</td></tr>`)}</tbody></table></div></section>`;
  }

  private failed({ queue: q, mayAct }: QueueView) {
    const uploads = q.refusedUploads === 0 ? nothing
      : html`<p class="quiet">${q.refusedUploads === 1 ? '1 upload was refused; its owner was told why.' : `${q.refusedUploads} uploads were refused; their owners were told why.`}</p>`;
    return html`<section><h2>Refused</h2>
      ${q.failed.length === 0 ? html`<p class="quiet">No file of a source was refused.</p>` : html`<div class="scroll" tabindex="0" role="region" aria-label="Refused files"><table>
        <thead><tr><th>File</th><th>Why</th><th>When</th>${mayAct ? html`<th>Again</th>` : nothing}</tr></thead>
        <tbody>${repeat(q.failed, (f) => `${f.collection} ${f.file}`, (f) => html`<tr><td class="file">${this.file(f.file)}<div class="quiet">${f.collection}</div></td><td class="why">${f.message}</td><td>${when(f.at)}</td>
          ${mayAct ? html`<td class="act"><button type="button" aria-label=${`Retry: ${lastPart(f.file)}`} aria-disabled=${this.asked.has(`${f.collection} ${f.file}`)} @click=${() => void this.retry(f)}>Retry</button></td>` : nothing}</tr>`)}</tbody></table></div>`}
      ${uploads}</section>`;
  }

  private sources({ sources, sourcesFault, mayAct }: QueueView) {
    return html`<section><h2>Sources</h2>
      ${sourcesFault ? html`<p class="note">${sourcesFault}</p>` : nothing}
      ${sources.length === 0 ? nothing : html`<div class="scroll" tabindex="0" role="region" aria-label="Sources"><table>
        <thead><tr><th>Source</th><th>From</th><th>Collection</th><th>Looked at</th>${mayAct ? html`<th>Now</th>` : nothing}</tr></thead>
        <tbody>${repeat(sources, (s) => s.name, (s) => html`<tr><td>${s.name}</td><td class="file">${s.kind} ${s.place}</td><td>${s.collection}</td><td>${s.refresh}</td>
          ${mayAct ? html`<td class="act"><button type="button" aria-label=${`Sync now: ${s.name}`} aria-disabled=${this.asked.has(s.name)} @click=${() => void this.sync(s)}>Sync now</button></td>` : nothing}</tr>`)}</tbody></table></div>`}
    </section>`;
  }

  private runs(runs: QueueRun[]) {
    return runs.length === 0 ? nothing : html`<section><h2>Last runs</h2><div class="scroll" tabindex="0" role="region" aria-label="Last runs"><table>
      <thead><tr><th>Begun by</th><th>Collection</th><th>Begun</th><th>State</th><th class="figure">Files</th><th class="figure">Pages</th><th class="figure">Passages</th><th>Outcome</th></tr></thead>
      <tbody>${repeat(runs, (r) => r.id, (r) => html`<tr><td>${r.what}</td><td>${r.collection}</td><td>${when(r.startedAt)}</td>
        <td>${r.finishedAt ? 'done' : html`<progress max="100" .value=${percent(r)} aria-label=${`${r.what}, files done`}></progress> ${percent(r)} %`}</td>
        <td class="figure">${r.done} / ${r.files}</td><td class="figure">${r.pages}</td><td class="figure">${r.passages}</td><td>${outcome(r)}</td></tr>`)}</tbody></table></div></section>`;
  }

  private file(file: string) {
    const last = lastPart(file);
    return html`<span>${last}</span>${last === file ? nothing : html`<div class="quiet">${file}</div>`}`;
  }

  private async sync(s: QueueSource): Promise<void> {
    await this.act(s.name, `${s.name}: put into the queue.`, () => this.service?.post(`knowledge/sources/${encodeURIComponent(s.name)}/sync`));
  }

  private async retry(f: QueueFailure): Promise<void> {
    await this.act(`${f.collection} ${f.file}`, `${lastPart(f.file)}: put into the queue again.`, () => this.service?.post('knowledge/retry', { collection: f.collection, file: f.file }));
  }

  // A button stays where it is and keeps the focus; asked twice, it does nothing until the first is answered.
  private async act(what: string, done: string, work: () => Promise<unknown> | undefined): Promise<void> {
    if (this.asked.has(what)) {
      return;
    }
    this.asked = new Set([...this.asked, what]);
    try {
      await work();
      this.refusal = null;
      this.said = done;
    } catch (e) {
      this.refusal = e;
      this.said = '';
    }
    this.asked = new Set([...this.asked].filter((a) => a !== what));
    await this.look();
  }

  private seen = (): void => {
    if (!document.hidden) {
      void this.look();
    }
  };

  private async look(): Promise<void> {
    if (this.looking) {
      this.tell(this.refusal);
      return;
    }
    this.looking = true;
    window.clearTimeout(this.timer);
    let fault: unknown = null;
    try {
      this.view = (await this.service?.get<QueueView>('knowledge/progress')) ?? this.view;
      this.failures = 0;
    } catch (e) {
      fault = e;
      this.failures += 1;
    }
    this.looking = false;
    this.tell(fault ?? this.refusal);
    if (this.isConnected && !document.hidden) {
      this.timer = window.setTimeout(() => void this.look(), pause(this.view, this.failures));
    }
  }

  private tell(trouble: unknown): void {
    this.dispatchEvent(new CustomEvent('trouble', { detail: trouble, bubbles: true, composed: true }));
  }
}
customElements.define('copilot-console-queue', CopilotConsoleQueue);
