import { type CSSResultGroup, LitElement, type PropertyDeclarations, type TemplateResult, css, html, nothing } from 'lit';
import { type Decision, requestOf } from '../proposal.js';
import type { Proposal } from '../protocol.js';
import { type Service, ServiceError } from '../service.js';
import { speech } from '../speech.js';
import { panelTheme } from './panel-theme.js';
import './proposal.js';
import { theme } from './theme.js';

/** A panel with a form that becomes a proposal, which is then followed to its end. Fires `close`, and `say` with what to announce. */
export abstract class ProposingPanel extends LitElement {
  static override properties: PropertyDeclarations = { service: { attribute: false }, news: { attribute: false }, proposal: { state: true }, problem: { state: true }, busy: { state: true } };
  declare service: Service | null;
  /** The proposal that was last heard of: when it is this panel's, that is how it stands now. */
  declare news: Proposal | null;
  declare proposal: Proposal | null;
  declare problem: string;
  declare busy: boolean;

  constructor() {
    super();
    this.service = null;
    this.news = null;
    this.proposal = null;
    this.problem = '';
    this.busy = false;
    speech.heardBy(this);
  }

  static override styles: CSSResultGroup = [theme, panelTheme, css`
    form { display: grid; gap: 0.9rem; }
    label { display: block; font-size: 0.85rem; color: var(--quiet); }
    input, textarea { box-sizing: border-box; margin-top: 0.35rem; width: 100%; font: inherit; color: var(--text); background: var(--sunken); border: 1px solid var(--line); border-radius: 8px; padding: 0.45rem 0.6rem; }
    .main { justify-self: start; border: 0; border-radius: 8px; padding: 0.45rem 1rem; min-height: 2.2rem; background: var(--accent); color: var(--on-accent); font-weight: 600; }
    .main:disabled { opacity: 0.55; }
  `];

  protected abstract readonly heading: string;

  /** What is asked for, while nothing is proposed. */
  protected abstract form(): TemplateResult;

  /** Where to send the form, and with what. */
  protected abstract wish(said: FormData): [path: string, body: unknown];

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('news') && this.news && this.news.id === this.proposal?.id) {
      this.proposal = this.news;
    }
  }

  override render() {
    return html`<div class="head"><h2 tabindex="-1">${this.heading}</h2><button type="button" @click=${() => this.dispatchEvent(new CustomEvent('close'))}>${speech.words.close}</button></div>
      <div class="body" @decide=${(e: CustomEvent<Decision>) => void this.decide(e)}>
        ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
        ${this.proposal ? html`<copilot-proposal .proposal=${this.proposal}></copilot-proposal>` : html`<form @submit=${this.propose}>${this.form()}</form>`}
      </div>`;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  private async propose(e: Event): Promise<void> {
    e.preventDefault();
    const [path, body] = this.wish(new FormData(e.target as HTMLFormElement));
    this.busy = true;
    this.problem = '';
    try {
      this.proposal = (await this.service?.post<Proposal>(path, body)) ?? null;
      this.dispatchEvent(new CustomEvent('say', { detail: this.proposal?.summary ?? '' }));
    } catch (error) {
      this.problem = error instanceof ServiceError ? error.message : speech.words.wrong;
    } finally {
      this.busy = false;
    }
    await this.catchUp();
  }

  /** What happened between the answer and its arrival here was told to a panel that did not know the proposal yet. */
  private async catchUp(): Promise<void> {
    const id = this.proposal?.id;
    const now = id ? await this.service?.get<Proposal>(`proposals/${encodeURIComponent(id)}`).catch(() => null) : null;
    if (now && this.proposal?.id === now.id) {
      this.proposal = now;
    }
  }

  private async decide(e: CustomEvent<Decision>): Promise<void> {
    e.stopPropagation();
    const [path, body] = requestOf(e.detail);
    try {
      const after = await this.service?.post<Proposal>(path, body);
      if (after) {
        e.detail.done(e.detail.act === 'undo' ? { ...e.detail.proposal, canUndo: false } : after);
      }
    } catch (error) {
      e.detail.failed(error instanceof ServiceError ? error.message : speech.words.wrong);
    }
  }
}
