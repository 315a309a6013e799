import { LitElement, css, html, nothing } from 'lit';
import { formatMoment } from '../format.js';
import { type Decision, atStake, percent, standing } from '../proposal.js';
import type { Proposal } from '../protocol.js';
import { speech } from '../speech.js';
import { theme } from './theme.js';

/** A proposed action: what it would change, who decides, and the buttons to do so. Fires `decide` with a Decision. */
export class CopilotProposal extends LitElement {
  static override properties = { proposal: { attribute: false }, busy: { state: true }, problem: { state: true }, asking: { state: true } };
  declare proposal: Proposal | null;
  declare busy: boolean;
  declare problem: string;
  /** The decision for which a comment is being written. */
  declare asking: 'approve' | 'reject' | null;

  constructor() {
    super();
    this.proposal = null;
    this.busy = false;
    this.problem = '';
    this.asking = null;
    speech.heardBy(this);
  }

  static override styles = [theme, css`
    :host { display: block; }
    section { border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); padding: 0.9rem; }
    section.waits { border-color: var(--accent); }
    h3 { font-size: 0.98rem; margin: 0 0 0.35rem; overflow-wrap: anywhere; }
    p { margin: 0.35rem 0; font-size: 0.9rem; overflow-wrap: anywhere; }
    .quiet { color: var(--quiet); font-size: 0.84rem; }
    .warning { border-inline-start: 4px solid var(--warning); padding-inline-start: 0.6rem; }
    .bad { color: var(--bad); }
    .good { color: var(--good); }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; font-size: 0.88rem; margin: 0.5rem 0; }
    th, td { text-align: start; padding: 0.25rem 0.9rem 0.25rem 0; vertical-align: top; overflow-wrap: break-word; }
    td:last-child { overflow-wrap: anywhere; }
    th { color: var(--quiet); font-weight: 500; }
    del { color: var(--quiet); }
    ins { text-decoration: none; font-weight: 600; }
    .row { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-top: 0.7rem; align-items: center; }
    button { border: 1px solid var(--line); background: none; border-radius: 8px; padding: 0.4rem 1rem; min-height: 2.2rem; }
    button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
    button:disabled { opacity: 0.55; }
    label { flex: 1 1 14rem; font-size: 0.84rem; color: var(--quiet); }
    input { width: 100%; box-sizing: border-box; font: inherit; padding: 0.4rem 0.6rem; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); color: inherit; }
  `];

  override render() {
    const p = this.proposal;
    if (!p) {
      return nothing;
    }
    const t = speech.words;
    const stake = atStake(p.exposure);
    return html`<section aria-label=${t.proposal(p.reference)} class=${p.state === 'proposed' && p.mayApprove ? 'waits' : ''}>
      <h3>${p.summary}</h3>
      <p class=${p.state === 'done' ? 'good' : p.state === 'failed' ? 'bad' : ''} role="status">${this.busy ? t.loading : standing(p)}</p>
      ${p.changes.length > 0 ? html`<div class="scroll" tabindex="0" role="region" aria-label=${`${t.changes} (${p.reference})`}><table>
        <thead><tr><th scope="col">${t.value}</th><th scope="col">${t.now}</th><th scope="col">${t.then}</th></tr></thead>
        <tbody>${p.changes.map((c) => html`<tr><td>${c.label}</td><td>${c.old === null || c.old === undefined ? '–' : html`<del>${c.old}</del>`}</td><td><ins>${c.new ?? '–'}</ins></td></tr>`)}</tbody>
      </table></div>` : nothing}
      ${p.outcome && p.outcome.steps.length > 1 ? html`<ul>${p.outcome.steps.map((s) => html`<li>${s.done ? t.done : t.notDone}: ${s.text}</li>`)}</ul>` : nothing}
      ${p.reason ? html`<p>${p.reason}</p>` : nothing}
      ${p.warnings.map((w) => html`<p class="warning">${w}</p>`)}
      ${p.decisions.map((d) => html`<p class="quiet">${d.by}${d.onBehalfOf ? t.onBehalf(d.onBehalfOf) : ''} ${t.decided[d.kind](formatMoment(d.at))}${d.comment ? `: ${d.comment}` : ''}</p>`)}
      <p class="quiet">${[p.reference, t.risk[p.risk], stake ? t.atStake(stake) : '', p.margin === null || p.margin === undefined ? '' : t.margin(percent(p.margin)),
        p.discount === null || p.discount === undefined ? '' : t.discount(percent(p.discount)), p.company ?? '', t.askedBy(p.requestedBy)].filter(Boolean).join(' · ')}</p>
      ${this.problem ? html`<p class="bad" role="alert">${this.problem}</p>` : nothing}
      ${this.buttons(p)}
    </section>`;
  }

  private buttons(p: Proposal) {
    const t = speech.words;
    const act = this.asking;
    if (p.state === 'proposed' && (p.mayApprove || p.mayReject)) {
      return act ? html`<div class="row">
          <label>${t.why}<input maxlength="2000" @keydown=${(e: KeyboardEvent) => e.key === 'Enter' && this.decide(act)}></label>
          <button type="button" class="main" ?disabled=${this.busy} @click=${() => this.decide(act)}>${act === 'approve' ? t.approve : t.reject}</button>
          <button type="button" ?disabled=${this.busy} @click=${() => (this.asking = null)}>${t.back}</button></div>`
        : html`<div class="row">
          ${p.mayApprove ? html`<button type="button" class="main" ?disabled=${this.busy} @click=${() => this.decide('approve')}>${t.approve}</button>
            <button type="button" ?disabled=${this.busy} @click=${() => this.askWhy('approve')}>${t.approveWith}</button>` : nothing}
          ${p.mayReject ? html`<button type="button" ?disabled=${this.busy} @click=${() => this.askWhy('reject')}>${p.mayApprove ? t.reject : t.withdraw}</button>` : nothing}</div>`;
    }
    return p.canUndo ? html`<div class="row"><button type="button" ?disabled=${this.busy} @click=${() => this.decide('undo')}>${t.undo}</button></div>` : nothing;
  }

  private askWhy(act: 'approve' | 'reject'): void {
    this.asking = act;
    void this.updateComplete.then(() => this.renderRoot.querySelector('input')?.focus());
  }

  private decide(act: Decision['act']): void {
    const proposal = this.proposal;
    if (!proposal || this.busy) {
      return;
    }
    this.busy = true;
    this.problem = '';
    const detail: Decision = {
      proposal,
      act,
      comment: this.renderRoot.querySelector('input')?.value ?? '',
      done: (after) => {
        this.proposal = after;
        this.busy = false;
        this.asking = null;
      },
      failed: (problem) => {
        this.problem = problem;
        this.busy = false;
      },
    };
    this.dispatchEvent(new CustomEvent('decide', { detail, bubbles: true, composed: true }));
  }
}
customElements.define('copilot-proposal', CopilotProposal);
