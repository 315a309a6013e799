import type { ReactiveControllerHost } from 'lit';
import type { Attachment } from './attachments.js';
import { type Exchange, applyUpdate, failed, newExchange, pastExchange, stopped } from './exchange.js';
import { Line, type Running } from './line.js';
import type { Conversation, Proposal, RecordRef, TurnUpdate } from './protocol.js';
import { type Decision, mayChange, requestOf, standing } from './proposal.js';
import { Service, ServiceError } from './service.js';
import { speech } from './speech.js';
import { loadPlace, savePlace } from './store.js';
import { Uploads } from './uploads.js';

/** How many exchanges are drawn at first, and how many more at a time. */
const part = 30;
const channel = 'distribution-copilot';

export const words = (error: unknown): string => (error instanceof ServiceError ? error.message : speech.words.wrong);

/** One person's conversation with one service: what was asked, what is running, what is on its way. */
export class Chat {
  exchanges: Exchange[] = [];
  conversationId: string | undefined;
  running: Running | null = null;
  /** What a screen reader is told: at the beginning and the end of things, not with every word. */
  announcement = '';
  openExceptions = 0;
  /** Grows whenever the service tells of new exceptions. */
  news = 0;
  /** The proposal that was last heard of. */
  heard: Proposal | null = null;
  /** How many of the newest exchanges are drawn; the others come when somebody scrolls up. */
  drawn = part;
  /** The record in view that questions are about, where the page around has one. */
  focus: RecordRef | null = null;
  readonly service: Service;
  readonly uploads: Uploads;
  private readonly line: Line;
  private readonly tabs: BroadcastChannel | null;
  private more = false;
  private loading = false;
  /** Whether somebody wants to know how many exceptions are open. */
  private counts = false;

  constructor(
    private readonly host: ReactiveControllerHost, base: string, private readonly owner: string, token: () => string | Promise<string>,
    private readonly signedOut: (why: string) => void, private readonly grew: (always: boolean) => void,
  ) {
    this.service = new Service(base, token);
    this.line = new Line(base, token, { exceptions: (news) => void this.hearOfExceptions(news), proposal: (p) => this.hearOfProposal(p), here: () => void this.catchUp() });
    this.uploads = new Uploads(() => this.service, (said) => this.changed(said), words);
    this.tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel(channel) : null;
    this.tabs?.addEventListener('message', (e: MessageEvent<{ conversationId: string; turnId: string }>) => void this.hearOfTab(e.data));
  }

  /** Goes on where this tab was before it was loaded again (unless the page around begins anew each time), and listens for news. */
  async begin(goOn = true): Promise<void> {
    void this.line.listen();
    if (!goOn) {
      return;
    }
    const place = loadPlace(this.owner);
    if (place.conversationId) {
      await this.open(place.conversationId).catch(() => (this.conversationId = undefined));
    }
    if (place.pending && !this.running) {
      const files = place.pending.attachments.map((id): Attachment => ({ key: id, name: id, state: 'ready', sent: 1, id, note: '' }));
      await this.run({ ...newExchange(place.pending.question, files, place.pending.clientId), about: this.focus });
    }
  }

  async close(): Promise<void> {
    this.tabs?.close();
    await this.line.close();
  }

  async ask(question: string, again?: Attachment[], about: RecordRef | null = this.focus): Promise<void> {
    if (!this.running) {
      await this.run({ ...newExchange(question, again ?? this.uploads.take()), about });
    }
  }

  stop(): void {
    this.running?.stop();
  }

  fresh(): void {
    this.stop();
    this.exchanges = [];
    this.uploads.clear();
    this.conversationId = undefined;
    this.drawn = part;
    this.more = false;
    this.keepPlace();
    this.changed();
  }

  /** Shows a conversation of the history: its newest part. */
  async open(id: string): Promise<void> {
    const conversation = await this.service.get<Conversation>(`conversations/${encodeURIComponent(id)}?last=${part}`);
    this.fresh();
    this.conversationId = id;
    this.exchanges = conversation.turns.map(pastExchange);
    this.more = conversation.turns.length === part;
    this.keepPlace();
    this.changed();
    this.grew(true);
    void this.readProposals();
  }

  get hasEarlier(): boolean {
    return this.more || this.exchanges.length > this.drawn;
  }

  /** Draws earlier exchanges, and fetches them first when they are not here yet. */
  async earlier(): Promise<void> {
    if (this.exchanges.length <= this.drawn && this.more && !this.loading) {
      this.loading = true;
      try {
        const oldest = this.exchanges.find((x) => x.turn)?.turn?.turnId ?? '';
        const before = await this.service.get<Conversation>(`conversations/${encodeURIComponent(this.conversationId ?? '')}?last=${part}&before=${encodeURIComponent(oldest)}`);
        this.exchanges = [...before.turns.map(pastExchange), ...this.exchanges];
        this.more = before.turns.length === part;
      } catch (error) {
        this.announcement = words(error);
      } finally {
        this.loading = false;
      }
    }
    this.drawn += part;
    this.changed();
  }

  async decide(exchange: Exchange, decision: Decision): Promise<void> {
    const [path, body] = requestOf(decision);
    try {
      const after = await this.service.post<Proposal>(path, body);
      if (decision.act === 'undo') {
        decision.done({ ...decision.proposal, canUndo: false });
        exchange.cards = [...exchange.cards, { type: 'proposal', title: after.summary, sources: [], proposal: after }];
      } else {
        decision.done(after);
        exchange.cards = exchange.cards.map((c) => (c.type === 'proposal' && c.proposal.id === after.id ? { ...c, proposal: after } : c));
      }
      this.announcement = standing(after);
      this.redraw(exchange);
    } catch (error) {
      decision.failed(words(error));
    }
  }

  async rate(exchange: Exchange, rating: 'up' | 'down', reason: string, comment: string): Promise<void> {
    if (!exchange.turn) {
      return;
    }
    try {
      await this.service.rate(exchange.turn.turnId, rating, reason, comment);
      exchange.rating = rating;
      this.announcement = speech.words.thanks;
    } catch (error) {
      this.announcement = words(error);
    }
    this.redraw(exchange);
  }

  /** Names of the files that the conversation goes on with. */
  about(): string[] {
    return this.exchanges.findLast((x) => x.turn !== null && x.attachments.length > 0)?.attachments.map((a) => a.name) ?? [];
  }

  count(openExceptions: number): void {
    this.openExceptions = openExceptions;
    this.changed();
  }

  say(text: string): void {
    this.changed(text);
  }

  private async run(exchange: Exchange): Promise<void> {
    this.exchanges = [...this.exchanges, exchange];
    this.announcement = speech.words.lookingUp;
    const ids = exchange.attachments.map((a) => a.id);
    this.keepPlace({ clientId: exchange.clientId, question: exchange.question, attachments: ids });
    const running = this.line.ask({
      question: exchange.question,
      clientId: exchange.clientId,
      language: speech.language,
      ...(this.conversationId ? { conversationId: this.conversationId } : {}),
      ...(ids.length > 0 ? { attachments: ids } : {}),
      ...(exchange.about ? { focus: exchange.about } : {}),
    }, {
      onUpdate: (update) => this.hear(exchange, update),
      onLine: (works) => this.tellOfLine(exchange, works),
    });
    this.running = running;
    this.changed();
    this.grew(true);
    try {
      await running.done;
      stopped(exchange);
    } catch (error) {
      failed(exchange, words(error));
      if (error instanceof ServiceError && error.status === 401) {
        this.signedOut(error.message);
      }
    } finally {
      // Another conversation may have begun since.
      if (this.running === running) {
        this.running = null;
        this.keepPlace();
      }
      this.announcement = exchange.turn ? speech.words.answer(firstSentence(exchange.answer)) : exchange.problem;
      this.redraw(exchange);
    }
  }

  private hear(exchange: Exchange, update: TurnUpdate): void {
    if (update.type === 'turn' && this.exchanges.some((x) => x.key !== exchange.key && x.turn?.turnId === update.turn.turnId)) {
      // It had ended before this page was loaded again, and the history showed it.
      this.exchanges = this.exchanges.filter((x) => x.key !== exchange.key);
    }
    applyUpdate(exchange, update);
    if (update.type === 'turn' && this.exchanges.some((x) => x.key === exchange.key)) {
      this.conversationId = update.turn.conversationId;
      this.tabs?.postMessage({ conversationId: update.turn.conversationId, turnId: update.turn.turnId });
    }
    this.redraw(exchange);
  }

  private tellOfLine(exchange: Exchange, works: boolean): void {
    const before = exchange.waiting;
    exchange.waiting = works ? '' : exchange.steps.length > 0 ? speech.words.resuming : speech.words.waiting;
    if (before !== exchange.waiting) {
      this.announcement = works ? speech.words.online : exchange.waiting;
      this.redraw(exchange);
    }
  }

  /** Another tab asked something in the conversation that this one shows. */
  private async hearOfTab(said: { conversationId: string; turnId: string }): Promise<void> {
    if (said.conversationId !== this.conversationId || this.exchanges.some((x) => x.running || x.turn?.turnId === said.turnId)) {
      return;
    }
    const now = await this.service.get<Conversation>(`conversations/${encodeURIComponent(said.conversationId)}?last=1`).catch(() => null);
    const news = now?.turns.filter((t) => !this.exchanges.some((x) => x.turn?.turnId === t.turnId)) ?? [];
    if (news.length > 0 && said.conversationId === this.conversationId) {
      this.exchanges = [...this.exchanges, ...news.map(pastExchange)];
      this.changed();
      this.grew(false);
    }
  }

  /** How many exceptions are open. */
  async countExceptions(): Promise<void> {
    this.counts = true;
    this.openExceptions = await this.service.get<{ exceptions: unknown[] }>('exceptions?state=open').then((found) => found.exceptions.length, () => 0);
    this.changed();
  }

  private async hearOfExceptions(news: number): Promise<void> {
    this.news++;
    await this.countExceptions();
    this.changed(news > 0 ? speech.words.newExceptions(news) : undefined);
  }

  /** A proposal that is shown here was decided, perhaps by somebody else and in another channel. */
  private hearOfProposal(proposal: Proposal): void {
    this.heard = proposal;
    this.changed();
    for (const x of this.exchanges) {
      const shown = x.cards.find((c) => c.type === 'proposal' && c.proposal.id === proposal.id);
      if (shown?.type === 'proposal' && !isSame(shown.proposal, proposal)) {
        x.cards = x.cards.map((c) => (c === shown ? { ...c, proposal } : c));
        this.announcement = `${proposal.reference}: ${standing(proposal)}`;
        this.redraw(x);
      }
    }
  }

  /** Reads what may have changed while nobody listened. */
  private async catchUp(): Promise<void> {
    await this.readProposals();
    if (this.counts) {
      await this.countExceptions();
    }
  }

  /** Reads the shown proposals that may have changed. */
  private async readProposals(): Promise<void> {
    const open = new Set(this.exchanges.flatMap((x) => x.cards.flatMap((c) => (c.type === 'proposal' && mayChange(c.proposal) ? [c.proposal.id] : []))));
    for (const id of open) {
      const now = await this.service.get<Proposal>(`proposals/${encodeURIComponent(id)}`).catch(() => null);
      if (now) {
        this.hearOfProposal(now);
      }
    }
  }

  private keepPlace(pending?: { clientId: string; question: string; attachments: string[] }): void {
    savePlace({ owner: this.owner, ...(this.conversationId ? { conversationId: this.conversationId } : {}), ...(pending ? { pending } : {}) });
  }

  private redraw(exchange: Exchange): void {
    // A new object for the one exchange that changed; the others are left alone however long the conversation is.
    this.exchanges = this.exchanges.map((x) => (x.key === exchange.key ? { ...exchange } : x));
    this.changed();
    this.grew(false);
  }

  private changed(said?: string): void {
    this.announcement = said ?? this.announcement;
    this.host.requestUpdate();
  }
}

const isSame = (a: Proposal, b: Proposal): boolean =>
  a.state === b.state && a.decisions.length === b.decisions.length && a.mayApprove === b.mayApprove && a.canUndo === b.canUndo && a.outcome?.summary === b.outcome?.summary;

const firstSentence = (answer: string): string => answer.replace(/\[S\d+\]/g, '').replace(/[*_\\]/g, '').split(/(?<=[.!?])\s/)[0]?.slice(0, 300) ?? '';
