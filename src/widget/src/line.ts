import { HubConnection, HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr';
import type { AskRequest, Proposal, TurnUpdate } from './protocol.js';
import { ServiceError } from './service.js';
import { speech } from './speech.js';

export interface Running {
  /** Ends when the turn has ended; rejects with a ServiceError when the service refuses the question. */
  done: Promise<void>;
  stop(): void;
}

export interface Listener {
  onUpdate(update: TurnUpdate): void;
  /** The line is down (and the question is kept), or works again. */
  onLine(works: boolean): void;
}

/** What the service says of its own accord. */
export interface News {
  exceptions?(news: number): void;
  /** A proposal was made or has changed, in whichever channel. */
  proposal?(proposal: Proposal): void;
  /** The line is there, for the first time or again: what was said before has to be read, so that nothing falls between reading and listening. */
  here?(): void;
}

const pauses = [300, 1000, 2000, 4000, 8000, 15_000];

/** The line to the hub: it comes back by itself, and a running answer goes on where it was. */
export class Line {
  private connection: HubConnection | null = null;
  private starting: Promise<void> | null = null;
  private wake: () => void = () => {};
  private closed = false;
  private readonly back = (): void => this.wake();
  private readonly gone = (): void => void this.connection?.stop();

  constructor(private readonly base: string, private readonly token: () => string | Promise<string>, private readonly news: News) {
    window.addEventListener('online', this.back);
    window.addEventListener('offline', this.gone);
    document.addEventListener('visibilitychange', this.back);
  }

  ask(request: AskRequest & { clientId: string }, listener: Listener): Running {
    let stopped = false;
    let subscription: { dispose(): void } | null = null;
    let finish: () => void = () => {};
    const leave = new Promise<void>((resolve) => (finish = resolve));
    const run = async (): Promise<void> => {
      let after = 0;
      let ended = false;
      for (let failures = 0; !stopped && !this.closed; ) {
        try {
          const hub = await this.connect();
          listener.onLine(true);
          await new Promise<void>((resolve, reject) => {
            void leave.then(resolve);
            subscription = hub.stream<TurnUpdate>('Ask', { ...request, after }).subscribe({
              next: (update) => {
                failures = 0;
                // An event that came twice is folded in once.
                if (!update.number || update.number > after) {
                  after = update.number ?? after;
                  ended ||= update.type === 'turn';
                  listener.onUpdate(update);
                }
              },
              complete: resolve,
              error: reject,
            });
          });
          if (ended || stopped) {
            return;
          }
          throw new ServiceError(speech.words.lost);
        } catch (e) {
          if (ended || stopped) {
            return;
          }
          if (!isLost(e)) {
            throw e instanceof ServiceError ? e : new ServiceError(said(e));
          }
          listener.onLine(false);
          await this.pause(failures++);
        }
      }
    };
    return {
      done: Promise.race([run(), leave]),
      stop: () => {
        stopped = true;
        subscription?.dispose();
        finish();
        this.wake();
        // The question may be at work; without a line it ends by itself, and nobody waits for it.
        void this.connect().then((hub) => hub.send('Stop', request.clientId)).catch(() => {});
      },
    };
  }

  /** Keeps the line open, so that the service can say what is new. */
  async listen(): Promise<void> {
    for (let failures = 0; !this.closed; ) {
      try {
        await this.connect();
        failures = 0;
        this.news.here?.();
        await new Promise<void>((resolve) => this.connection?.onclose(() => resolve()));
      } catch (e) {
        if (e instanceof ServiceError && e.status === 401) {
          return;
        }
      }
      await this.pause(failures++);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    this.wake();
    window.removeEventListener('online', this.back);
    window.removeEventListener('offline', this.gone);
    document.removeEventListener('visibilitychange', this.back);
    await this.connection?.stop();
  }

  private async connect(): Promise<HubConnection> {
    if (!this.connection) {
      this.connection = new HubConnectionBuilder().withUrl(`${this.base}/hubs/chat`, { accessTokenFactory: this.token, withCredentials: false }).configureLogging(LogLevel.None).build();
      this.connection.on('exceptions', (m: { news?: string[] }) => this.news.exceptions?.(m.news?.length ?? 0));
      this.connection.on('proposals', (p: Proposal) => this.news.proposal?.(p));
    }
    const hub = this.connection;
    if (hub.state !== HubConnectionState.Connected) {
      if (!navigator.onLine) {
        throw new LostLine();
      }
      this.starting ??= hub.start().finally(() => (this.starting = null));
      try {
        await this.starting;
      } catch (e) {
        throw /401|unauthorized/i.test(String(e)) ? new ServiceError(speech.words.signInOver, 401) : new LostLine();
      }
    }
    return hub;
  }

  /** Waits longer each time, but not when the browser says that the connection is back or somebody looks at the page again. */
  private pause(failures: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pauses[Math.min(failures, pauses.length - 1)]);
      const before = this.wake;
      this.wake = () => {
        clearTimeout(timer);
        before();
        this.wake = before;
        resolve();
      };
    });
  }
}

class LostLine extends Error {}

const hubFault = (e: unknown): string | undefined => /HubException:\s*(.+)$/s.exec(e instanceof Error ? e.message : String(e))?.[1];

/** A refusal has words of the service; everything else is the line. */
const isLost = (e: unknown): boolean => !(e instanceof ServiceError && e.status !== 0) && hubFault(e) === undefined;

const said = (e: unknown): string => hubFault(e) ?? speech.words.lost;
