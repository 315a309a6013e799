import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type Attachment, arrived, faultOf, isBusy, mostFiles, newAttachment, refused, sentSoFar } from '../attachments.js';
import { type Exchange, applyUpdate, failed, newExchange, stopped } from '../exchange.js';
import { personaById } from '../personas.js';
import type { Proposal, Session, Source, SourceView } from '../protocol.js';
import { type Decision, requestOf, standing } from '../proposal.js';
import { type Running, Service, ServiceError, type Upload } from '../service.js';
import { loadSession, saveSession } from '../store.js';
import type { CopilotAskBox } from './ask-box.js';
import type { CopilotSourceDrawer } from './source-drawer.js';
import { theme } from './theme.js';
import './ask-box.js';
import './message.js';
import './sign-in.js';
import './source-drawer.js';

/**
 * The whole chat. `mode`: `bubble` (a button that opens a panel, the default), `panel`, or `page`.
 * `service`: the address of the service; the script's own origin when left out.
 */
export class DistributionCopilot extends LitElement {
  static override properties = {
    mode: { type: String, reflect: true },
    service: { type: String },
    open: { type: Boolean, reflect: true },
    session: { state: true },
    exchanges: { state: true },
    attachments: { state: true },
    dropping: { state: true },
    busy: { state: true },
    problem: { state: true },
    shown: { state: true },
    view: { state: true },
    viewProblem: { state: true },
    announcement: { state: true },
  };
  declare mode: 'bubble' | 'panel' | 'page';
  declare service: string;
  declare open: boolean;
  declare session: Session | null;
  declare exchanges: Exchange[];
  declare attachments: Attachment[];
  declare dropping: boolean;
  declare busy: boolean;
  declare problem: string;
  declare shown: { turnId: string; source: Source } | null;
  declare view: SourceView | null;
  declare viewProblem: string;
  declare announcement: string;

  private client: Service | null = null;
  private running: Running | null = null;
  private readonly uploads = new Map<string, Upload>();
  private conversationId: string | undefined;
  private opener: HTMLElement | null = null;

  constructor() {
    super();
    this.mode = 'bubble';
    this.service = new URL(import.meta.url).origin;
    this.open = false;
    this.session = loadSession();
    this.exchanges = [];
    this.attachments = [];
    this.dropping = false;
    this.busy = false;
    this.problem = '';
    this.shown = null;
    this.view = null;
    this.viewProblem = '';
    this.announcement = '';
  }

  static override styles = [theme, css`
    :host { display: block; }
    :host([mode='page']) { height: 100dvh; }
    :host([mode='panel']) { height: 100%; }
    .frame { height: 100%; display: flex; flex-direction: column; background: var(--surface); position: relative; overflow: hidden; }
    :host([mode='bubble']) .frame {
      position: fixed; inset-block-end: 5rem; inset-inline-end: 1rem; width: min(28rem, calc(100vw - 2rem)); height: min(44rem, calc(100dvh - 6.5rem));
      border: 1px solid var(--line); border-radius: var(--radius); box-shadow: 0 12px 40px rgb(0 0 0 / 0.25); z-index: 2147483000;
    }
    .bubble {
      position: fixed; inset-block-end: 1rem; inset-inline-end: 1rem; z-index: 2147483001; border: 0; border-radius: 999px; padding: 0.8rem 1.3rem;
      background: var(--accent); color: var(--on-accent); font-weight: 600; box-shadow: 0 6px 20px rgb(0 0 0 / 0.25);
    }
    .top { display: flex; gap: 0.6rem; align-items: center; padding: 0.6rem 1rem; border-bottom: 1px solid var(--line); }
    .brand { font-weight: 700; margin-inline-end: auto; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
    .who { color: var(--quiet); font-size: 0.88rem; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
    .top button { border: 1px solid var(--line); background: none; border-radius: 8px; padding: 0.25rem 0.7rem; font-size: 0.88rem; white-space: nowrap; }
    .top button:hover { background: var(--sunken); }
    .columns { flex: 1; min-height: 0; display: flex; }
    .chat { flex: 1; min-width: 0; display: flex; flex-direction: column; }
    .chat { position: relative; }
    .drop {
      position: absolute; inset: 0.6rem; z-index: 1; display: grid; place-items: center; pointer-events: none; font-weight: 600;
      border: 2px dashed var(--accent); border-radius: var(--radius); background: color-mix(in srgb, var(--surface) 88%, transparent);
    }
    .log { flex: 1; overflow: auto; padding: 1.25rem 1rem 2rem; }
    .inner { max-width: 52rem; margin: 0 auto; display: grid; gap: 2.2rem; grid-template-columns: minmax(0, 1fr); }
    .start h2 { font-size: 1.5rem; margin: 1rem 0 0.25rem; }
    .start p { margin: 0 0 1.25rem; color: var(--quiet); }
    .start ul { list-style: none; padding: 0; margin: 0; display: grid; gap: 0.6rem; }
    .start li button { text-align: start; width: 100%; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); }
    .start li button:hover { border-color: var(--accent); background: var(--sunken); }
    copilot-source-drawer { width: min(26rem, 42%); }
    copilot-sign-in { flex: 1; }
    :host([mode='bubble']) copilot-source-drawer { position: absolute; inset: 0; width: auto; }
    @media (max-width: 46rem) {
      copilot-source-drawer { position: absolute; inset: 0; width: auto; border: 0; }
      .who, .long { display: none; }
    }
  `];

  override render() {
    if (this.mode !== 'bubble') {
      return this.frame();
    }
    return html`${this.open ? this.frame() : nothing}
      <button class="bubble" type="button" aria-expanded=${this.open} @click=${() => (this.open = !this.open)}>${this.open ? 'Close' : 'Ask the copilot'}</button>`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.running?.stop();
    void this.client?.close();
    this.client = null;
  }

  private frame() {
    return html`<div class="frame" @keydown=${this.key}>
      <header class="top">
        <div class="brand" role="heading" aria-level=${this.mode === 'page' ? 1 : 2}>Distribution Copilot</div>
        ${this.session ? html`<span class="who">${this.session.displayName} · ${personaById(this.session.persona)?.title ?? this.session.persona}</span>
          <button type="button" @click=${this.fresh} ?disabled=${this.exchanges.length === 0}>New<span class="long"> conversation</span></button>
          <button type="button" @click=${this.signOut}>Sign out</button>` : nothing}
      </header>
      ${this.session ? this.chat() : html`<copilot-sign-in .busy=${this.busy} .problem=${this.problem} @choose=${this.signIn}></copilot-sign-in>`}
      <div class="hidden" role="status" aria-live="polite">${this.announcement}</div>
    </div>`;
  }

  private chat() {
    return html`<div class="columns">
      <main class="chat" @dragenter=${this.dragged} @dragover=${this.dragged} @dragleave=${this.dragLeft} @drop=${this.dropped}>
        ${this.dropping ? html`<div class="drop">Drop files here to ask about them</div>` : nothing}
        <div class="log" tabindex="0" role="region" aria-label="Conversation"><div class="inner">
          ${this.exchanges.length === 0 ? this.start() : repeat(this.exchanges, (x) => x.key, (x) => html`<copilot-message .exchange=${x}
            @open-source=${(e: CustomEvent<string>) => void this.openSource(x, e)}
            @again=${(e: CustomEvent<string>) => void this.ask(e.detail, x.attachments)}
            @decide=${(e: CustomEvent<Decision>) => void this.decide(x, e.detail)}
            @rate=${(e: CustomEvent<'up' | 'down'>) => void this.rate(x, e.detail)}></copilot-message>`)}
        </div></div>
        <copilot-ask-box .running=${this.running !== null} .attachments=${this.attachments} .about=${this.about()} @ask=${(e: CustomEvent<string>) => void this.ask(e.detail)} @stop=${this.stop}
          @attach=${(e: CustomEvent<File[]>) => this.attach(e.detail)} @detach=${(e: CustomEvent<string>) => void this.detach(e.detail)}></copilot-ask-box>
      </main>
      ${this.shown ? html`<copilot-source-drawer role="complementary" aria-label="Source" .source=${this.shown.source} .view=${this.view} .problem=${this.viewProblem}
        .page=${`${this.service}/sources/${encodeURIComponent(this.shown.turnId)}/${encodeURIComponent(this.shown.source.id)}`}
        @close=${this.closeSource}></copilot-source-drawer>` : nothing}
    </div>`;
  }

  private start() {
    const persona = personaById(this.session?.persona ?? '');
    return html`<div class="start">
      <h2>What do you need to know?</h2>
      <p>Answers come from the company's documents and from Odoo, with every source one click away.</p>
      <ul aria-label="Questions to begin with">${(persona?.suggestions ?? []).map((s) => html`<li><button type="button" @click=${() => void this.ask(s)}>${s}</button></li>`)}</ul>
    </div>`;
  }

  private async signIn(e: CustomEvent<string>): Promise<void> {
    this.busy = true;
    this.problem = '';
    try {
      this.session = await Service.signIn(this.service, e.detail);
      saveSession(this.session);
      await this.updateComplete;
      this.box()?.focus();
    } catch (error) {
      this.problem = words(error);
    } finally {
      this.busy = false;
    }
  }

  private signOut(): void {
    this.fresh();
    void this.client?.close();
    this.client = null;
    this.session = null;
    saveSession(null);
  }

  private fresh(): void {
    this.stop();
    this.exchanges = [];
    this.uploads.forEach((u) => u.stop());
    this.attachments = [];
    this.conversationId = undefined;
    this.closeSource();
  }

  private async ask(question: string, again?: Attachment[]): Promise<void> {
    if (this.running || !this.session) {
      return;
    }
    const attachments = again ?? this.attachments.filter((a) => a.state === 'ready');
    if (!again) {
      this.attachments = this.attachments.filter(isBusy);
    }
    const exchange = newExchange(question, attachments);
    this.exchanges = [...this.exchanges, exchange];
    this.announcement = 'Looking it up…';
    this.running = this.line().ask({
      question,
      ...(this.conversationId ? { conversationId: this.conversationId } : {}),
      ...(attachments.length > 0 ? { attachments: attachments.map((a) => a.id) } : {}),
    }, (update) => {
      applyUpdate(exchange, update);
      if (update.type === 'turn') {
        this.conversationId = update.turn.conversationId;
      }
      this.refresh(exchange);
    });
    this.scrollDown(true);
    try {
      await this.running.done;
      stopped(exchange);
    } catch (error) {
      failed(exchange, words(error));
      if (error instanceof ServiceError && error.status === 401) {
        saveSession(null);
        this.session = null;
        this.problem = error.message;
      }
    } finally {
      this.running = null;
      this.refresh(exchange);
      this.announcement = exchange.turn ? `Answer: ${firstSentence(exchange.answer)}` : exchange.problem;
      await this.updateComplete;
      this.box()?.focus();
    }
  }

  private about(): string[] {
    return this.exchanges.findLast((x) => x.turn !== null && x.attachments.length > 0)?.attachments.map((a) => a.name) ?? [];
  }

  private line(): Service {
    return (this.client ??= new Service(this.service, () => this.session?.token ?? ''));
  }

  private attach(files: File[]): void {
    const free = mostFiles - this.attachments.length;
    for (const file of files.slice(0, Math.max(0, free))) {
      void this.send(file);
    }
    if (files.length > free) {
      this.announcement = `At most ${mostFiles} files can be asked about at once.`;
    }
  }

  private async send(file: File): Promise<void> {
    const attachment = newAttachment(file);
    const fault = faultOf(file);
    this.attachments = [...this.attachments, fault ? refused(attachment, fault) : attachment];
    if (fault) {
      this.announcement = `${file.name}: ${fault}`;
      return;
    }
    this.announcement = `Sending ${file.name}…`;
    const upload = this.line().upload(file, (part) => this.change(attachment.key, (a) => sentSoFar(a, part)));
    this.uploads.set(attachment.key, upload);
    try {
      const taken = await upload.done;
      this.change(attachment.key, (a) => arrived(a, taken));
    } catch (error) {
      this.change(attachment.key, (a) => refused(a, words(error)));
    } finally {
      this.uploads.delete(attachment.key);
    }
    const now = this.attachments.find((a) => a.key === attachment.key);
    if (now) {
      this.announcement = now.state === 'ready' ? `${now.name} is ready to be asked about. ${now.note}` : `${now.name}: ${now.note}`;
    }
  }

  private change(key: string, to: (a: Attachment) => Attachment): void {
    this.attachments = this.attachments.map((a) => (a.key === key ? to(a) : a));
  }

  private async detach(key: string): Promise<void> {
    const gone = this.attachments.find((a) => a.key === key);
    this.attachments = this.attachments.filter((a) => a.key !== key);
    this.uploads.get(key)?.stop();
    this.box()?.focus();
    // The same file, sent twice, is one document: it stays while a question of this conversation speaks of it.
    if (gone?.state !== 'ready' || [...this.attachments, ...this.exchanges.flatMap((x) => x.attachments)].some((a) => a.id === gone.id)) {
      return;
    }
    try {
      await this.line().forget(gone.id);
      this.announcement = `${gone.name} was removed.`;
    } catch (error) {
      this.announcement = words(error);
    }
  }

  private dragged(e: DragEvent): void {
    if (e.dataTransfer?.types.includes('Files')) {
      e.preventDefault();
      this.dropping = true;
    }
  }

  private dragLeft(e: DragEvent): void {
    if (!(e.currentTarget as HTMLElement).contains(e.relatedTarget as Node | null)) {
      this.dropping = false;
    }
  }

  private dropped(e: DragEvent): void {
    if (e.dataTransfer?.types.includes('Files')) {
      e.preventDefault();
      this.dropping = false;
      this.attach([...e.dataTransfer.files]);
    }
  }

  private stop(): void {
    this.running?.stop();
  }

  private async decide(exchange: Exchange, decision: Decision): Promise<void> {
    const [path, body] = requestOf(decision);
    try {
      const after = await this.line().post<Proposal>(path, body);
      if (decision.act === 'undo') {
        decision.done({ ...decision.proposal, canUndo: false });
        exchange.cards = [...exchange.cards, { type: 'proposal', title: after.summary, sources: [], proposal: after }];
      } else {
        decision.done(after);
        exchange.cards = exchange.cards.map((c) => (c.type === 'proposal' && c.proposal.id === after.id ? { ...c, proposal: after } : c));
      }
      this.announcement = standing(after);
      this.refresh(exchange);
    } catch (error) {
      decision.failed(words(error));
    }
  }

  private async rate(exchange: Exchange, rating: 'up' | 'down'): Promise<void> {
    if (!exchange.turn || !this.client) {
      return;
    }
    try {
      await this.client.rate(exchange.turn.turnId, rating);
      exchange.rating = rating;
      this.announcement = 'Thank you, your rating was kept.';
    } catch (error) {
      this.announcement = words(error);
    }
    this.refresh(exchange);
  }

  private async openSource(exchange: Exchange, e: CustomEvent<string>): Promise<void> {
    const source = exchange.sources.find((s) => s.id === e.detail);
    if (!source || !exchange.turn || !this.client) {
      return;
    }
    this.opener = (e.target as HTMLElement).shadowRoot?.activeElement as HTMLElement | null;
    const shown = { turnId: exchange.turn.turnId, source };
    this.shown = shown;
    this.view = null;
    this.viewProblem = '';
    await this.updateComplete;
    this.renderRoot.querySelector<CopilotSourceDrawer>('copilot-source-drawer')?.focus();
    try {
      const view = await this.client.openSource(shown.turnId, source.id);
      if (this.shown === shown) {
        this.view = view;
      }
    } catch (error) {
      if (this.shown === shown) {
        this.viewProblem = words(error);
      }
    }
  }

  private closeSource(): void {
    this.shown = null;
    this.view = null;
    this.opener?.focus();
    this.opener = null;
  }

  private key(e: KeyboardEvent): void {
    if (e.key === 'Escape' && this.shown) {
      this.closeSource();
    }
  }

  private refresh(exchange: Exchange): void {
    // A new object for the one exchange that changed; the others are left alone however long the conversation is.
    this.exchanges = this.exchanges.map((x) => (x.key === exchange.key ? { ...exchange } : x));
    this.scrollDown(false);
  }

  private scrollDown(always: boolean): void {
    void this.updateComplete.then(() => {
      const log = this.renderRoot.querySelector('.log');
      if (log && (always || log.scrollHeight - log.scrollTop - log.clientHeight < 160)) {
        log.scrollTop = log.scrollHeight;
      }
    });
  }

  private box(): CopilotAskBox | null {
    return this.renderRoot.querySelector<CopilotAskBox>('copilot-ask-box');
  }
}
customElements.define('distribution-copilot', DistributionCopilot);

const words = (error: unknown): string => (error instanceof ServiceError ? error.message : 'Something went wrong here. Try again.');

const firstSentence = (answer: string): string => answer.replace(/\[S\d+\]/g, '').replace(/[*_\\]/g, '').split(/(?<=[.!?])\s/)[0]?.slice(0, 300) ?? '';
