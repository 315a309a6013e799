import { LitElement, css, html, nothing } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { formatMoment } from '../format.js';
import { plainText, renderAnswer } from '../markdown.js';
import { type Exchange, stoppedText } from '../exchange.js';
import { theme } from './theme.js';
import './card.js';

/** More than these are shown on demand: every mark in the text opens its source anyway. */
const few = 6;

/** One question with its answer. Fires `open-source` with a mark, `again` with the question, `rate` with up or down. */
export class CopilotMessage extends LitElement {
  static override properties = { exchange: { attribute: false }, copied: { state: true }, allSources: { state: true } };
  declare exchange: Exchange | null;
  declare copied: boolean;
  declare allSources: boolean;

  constructor() {
    super();
    this.exchange = null;
    this.copied = false;
    this.allSources = false;
  }

  static override styles = [theme, css`
    :host { display: block; }
    .question { font-size: 1rem; font-weight: 400; margin: 0 0 0.9rem auto; width: fit-content; max-width: min(85%, 40rem); padding: 0.6rem 1rem; border-radius: var(--radius); background: var(--sunken); white-space: pre-wrap; overflow-wrap: anywhere; }
    .attached { list-style: none; margin: -0.4rem 0 0.9rem; padding: 0; display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 0.4rem; }
    .attached li { border: 1px solid var(--line); border-radius: 10px; padding: 0.1rem 0.6rem; font-size: 0.82rem; color: var(--quiet); max-width: 100%; overflow-wrap: anywhere; }
    .status { color: var(--quiet); margin: 0 0 0.5rem; }
    .status::before { content: ''; display: inline-block; width: 0.55rem; height: 0.55rem; margin-inline-end: 0.55rem; border-radius: 50%; background: var(--accent); }
    @media (prefers-reduced-motion: no-preference) { .status::before { animation: pulse 1.1s infinite alternate ease-in-out; } }
    @keyframes pulse { from { opacity: 0.25; } to { opacity: 1; } }
    .answer { overflow-wrap: anywhere; }
    .answer > :first-child { margin-top: 0; }
    .answer p, .answer ul, .answer ol { margin: 0 0 0.7rem; }
    .answer ul, .answer ol { padding-inline-start: 1.6rem; }
    .answer li { margin-bottom: 0.35rem; }
    .answer li > ul, .answer li > ol { margin: 0.35rem 0 0.6rem; padding-inline-start: 1.1rem; }
    .answer code { background: var(--sunken); padding: 0.1em 0.35em; border-radius: 5px; }
    .answer pre { overflow-x: auto; }
    .mark {
      border: 1px solid transparent; background: var(--sunken); color: var(--accent); border-radius: 5px; min-width: 1.3rem; min-height: 1.3rem;
      padding: 0 0.25rem; margin-inline: 0 0.15rem; font-size: 0.7rem; font-weight: 600; line-height: 1.2; vertical-align: 0.1em;
    }
    .marks { white-space: nowrap; }
    .mark:hover { border-color: var(--accent); }
    .notice { border-inline-start: 4px solid var(--warning); padding: 0.3rem 0.75rem; margin: 0 0 0.7rem; color: var(--quiet); }
    .failed { border-color: var(--bad); color: var(--text); }
    copilot-card { margin: 0.9rem 0; }
    .sources li { max-width: 100%; }
    .sources { margin: 0.9rem 0 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: 0.4rem; }
    .sources button { border: 1px solid var(--line); background: var(--surface); border-radius: 999px; padding: 0.25rem 0.75rem; font-size: 0.82rem; max-width: 100%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .sources .more { border-style: dashed; color: var(--quiet); }
    .sources button:hover { border-color: var(--accent); }
    .tools { display: flex; flex-wrap: wrap; gap: 0.35rem; align-items: center; margin-top: 0.7rem; color: var(--quiet); font-size: 0.82rem; }
    .tools button { border: 1px solid transparent; background: none; border-radius: 8px; padding: 0.2rem 0.55rem; min-height: 1.8rem; }
    .tools button:hover, .tools [aria-pressed='true'] { border-color: var(--line); background: var(--sunken); }
    time { margin-inline-start: auto; }
  `];

  override render() {
    const x = this.exchange;
    if (!x) {
      return nothing;
    }
    const known = new Set(x.sources.map((s) => s.id));
    return html`<article aria-label="Question and answer">
      <h2 class="question"><span class="hidden">You asked: </span>${x.question}</h2>
      ${x.attachments.length > 0 ? html`<ul class="attached" aria-label="Attached files">${x.attachments.map((a) => html`<li>${a.name}</li>`)}</ul>` : nothing}
      ${x.running ? html`<p class="status">${x.status}</p>` : nothing}
      ${x.turn?.degraded ? html`<p class="notice">${x.turn.degraded}</p>` : nothing}
      <div class="answer" @click=${this.marked}>${unsafeHTML(renderAnswer(x.answer, known))}</div>
      ${x.problem ? html`<p class=${x.problem === stoppedText ? 'notice' : 'notice failed'}>${x.problem}</p>` : nothing}
      ${x.cards.map((card) => html`<copilot-card .card=${card}></copilot-card>`)}
      ${x.sources.length > 0 ? html`<ul class="sources" aria-label="Sources">${(this.allSources ? x.sources : x.sources.slice(0, few)).map((s) => html`<li>
        <button type="button" data-source=${s.id} title=${s.title} @click=${() => this.open(s.id)}>${s.id.slice(1)} · ${s.title}</button></li>`)}${this.allSources || x.sources.length <= few ? nothing : html`<li>
        <button type="button" class="more" @click=${() => (this.allSources = true)}>${x.sources.length - few} more sources</button></li>`}</ul>` : nothing}
      ${x.running ? nothing : this.tools(x)}
    </article>`;
  }

  private tools(x: Exchange) {
    return html`<div class="tools">
      ${x.answer ? html`<button type="button" @click=${this.copy}>${this.copied ? 'Copied' : 'Copy'}</button>` : nothing}
      <button type="button" @click=${() => this.fire('again', x.question)}>Ask again</button>
      ${x.turn ? html`
        <button type="button" aria-pressed=${x.rating === 'up'} @click=${() => this.fire('rate', 'up')}>Helpful</button>
        <button type="button" aria-pressed=${x.rating === 'down'} @click=${() => this.fire('rate', 'down')}>Not helpful</button>
        <time datetime=${x.turn.startedAt}>${formatMoment(x.turn.startedAt)}</time>` : nothing}
    </div>`;
  }

  private marked(e: Event): void {
    const mark = (e.target as HTMLElement).closest<HTMLElement>('button.mark')?.dataset['source'];
    if (mark) {
      this.open(mark);
    }
  }

  private open(mark: string): void {
    this.fire('open-source', mark);
  }

  private fire(name: string, detail: string): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private async copy(): Promise<void> {
    const x = this.exchange;
    if (!x) {
      return;
    }
    const sources = x.sources.map((s) => `[${s.id}] ${s.title}`).join('\n');
    try {
      await navigator.clipboard.writeText(`${plainText(x.answer)}\n\n${sources}`.trim());
      this.copied = true;
      setTimeout(() => (this.copied = false), 2000);
    } catch {
      this.copied = false;
    }
  }
}
customElements.define('copilot-message', CopilotMessage);
