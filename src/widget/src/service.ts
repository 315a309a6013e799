import type { Me, Problem, Session, SourceView, UploadedFile } from './protocol.js';
import { speech } from './speech.js';

/** Trouble in words a person can act on. */
export class ServiceError extends Error {
  constructor(message: string, readonly status = 0) {
    super(message);
  }
}

export interface Health { status: string; parts: Record<string, { ok: boolean; text: string }> }

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
  constructor(private readonly base: string, private readonly token: () => string | Promise<string>) {}

  static async signIn(base: string, persona: string): Promise<Session> {
    return Service.json<Session>(await Service.reach(`${base}/api/v1/demo/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ persona }),
    }));
  }

  /** Signs in with a token that Odoo signed. */
  static async fromOdoo<T>(base: string, token: string): Promise<T> {
    return Service.json<T>(await Service.reach(`${base}/api/v1/sidebar/session`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ token }) }));
  }

  /** Signs in with what a provider gave the browser. */
  static async redeem(base: string, code: { code: string; verifier: string; redirectUri: string }): Promise<Session> {
    return Service.json<Session>(await Service.reach(`${base}/api/v1/sign-in`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(code) }));
  }

  /** Who the token belongs to. */
  me(): Promise<Me> {
    return this.get<Me>('me');
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

  /** A picture at an address under /api/v1; what is given must be revoked when it is no longer shown. */
  async picture(path: string): Promise<string> {
    return URL.createObjectURL(await this.bytes(`/api/v1/${path}`));
  }

  /** A file at an address under /api/v1. */
  async file(path: string): Promise<Blob> {
    return this.bytes(`/api/v1/${path}`);
  }

  /** Sends files. */
  async postFiles<T>(path: string, files: readonly File[]): Promise<T> {
    const form = new FormData();
    files.forEach((file) => form.append('file', file, file.name));
    return Service.json<T>(await this.send(`/api/v1/${path}`, { method: 'POST', body: form }));
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

  async put<T>(path: string, body: unknown): Promise<T> {
    return Service.json<T>(await this.send(`/api/v1/${path}`, { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }));
  }

  async remove(path: string): Promise<void> {
    const response = await this.send(`/api/v1/${path}`, { method: 'DELETE' });
    if (!response.ok) {
      throw await Service.trouble(response);
    }
  }

  /** Sends one file; `onSent` hears which part has been sent, 0 to 1. (fetch can't tell that.) */
  upload(file: File, onSent: (part: number) => void): Upload {
    const request = new XMLHttpRequest();
    const done = new Promise<UploadedFile>((resolve, reject) => {
      request.open('POST', `${this.base}/api/v1/documents`);
      request.upload.onprogress = (e) => onSent(e.lengthComputable && e.total > 0 ? e.loaded / e.total : 0);
      request.upload.onload = () => onSent(1);
      request.onerror = () => reject(new ServiceError(speech.words.unreachable));
      request.onabort = () => reject(new ServiceError(speech.words.stopped));
      request.onload = () => {
        const answer = parsed<{ documents?: UploadedFile[] } & Problem>(request.responseText);
        const taken = answer?.documents?.[0];
        if (request.status === 200 && taken) {
          resolve(taken);
        } else {
          reject(new ServiceError(answer?.detail ?? answer?.title ?? speech.words.status(request.status), request.status));
        }
      };
      const form = new FormData();
      form.append('file', file, file.name);
      void Promise.resolve(this.token()).then((token) => {
        request.setRequestHeader('Authorization', `Bearer ${token}`);
        request.setRequestHeader('Accept-Language', speech.language);
        request.send(form);
      }, reject);
    });
    return { done, stop: () => request.abort() };
  }

  async forget(attachmentId: string): Promise<void> {
    const response = await this.send(`/api/v1/documents/${encodeURIComponent(attachmentId)}`, { method: 'DELETE' });
    if (!response.ok && response.status !== 404) {
      throw await Service.trouble(response);
    }
  }

  rate(turnId: string, rating: 'up' | 'down', reason?: string, comment?: string): Promise<void> {
    return this.tell(`turns/${encodeURIComponent(turnId)}/feedback`, 'POST', { rating, ...(reason ? { reason } : {}), ...(comment ? { comment } : {}) });
  }

  /** A call that answers nothing. */
  async tell(path: string, method: 'POST' | 'DELETE', body?: unknown): Promise<void> {
    const response = await this.send(`/api/v1/${path}`, body === undefined ? { method } : { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
    if (!response.ok) {
      throw await Service.trouble(response);
    }
  }

  private async send(path: string, init: RequestInit = {}): Promise<Response> {
    return Service.reach(this.base + path, { ...init, headers: { ...init.headers, Authorization: `Bearer ${await this.token()}` } });
  }

  private static async reach(url: string, init: RequestInit): Promise<Response> {
    try {
      // What the service says of its own accord, it says in the language of the page.
      return await fetch(url, { ...init, headers: { ...init.headers, 'Accept-Language': speech.language } });
    } catch {
      throw new ServiceError(speech.words.unreachable);
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
    return new ServiceError(problem.detail ?? problem.title ?? speech.words.status(response.status), response.status);
  }
}
