import { HubConnection, HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr';
import type { AskRequest, Problem, Session, SourceView, TurnUpdate, UploadedFile } from './protocol.js';

/** Trouble in words a person can act on. */
export class ServiceError extends Error {
  constructor(message: string, readonly status = 0) {
    super(message);
  }
}

export interface Health { status: string; parts: Record<string, { ok: boolean; text: string }> }

export interface Running {
  /** Ends when the turn has ended; rejects with a ServiceError when the connection failed. */
  done: Promise<void>;
  stop(): void;
}

export interface Upload {
  done: Promise<UploadedFile>;
  stop(): void;
}

const parsed = <T>(text: string): T | null => {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
};

/** Talks to one service as one signed-in person. */
export class Service {
  private connection: HubConnection | null = null;

  constructor(private readonly base: string, private readonly token: () => string) {}

  static async signIn(base: string, persona: string): Promise<Session> {
    return Service.json<Session>(await Service.reach(`${base}/api/v1/demo/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ persona }),
    }));
  }

  ask(request: AskRequest, onUpdate: (update: TurnUpdate) => void): Running {
    let subscription: { dispose(): void } | null = null;
    let stopped = false;
    let finish: () => void = () => {};
    const done = (async () => {
      const hub = await this.connect();
      if (stopped) {
        return;
      }
      await new Promise<void>((resolve, reject) => {
        finish = resolve;
        subscription = hub.stream<TurnUpdate>('Ask', request).subscribe({
          next: onUpdate,
          complete: resolve,
          error: (e: unknown) => reject(new ServiceError(hubMessage(e))),
        });
      });
    })();
    return {
      done,
      stop: () => {
        stopped = true;
        subscription?.dispose();
        finish();
      },
    };
  }

  async openSource(turnId: string, sourceId: string): Promise<SourceView> {
    return Service.json<SourceView>(await this.send(`/api/v1/sources/${encodeURIComponent(turnId)}/${encodeURIComponent(sourceId)}`));
  }

  /** A page of the original as a picture; the address must be revoked when it is no longer shown. */
  async pagePicture(turnId: string, sourceId: string, page: number): Promise<string> {
    return URL.createObjectURL(await this.bytes(`/api/v1/sources/${encodeURIComponent(turnId)}/${encodeURIComponent(sourceId)}/pages/${page}`));
  }

  /** The original file with its name. */
  async original(turnId: string, sourceId: string): Promise<Blob> {
    return this.bytes(`/api/v1/sources/${encodeURIComponent(turnId)}/${encodeURIComponent(sourceId)}/original`);
  }

  private async bytes(path: string): Promise<Blob> {
    const response = await this.send(path);
    if (!response.ok) {
      throw await Service.trouble(response);
    }
    return response.blob();
  }

  /** Anything the service answers as JSON at an address under /api/v1. */
  async get<T>(path: string): Promise<T> {
    return Service.json<T>(await this.send(`/api/v1/${path}`));
  }

  /** How the parts of the service are doing; also while it is not ready. */
  async health(): Promise<Health> {
    const response = await Service.reach(`${this.base}/readyz`, {});
    return response.status === 503 ? ((await response.json()) as Health) : Service.json<Health>(response);
  }

  async post<T>(path: string, body?: unknown): Promise<T> {
    const init: RequestInit = body === undefined ? { method: 'POST' } : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
    return Service.json<T>(await this.send(`/api/v1/${path}`, init));
  }

  /** Sends one file; `onSent` hears which part has been sent, 0 to 1. (fetch can't tell that.) */
  upload(file: File, onSent: (part: number) => void): Upload {
    const request = new XMLHttpRequest();
    const done = new Promise<UploadedFile>((resolve, reject) => {
      request.open('POST', `${this.base}/api/v1/documents`);
      request.setRequestHeader('Authorization', `Bearer ${this.token()}`);
      request.upload.onprogress = (e) => onSent(e.lengthComputable && e.total > 0 ? e.loaded / e.total : 0);
      request.upload.onload = () => onSent(1);
      request.onerror = () => reject(new ServiceError('The service cannot be reached. Check the connection and try again.'));
      request.onabort = () => reject(new ServiceError('Stopped.'));
      request.onload = () => {
        const answer = parsed<{ documents?: UploadedFile[] } & Problem>(request.responseText);
        const taken = answer?.documents?.[0];
        if (request.status === 200 && taken) {
          resolve(taken);
        } else {
          reject(new ServiceError(answer?.detail ?? answer?.title ?? `The service answered with status ${request.status}.`, request.status));
        }
      };
      const form = new FormData();
      form.append('file', file, file.name);
      request.send(form);
    });
    return { done, stop: () => request.abort() };
  }

  async forget(attachmentId: string): Promise<void> {
    const response = await this.send(`/api/v1/documents/${encodeURIComponent(attachmentId)}`, { method: 'DELETE' });
    if (!response.ok && response.status !== 404) {
      throw await Service.trouble(response);
    }
  }

  async rate(turnId: string, rating: 'up' | 'down', reason?: string): Promise<void> {
    const response = await this.send(`/api/v1/turns/${encodeURIComponent(turnId)}/feedback`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(reason ? { rating, reason } : { rating }),
    });
    if (!response.ok) {
      throw await Service.trouble(response);
    }
  }

  async close(): Promise<void> {
    await this.connection?.stop();
    this.connection = null;
  }

  private async connect(): Promise<HubConnection> {
    this.connection ??= new HubConnectionBuilder()
      .withUrl(`${this.base}/hubs/chat`, { accessTokenFactory: this.token })
      .withAutomaticReconnect()
      .configureLogging(LogLevel.None)
      .build();
    if (this.connection.state === HubConnectionState.Disconnected) {
      try {
        await this.connection.start();
      } catch (e) {
        throw /401|unauthorized/i.test(String(e))
          ? new ServiceError('Your sign-in has ended. Sign in again.', 401)
          : new ServiceError('The service cannot be reached. Check the connection and try again.');
      }
    }
    return this.connection;
  }

  private send(path: string, init: RequestInit = {}): Promise<Response> {
    return Service.reach(this.base + path, { ...init, headers: { ...init.headers, Authorization: `Bearer ${this.token()}` } });
  }

  private static async reach(url: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(url, init);
    } catch {
      throw new ServiceError('The service cannot be reached. Check the connection and try again.');
    }
  }

  private static async json<T>(response: Response): Promise<T> {
    if (!response.ok) {
      throw await Service.trouble(response);
    }
    return (await response.json()) as T;
  }

  private static async trouble(response: Response): Promise<ServiceError> {
    let problem: Problem = {};
    try {
      problem = (await response.json()) as Problem;
    } catch {
      // Not every proxy answers in problem details; the status has to do.
    }
    return new ServiceError(problem.detail ?? problem.title ?? `The service answered with status ${response.status}.`, response.status);
  }
}

const hubMessage = (e: unknown): string => {
  const text = e instanceof Error ? e.message : String(e);
  const said = /HubException:\s*(.+)$/s.exec(text)?.[1];
  return said ?? 'The connection was lost before the answer was complete. Ask again.';
};
