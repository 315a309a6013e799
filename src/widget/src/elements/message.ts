import { LitElement, css, html, nothing } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { formatCount, formatMoment } from '../format.js';
import { plainText, renderAnswer } from '../markdown.js';
import type { Exchange } from '../exchange.js';
import { speech } from '../speech.js';
import { theme } from './theme.js';
import './card.js';

/** More than these are shown on demand: every mark in the text opens its source anyway. */
const few = 6;

/** What somebody thinks of an answer. */
export interface Rating { rating: 'up' | 'down'; reason: string; comment: string }

/** One question with its answer. Fires `open-source` with a mark, `again` and `edit` with the question, `rate` with a Rating. */
export class CopilotMessage extends LitElement {
  static override properties = { exchange: { attribute: false }, answersIn: { type: String }, copied: { state: true }, rating: { state: true }, reason: { state: true }, allSources: { state: true } };
  declare exchange: Exchange | null;
  /** The language of answers, which need not be the interface's. */
  declare answersIn: string;
  declare copied: boolean;
  /** Whether it is being said what was wrong. */
  declare rating: boolean;
  declare reason: string;
  declare allSources: boolean;

  constructor() {
    super();
    this.exchange = null;
    this.answersIn = 'en';
    this.copied = false;
    this.rating = false;
    this.reason = '';
    this.allSources = false;
    speech.heardBy(this);
  }

  static override styles = [theme, css`
    :host { display: block; }
    .question { font-size: 1rem; font-weight: 400; margin: 0 0 0.9rem; margin-inline-start: auto; width: fit-content; max-width: min(85%, 40rem); padding: 0.6rem 1rem; border-radius: var(--radius); background: var(--sunken); white-space: pre-wrap; overflow-wrap: anywhere; }
    .attached { list-style: none; margin: -0.4rem 0 0.9rem; padding: 0; display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 0.4rem; }
    .attached li { border: 1px solid var(--line); border-radius: 10px; padding: 0.1rem 0.6rem; font-size: 0.82rem; color: var(--quiet); max-width: 100%; overflow-wrap: anywhere; }
    .steps { list-style: none; margin: 0 0 0.3rem; padding: 0; color: var(--quiet); font-size: 0.88rem; }
    .steps li::before { content: '✓ '; }
    details { margin-top: 0.7rem; font-size: 0.85rem; color: var(--quiet); }
    details ul { margin: 0.3rem 0 0; padding-inline-start: 1.2rem; }
    .why { border: 1px solid var(--line); border-radius: var(--radius); padding: 0.7rem 0.9rem; margin-top: 0.7rem; font-size: 0.88rem; }
    fieldset { border: 0; margin: 0; padding: 0; }
    .why legend { font-weight: 600; padding: 0 0.3rem; }
    .why label { display: flex; gap: 0.5rem; align-items: center; min-height: 1.8rem; }
    .why .text { display: block; margin-top: 0.4rem; }
    .why textarea { display: block; width: 100%; font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; padding: 0.4rem 0.6rem; }
    .why .row { display: flex; gap: 0.5rem; margin-top: 0.6rem; }
    .why button { border: 1px solid var(--line); background: none; border-radius: 8px; padding: 0.3rem 0.9rem; }
    .why button.main { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
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
    const t = speech.words;
    const known = new Set(x.sources.map((s) => s.id));
    return html`<article aria-label=${t.exchange}>
      <h2 class="question"><span class="hidden">${t.youAsked}</span>${x.question}</h2>
      ${x.attachments.length > 0 ? html`<ul class="attached" aria-label=${t.attached}>${x.attachments.map((a) => html`<li>${a.name}</li>`)}</ul>` : nothing}
      ${x.running && x.steps.length > 1 ? html`<ul class="steps" lang=${this.answersIn}>${x.steps.slice(0, -1).map((s) => html`<li>${s}</li>`)}</ul>` : nothing}
      ${x.running ? html`<p class="status" lang=${x.waiting || x.steps.length === 0 ? speech.language : this.answersIn}>${x.waiting || x.status}</p>` : nothing}
      ${x.turn?.degraded ? html`<p class="notice">${x.turn.degraded}</p>` : nothing}
      <div class="answer" dir="auto" lang=${this.answersIn} @click=${this.marked}>${unsafeHTML(renderAnswer(x.answer, known))}</div>
      ${x.problem ? html`<p class=${x.wasStopped ? 'notice' : 'notice failed'}>${x.problem}</p>` : nothing}
      ${x.cards.map((card) => html`<copilot-card .card=${card}></copilot-card>`)}
      ${x.sources.length > 0 ? html`<ul class="sources" aria-label=${t.sources}>${(this.allSources ? x.sources : x.sources.slice(0, few)).map((s) => html`<li>
        <button type="button" data-source=${s.id} title=${s.title} @click=${() => this.open(s.id)}>${s.id.slice(1)} · ${s.title}</button></li>`)}${this.allSources || x.sources.length <= few ? nothing : html`<li>
        <button type="button" class="more" @click=${() => (this.allSources = true)}>${t.moreSources(x.sources.length - few)}</button></li>`}</ul>` : nothing}
      ${x.running ? nothing : html`${this.looked(x)}${this.tools(x)}${this.rating ? this.why() : nothing}`}
    </article>`;
  }

  /** What was looked at on the way: the steps of this line, and the look-ups of the turn. */
  private looked(x: Exchange) {
    const t = speech.words;
    const calls = x.turn?.toolCalls ?? [];
    return calls.length === 0 ? nothing : html`<details><summary>${t.steps}</summary><ul>${calls.map((c) => html`<li>${c.name.replaceAll(/[._]/g, ' ')} · ${t.callOutcome[c.outcome] ?? c.outcome} · ${t.milliseconds(formatCount(c.durationMs))}</li>`)}</ul></details>`;
  }

  private why() {
    const t = speech.words;
    return html`<form class="why" @submit=${this.sendWhy}><fieldset>
      <legend>${t.whyNot}</legend>
      ${Object.entries(t.reasons).map(([id, text]) => html`<label><input type="radio" name="reason" value=${id} .checked=${this.reason === id} @change=${() => (this.reason = id)}>${text}</label>`)}
      <label class="text">${t.comment}<textarea rows="2" maxlength="2000"></textarea></label>
      <div class="row"><button type="submit" class="main">${t.send}</button><button type="button" @click=${() => this.rate('down')}>${t.skip}</button></div></fieldset></form>`;
  }

  private askWhy(): void {
    this.rating = !this.rating;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.why input')?.focus());
  }

  private sendWhy(e: Event): void {
    e.preventDefault();
    this.rate('down', this.reason, this.renderRoot.querySelector('textarea')?.value.trim() ?? '');
  }

  private rate(rating: 'up' | 'down', reason = '', comment = ''): void {
    this.rating = false;
    this.dispatchEvent(new CustomEvent<Rating>('rate', { detail: { rating, reason, comment } }));
  }

  private tools(x: Exchange) {
    const t = speech.words;
    return html`<div class="tools">
      ${x.answer ? html`<button type="button" @click=${this.copy}>${this.copied ? t.copied : t.copy}</button>` : nothing}
      <button type="button" @click=${() => this.fire('edit', x.question)}>${t.edit}</button>
      <button type="button" @click=${() => this.fire('again', x.question)}>${t.again}</button>
      ${x.turn ? html`
        <button type="button" aria-pressed=${x.rating === 'up'} @click=${() => this.rate('up')}>${t.helpful}</button>
        <button type="button" aria-pressed=${x.rating === 'down'} aria-expanded=${this.rating} @click=${this.askWhy}>${t.notHelpful}</button>
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
