import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Chat, words } from '../chat.js';
import { type Way, begin, finish, isBack, wayOf } from '../code-sign-in.js';
import type { Exchange } from '../exchange.js';
import { plainText } from '../markdown.js';
import { personaById } from '../personas.js';
import type { Decision } from '../proposal.js';
import type { Me, RecordRef, Session, Source, SourceView } from '../protocol.js';
import { Service, ServiceError } from '../service.js';
import { languages, speech } from '../speech.js';
import { loadSession, savePlace, saveSession } from '../store.js';
import type { CopilotAskBox } from './ask-box.js';
import { copilotTheme } from './copilot-theme.js';
import type { Rating } from './message.js';
import { scheme, theme } from './theme.js';
import './ask-box.js';
import './hand-over.js';
import './history.js';
import './inbox.js';
import './message.js';
import './note.js';
import './sign-in.js';
import './source-drawer.js';

type Panel = 'source' | 'history' | 'inbox' | 'hand-over' | 'note' | '';

/**
 * The whole chat. `mode`: `bubble` (a button that opens a panel, the default), `panel`, or `page`. `service`: the address of the service; the script's own
 * origin when left out. `theme`: `light` or `dark`; the system's when left out. `language`: the language to begin with. The property `token` is a function
 * that gives the token of the person who is signed in to the page around it; without it a demo role is chosen. The property `record` is the record in view
 * that questions are about; with one the chat begins anew, and fires `ready` once it can be asked.
 */
export class DistributionCopilot extends LitElement {
  static override properties = {
    mode: { type: String, reflect: true }, service: { type: String }, open: { type: Boolean, reflect: true }, theme: { type: String, reflect: true }, language: { type: String },
    token: { attribute: false }, record: { attribute: false }, whole: { type: Boolean, reflect: true }, session: { state: true }, way: { state: true }, me: { state: true }, dropping: { state: true }, busy: { state: true }, problem: { state: true },
    panel: { state: true }, note: { state: true }, shown: { state: true }, view: { state: true }, viewProblem: { state: true },
  };
  declare mode: 'bubble' | 'panel' | 'page';
  declare service: string;
  declare open: boolean;
  declare theme: string;
  declare language: string;
  declare token: (() => string | Promise<string>) | null;
  declare record: RecordRef | null;
  /** Whether the panel of a bubble fills the window. */
  declare whole: boolean;
  declare session: Session | null;
  /** How people sign in at a provider; null where they choose a role of the demo. */
  declare way: Way | null;
  declare me: Me | null;
  declare dropping: boolean;
  declare busy: boolean;
  declare problem: string;
  declare panel: Panel;
  /** What is about to be put on a record as a note. */
  declare note: { record: RecordRef; name: string; text: string } | null;
  declare shown: { turnId: string; source: Source } | null;
  declare view: SourceView | null;
  declare viewProblem: string;

  private chat: Chat | null = null;
  private opener: HTMLElement | null = null;
  /** Whether the conversation follows the answer as it grows: until somebody scrolls. */
  private follows = true;

  constructor() {
    super();
    this.mode = 'bubble';
    this.service = new URL(import.meta.url).origin;
    this.open = false;
    this.theme = '';
    this.language = '';
    this.token = null;
    this.record = null;
    this.whole = false;
    this.session = null;
    this.way = null;
    this.me = null;
    this.dropping = false;
    this.busy = false;
    this.problem = '';
    this.panel = '';
    this.note = null;
    this.shown = null;
    this.view = null;
    this.viewProblem = '';
    speech.heardBy(this);
  }

  static override styles = [theme, scheme, copilotTheme];

  override render() {
    const frame = this.mode !== 'bubble' || this.open ? this.frame() : nothing;
    return this.mode !== 'bubble' ? frame : html`${frame}<button class="bubble" type="button" aria-expanded=${this.open} @click=${this.toggle}>${this.open ? speech.words.close : speech.words.open}${this.badge()}</button>`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The service's own page is written in English and means nothing by it.
    void speech.begin(this.language || (this.mode === 'page' ? '' : (this.closest('[lang]')?.getAttribute('lang') ?? '')));
    this.session = this.token ? null : loadSession();
    if (this.session) {
      this.start();
    } else if (this.mode === 'page' && !this.token) {
      void this.comeBack();
    }
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('token') && this.token) {
      void this.enter();
    }
    if (changed.has('record') && this.chat) {
      this.chat.focus = this.record;
    }
    if (changed.has('language') && this.language) {
      void speech.speak(this.language);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.chat?.close();
    this.chat = null;
  }

  private frame() {
    const t = speech.words;
    return html`<div class="frame" role=${this.mode === 'page' ? nothing : this.mode === 'bubble' ? 'dialog' : 'region'} aria-label=${this.mode === 'page' ? nothing : 'Distribution Copilot'} lang=${speech.language} @keydown=${this.key}>
      <div class="top" role=${this.mode === 'page' ? 'banner' : nothing}>
        <div class="brand" role="heading" aria-level=${this.mode === 'page' ? 1 : 2}>Distribution Copilot</div>
        ${this.chat ? this.tools() : nothing}
        ${this.mode === 'bubble' ? html`<button type="button" class="icon" aria-pressed=${this.whole} title=${this.whole ? t.backToPanel : t.wholePage} aria-label=${this.whole ? t.backToPanel : t.wholePage} @click=${() => (this.whole = !this.whole)}>⤢</button>` : nothing}
        <select aria-label=${t.language} @change=${(e: Event) => void speech.speak((e.target as HTMLSelectElement).value, true)}>${Object.entries(languages).map(([id, name]) =>
          html`<option value=${id} lang=${id} ?selected=${id === speech.language}>${name}</option>`)}</select>
      </div>
      ${this.chat ? this.columns(this.chat)
        : this.token ? html`<p class="wait" role=${this.problem ? 'alert' : 'status'}>${this.problem || t.signingIn}${this.problem ? html` <button type="button" @click=${this.enter}>${t.signInAgain}</button>` : nothing}</p>`
          : html`<copilot-sign-in ?inside=${this.mode !== 'page'} .provider=${this.way !== null} .busy=${this.busy} .problem=${this.problem} @choose=${this.signIn}></copilot-sign-in>`}
      <div class="hidden" role="status" aria-live="polite">${this.chat?.announcement ?? ''}</div>
    </div>`;
  }

  private tools() {
    const t = speech.words;
    const companies = this.me?.companies ?? [];
    const role = this.me?.roles[0] ?? this.session?.persona ?? '';
    return html`<span class="who">${this.me?.displayName ?? this.session?.displayName} · ${t.roles[role]?.[0] ?? role}</span>
      ${companies.length > 0 ? html`<span class="chip" title=${companies.join(', ')}>${companies.length === 1 ? companies[0] : t.companies(companies.length)}</span>` : nothing}
      ${this.me?.hasExceptions ? html`<button type="button" aria-expanded=${this.panel === 'inbox'} @click=${(e: Event) => this.openPanel('inbox', e)}>${t.inbox}${this.badge()}</button>` : nothing}
      <button type="button" aria-expanded=${this.panel === 'history'} @click=${(e: Event) => this.openPanel('history', e)}>${t.history}</button>
      <button type="button" aria-expanded=${this.panel === 'hand-over'} @click=${(e: Event) => this.openPanel('hand-over', e)} ?disabled=${!this.chat?.conversationId}>${t.handOver}</button>
      <button type="button" @click=${this.fresh} ?disabled=${this.chat?.exchanges.length === 0}>${t.fresh}<span class="long">${t.freshLong}</span></button>
      ${this.token ? nothing : html`<button type="button" @click=${() => this.signOut('')}>${t.signOut}</button>`}`;
  }

  private badge() {
    const n = this.chat?.openExceptions ?? 0;
    return n > 0 ? html` <span class="badge" aria-hidden="true">${n}</span><span class="hidden">: ${speech.words.openExceptions(n)}</span>` : nothing;
  }

  private columns(chat: Chat) {
    const t = speech.words;
    const drawn = chat.exchanges.slice(-chat.drawn);
    return html`<div class="columns">
      <div class="chat" role=${this.mode === 'page' ? 'main' : nothing} @dragenter=${this.dragged} @dragover=${this.dragged} @dragleave=${this.dragLeft} @drop=${this.dropped}>
        ${this.dropping ? html`<div class="drop">${t.drop}</div>` : nothing}
        <div class="log" tabindex="0" role="region" aria-label=${t.conversation} @wheel=${this.look} @touchmove=${this.look} @keydown=${this.look}><div class="inner">
          ${chat.hasEarlier ? html`<button class="earlier" type="button" @click=${() => void chat.earlier()}>${t.earlier}</button>` : nothing}
          ${chat.exchanges.length === 0 ? this.begin(chat) : repeat(drawn, (x) => x.key, (x) => html`<copilot-message .exchange=${x} .answersIn=${this.me?.language ?? 'en'}
            @open-source=${(e: CustomEvent<string>) => void this.openSource(x, e)}
            @again=${(e: CustomEvent<string>) => void chat.ask(e.detail, x.attachments, x.about ?? chat.focus)}
            @edit=${(e: CustomEvent<string>) => this.box()?.fill(e.detail)}
            @decide=${(e: CustomEvent<Decision>) => void chat.decide(x, e.detail)}
            @rate=${(e: CustomEvent<Rating>) => void chat.rate(x, e.detail.rating, e.detail.reason, e.detail.comment)}></copilot-message>`)}
        </div></div>
        <copilot-ask-box .running=${chat.running !== null} .attachments=${chat.uploads.list} .about=${chat.about()} @ask=${(e: CustomEvent<string>) => void this.ask(e.detail)} @stop=${() => chat.stop()}
          @attach=${(e: CustomEvent<File[]>) => chat.uploads.add(e.detail)} @detach=${(e: CustomEvent<string>) => this.detach(e.detail)}></copilot-ask-box>
      </div>
      ${this.beside(chat)}
    </div>`;
  }

  private beside(chat: Chat) {
    const t = speech.words;
    // Somebody else's page has its own landmarks; there the chat is one part of it.
    const side = this.mode === 'page' ? 'complementary' : 'region';
    const say = (e: CustomEvent<string>): void => chat.say(e.detail);
    switch (this.panel) {
      case 'source':
        return this.shown ? html`<copilot-source-drawer class="side" role=${side} aria-label=${t.source} .source=${this.shown.source} .view=${this.view} .problem=${this.viewProblem}
          .page=${`${this.service}/sources/${encodeURIComponent(this.shown.turnId)}/${encodeURIComponent(this.shown.source.id)}`} @close=${this.closePanel}></copilot-source-drawer>` : nothing;
      case 'history':
        return html`<copilot-history class="side" role=${side} aria-label=${t.history} .service=${chat.service} .current=${chat.conversationId ?? ''} @close=${this.closePanel} @say=${say}
          @choose=${(e: CustomEvent<string>) => void this.openConversation(chat, e.detail)} @gone=${(e: CustomEvent<string>) => e.detail === chat.conversationId && chat.fresh()}></copilot-history>`;
      case 'inbox':
        return html`<copilot-inbox class="side" role=${side} aria-label=${t.inbox} .service=${chat.service} .news=${chat.news} @close=${this.closePanel} @say=${say}
          @count=${(e: CustomEvent<number>) => chat.count(e.detail)} @ask=${(e: CustomEvent<string>) => void this.ask(e.detail)}></copilot-inbox>`;
      case 'hand-over':
        return html`<copilot-hand-over class="side" role=${side} aria-label=${t.handOver} .service=${chat.service} .news=${chat.heard} .conversation=${chat.conversationId ?? ''} @close=${this.closePanel} @say=${say}></copilot-hand-over>`;
      case 'note':
        return this.note ? html`<copilot-note class="side" role=${side} aria-label=${t.noteOn(this.note.name)} .service=${chat.service} .news=${chat.heard} .record=${this.note.record} .name=${this.note.name} .text=${this.note.text}
          @close=${this.closePanel} @say=${say}></copilot-note>` : nothing;
      case '':
        return nothing;
    }
  }

  private begin(chat: Chat) {
    const t = speech.words;
    const suggestions = personaById(this.me?.roles[0] ?? this.session?.persona ?? '')?.suggestions ?? [];
    return html`<div class="start"><h2>${t.need}</h2><p>${t.promise}</p>
      <ul aria-label=${t.begin}>${suggestions.map((s) => html`<li><button type="button" lang="en" @click=${() => void chat.ask(s)}>${s}</button></li>`)}</ul></div>`;
  }

  /** Begins a new conversation with a question, about the record in view or another one. */
  async beginWith(question: string, about?: RecordRef): Promise<void> {
    this.panel = '';
    this.chat?.fresh();
    await this.chat?.ask(question, undefined, about);
  }

  /** Goes on with a question. */
  async goOnWith(question: string): Promise<void> {
    await this.chat?.ask(question);
  }

  /** The newest draft or else answer as plain text without the marks of its sources; empty while there is none. */
  get lastAnswer(): string {
    const last = this.chat?.exchanges.findLast((x) => x.turn !== null);
    const draft = last?.cards.findLast((card) => card.type === 'draft');
    return plainText((draft?.body ?? last?.answer ?? '').replace(/\s?\[S\d+\]/g, '')).trim();
  }

  /** Shows the newest draft or else answer, to be read and put on a record as an internal note. Says whether there was one. */
  async noteOn(record: RecordRef, name: string, opener: HTMLElement | null): Promise<boolean> {
    const text = this.lastAnswer;
    if (!text) {
      return false;
    }
    // A note that was posted stays posted; this is another one.
    this.panel = '';
    await this.updateComplete;
    this.opener = opener;
    this.note = { record, name, text };
    this.panel = 'note';
    this.focusPanel();
    return true;
  }

  private async ask(question: string): Promise<void> {
    await this.chat?.ask(question);
    await this.focusBox();
  }

  /** Signs in with the token of the page around. */
  private async enter(): Promise<void> {
    this.problem = '';
    try {
      this.me = await new Service(this.service, () => this.bearer()).me();
      this.start();
      // Opened before it was known who asks: the one who opened it, and is still here, may begin to write.
      if (this.mode === 'bubble' && this.open && this.matches(':focus-within')) {
        await this.focusBox();
      }
    } catch (error) {
      this.problem = error instanceof ServiceError && error.status !== 401 ? error.message : speech.words.noToken;
    }
  }

  /** On the service's own page people sign in at its provider, where there is one. */
  private async comeBack(): Promise<void> {
    const back = isBack();
    this.busy = back;
    try {
      this.way = await wayOf(this.service);
      if (back) {
        const { session, page } = await finish(this.service);
        saveSession(session);
        if (page) {
          location.replace(page);
          return;
        }
        this.session = session;
        this.start();
      }
    } catch (error) {
      this.problem = words(error);
    } finally {
      this.busy = false;
    }
  }

  private async signIn(e: CustomEvent<string>): Promise<void> {
    this.busy = true;
    this.problem = '';
    try {
      if (this.way) {
        await begin(this.way);
        return;
      }
      this.session = await Service.signIn(this.service, e.detail);
      saveSession(this.session);
      this.start();
      await this.focusBox();
    } catch (error) {
      this.problem = words(error);
    } finally {
      this.busy = false;
    }
  }

  private start(): void {
    void this.chat?.close();
    const owner = this.me?.id ?? `demo:${this.session?.persona ?? ''}`;
    const chat = new Chat(this, this.service, owner, () => this.bearer(), (why) => this.signOut(why), (always) => this.scrollDown(always));
    this.chat = chat;
    chat.focus = this.record;
    this.requestUpdate();
    void chat.begin(this.record === null);
    void this.introduce(chat);
    this.dispatchEvent(new Event('ready'));
  }

  /** Who this is, and whether the service looks for exceptions by itself. */
  private async introduce(chat: Chat): Promise<void> {
    const me = await (this.me ? Promise.resolve(this.me) : chat.service.me()).catch(() => null);
    if (this.chat === chat && me) {
      this.me = me;
      if (me.hasExceptions) {
        await chat.countExceptions();
      }
    }
  }

  private bearer(): string | Promise<string> {
    return this.token ? this.token() : (this.session?.token ?? '');
  }

  private signOut(why: string): void {
    if (!why) {
      this.chat?.fresh();
      savePlace(null);
    }
    void this.chat?.close();
    this.chat = null;
    this.session = null;
    this.me = null;
    this.panel = '';
    this.problem = why;
    saveSession(null);
  }

  private fresh(): void {
    this.chat?.fresh();
    this.closePanel();
    void this.focusBox();
  }

  private detach(key: string): void {
    void this.chat?.uploads.remove(key, this.chat.exchanges.flatMap((x) => x.attachments.map((a) => a.id)));
    this.box()?.focus();
  }

  private toggle(): void {
    this.open = !this.open;
    if (this.open) {
      void this.focusBox();
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
      this.chat?.uploads.add([...e.dataTransfer.files]);
    }
  }

  private openPanel(panel: Panel, e: Event): void {
    if (this.panel === panel) {
      this.closePanel();
      return;
    }
    this.opener = e.currentTarget as HTMLElement;
    this.panel = panel;
    this.focusPanel();
  }

  private focusPanel(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<LitElement>('.side')?.updateComplete).then(() => this.renderRoot.querySelector<HTMLElement>('.side')?.focus());
  }

  private async openConversation(chat: Chat, id: string): Promise<void> {
    try {
      await chat.open(id);
      this.closePanel();
      this.box()?.focus();
    } catch (error) {
      chat.say(words(error));
    }
  }

  private async openSource(exchange: Exchange, e: CustomEvent<string>): Promise<void> {
    const source = exchange.sources.find((s) => s.id === e.detail);
    if (!source || !exchange.turn || !this.chat) {
      return;
    }
    this.opener = (e.target as HTMLElement).shadowRoot?.activeElement as HTMLElement | null;
    const shown = { turnId: exchange.turn.turnId, source };
    this.panel = 'source';
    this.shown = shown;
    this.view = null;
    this.viewProblem = '';
    this.focusPanel();
    try {
      const view = await this.chat.service.openSource(shown.turnId, source.id);
      this.view = this.shown === shown ? view : this.view;
    } catch (error) {
      this.viewProblem = this.shown === shown ? words(error) : this.viewProblem;
    }
  }

  private closePanel(): void {
    this.panel = '';
    this.shown = null;
    this.view = null;
    this.opener?.focus();
    this.opener = null;
  }

  private key(e: KeyboardEvent): void {
    if (e.key !== 'Escape' || this.chat?.running) {
      return;
    }
    if (this.panel) {
      this.closePanel();
    } else if (this.mode === 'bubble' && this.open) {
      this.open = false;
      this.renderRoot.querySelector<HTMLElement>('.bubble')?.focus();
    }
  }

  private look(): void {
    this.follows = false;
  }

  /** Shows the end of what has come, but never so far that the last question leaves the view. */
  private scrollDown(always: boolean): void {
    this.follows ||= always;
    if (!this.follows) {
      return;
    }
    void this.updateComplete.then(() => requestAnimationFrame(() => {
      const log = this.renderRoot.querySelector('.log');
      const last = log?.querySelector('copilot-message:last-of-type');
      if (log && last) {
        const top = log.scrollTop + last.getBoundingClientRect().top - log.getBoundingClientRect().top - 16;
        log.scrollTop = Math.min(top, log.scrollHeight - log.clientHeight);
      }
    }));
  }

  /** The box can take the focus once it has drawn itself, which is after this element has. */
  private async focusBox(): Promise<void> {
    await this.updateComplete;
    await this.box()?.updateComplete;
    this.box()?.focus();
  }

  private box(): CopilotAskBox | null {
    return this.renderRoot.querySelector<CopilotAskBox>('copilot-ask-box');
  }
}
customElements.define('distribution-copilot', DistributionCopilot);
