import { css, html, nothing } from 'lit';
import { Line } from '../line.js';
import { type Decision, isMoving, requestOf } from '../proposal.js';
import type { Proposal } from '../protocol.js';
import { ServiceError } from '../service.js';
import { speech } from '../speech.js';
import { SignedPage } from './signed-page.js';
import './proposal.js';

// News come by themselves; this is for where they can't.
const again = 30_000;
const soon = 3_000;

/** Everything that was proposed and that the one who looks may see; what waits for a decision comes first. */
export class CopilotProposalsPage extends SignedPage {
  static override properties = { proposals: { state: true } };
  declare proposals: Proposal[] | null;

  private timer = 0;
  private line: Line | null = null;

  constructor() {
    super();
    this.proposals = null;
    void speech.begin();
  }

  static override styles = [SignedPage.styles, css`
    h2 { font-size: 1rem; margin: 1.4rem 0 0.6rem; }
    .quiet { color: var(--quiet); font-size: 0.88rem; }
    main { max-width: 52rem; }
    copilot-proposal { margin-bottom: 0.9rem; }
  `];

  protected get heading(): string {
    return speech.words.proposals;
  }

  override disconnectedCallback(): void {
    this.leave();
    super.disconnectedCallback();
  }

  protected override main() {
    const t = speech.words;
    const one = new URLSearchParams(location.search).get('id');
    const all = one ? (this.proposals ?? []).filter((p) => p.id === one) : (this.proposals ?? []);
    const mine = all.filter((p) => p.state === 'proposed' && p.mayApprove);
    const open = all.filter((p) => (p.state === 'proposed' && !p.mayApprove) || isMoving(p));
    const rest = all.filter((p) => !mine.includes(p) && !open.includes(p));
    return html`<main lang=${speech.language} @decide=${(e: CustomEvent<Decision>) => void this.decide(e.detail)}>
        ${this.told()}
        ${one ? html`<p><a href="/console/proposals">${t.allProposals}</a></p>` : nothing}
        ${this.proposals === null ? html`<p class="quiet">${t.loading}</p>`
          : one && all.length === 0 ? html`<p>${t.noSuchProposal}</p>`
            : html`${this.group(t.forYou, mine, one ? '' : t.nothingForYou)}${this.group(t.elsewhere, open, '')}${this.group(t.decidedGroup, rest, '')}`}
      </main>`;
  }

  protected override entered(): void {
    this.leave();
    this.line = new Line(location.origin, () => this.session?.token ?? '', { proposal: (p) => this.hear(p), here: () => void this.load() });
    void this.line.listen();
    void this.load();
  }

  protected override left(): void {
    this.leave();
    this.proposals = null;
  }

  private leave(): void {
    clearTimeout(this.timer);
    void this.line?.close();
    this.line = null;
  }

  private hear(news: Proposal): void {
    const known = this.proposals?.some((p) => p.id === news.id);
    this.proposals = known ? (this.proposals ?? []).map((p) => (p.id === news.id ? news : p)) : [news, ...(this.proposals ?? [])];
  }

  private group(title: string, proposals: Proposal[], none: string) {
    return proposals.length === 0 ? (none ? html`<h2>${title}</h2><p class="quiet">${none}</p>` : nothing)
      : html`<h2>${title}</h2>${proposals.map((p) => html`<copilot-proposal .proposal=${p}></copilot-proposal>`)}`;
  }

  private async load(): Promise<void> {
    clearTimeout(this.timer);
    try {
      this.proposals = await this.service.get<Proposal[]>('proposals');
      this.problem = '';
    } catch (e) {
      this.tell(e, speech.words.notRead);
    }
    if (this.isConnected && this.session) {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.load(), (this.proposals ?? []).some(isMoving) ? soon : again);
    }
  }

  private async decide(decision: Decision): Promise<void> {
    const [path, body] = requestOf(decision);
    try {
      const after = await this.service.post<Proposal>(path, body);
      decision.done(decision.act === 'undo' ? { ...decision.proposal, canUndo: false } : after);
      await this.load();
    } catch (e) {
      decision.failed(e instanceof ServiceError ? e.message : speech.words.notSent);
    }
  }
}
customElements.define('copilot-proposals-page', CopilotProposalsPage);
