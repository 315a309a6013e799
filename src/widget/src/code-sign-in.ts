import type { Session } from './protocol.js';
import { Service, ServiceError } from './service.js';
import { speech } from './speech.js';

/** Where a browser goes to sign in at the provider. */
export interface Way { authorize: string; clientId: string; scope: string }

/** `page`: where somebody was who signed in from another page of the service than its first. */
interface Begun { state: string; verifier: string; page?: string }

const key = 'distribution-copilot.sign-in';

/** Where the provider sends the browser back to: the service's own page. */
const home = (): string => `${location.origin}/`;

const random = (bytes: number): string => url64(crypto.getRandomValues(new Uint8Array(bytes)));

const url64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** How people sign in here, or null where there is no provider for browsers. */
export const wayOf = async (service: string): Promise<Way | null> => {
  const response = await fetch(`${service}/api/v1/sign-in`).catch(() => null);
  return response?.status === 200 ? ((await response.json()) as Way) : null;
};

/** Leaves the page for the provider. The browser comes back to the first page, which leads on to this one. */
export const begin = async (way: Way): Promise<void> => {
  const begun: Begun = { state: random(16), verifier: random(48), ...(location.pathname === '/' ? {} : { page: location.pathname + location.search }) };
  sessionStorage.setItem(key, JSON.stringify(begun));
  const challenge = url64(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(begun.verifier))));
  const to = new URL(way.authorize);
  Object.entries({
    response_type: 'code', client_id: way.clientId, redirect_uri: home(), scope: way.scope, state: begun.state, code_challenge: challenge, code_challenge_method: 'S256',
  }).forEach(([name, value]) => to.searchParams.set(name, value));
  location.assign(to);
};

/** Whether the browser comes back from the provider. */
export const isBack = (): boolean => {
  const said = new URLSearchParams(location.search);
  return said.has('state') && (said.has('code') || said.has('error'));
};

/** Ends the sign-in with what the provider sent along, and says to which page it leads on. What it sent is taken out of the address at once. */
export const finish = async (service: string): Promise<{ session: Session; page: string }> => {
  const said = new URLSearchParams(location.search);
  history.replaceState(null, '', location.pathname);
  const begun = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Begun | null;
  sessionStorage.removeItem(key);

  // Only what this tab itself began: an address that somebody else made up signs nobody in.
  if (!begun || begun.state !== said.get('state') || said.has('error')) {
    throw new ServiceError(speech.words.signInFailed);
  }
  const session = await Service.redeem(service, { code: said.get('code') ?? '', verifier: begun.verifier, redirectUri: home() });

  // A page of this service: what this tab wrote down, and no other host by a double slash.
  return { session, page: /^\/[\w-]/.test(begun.page ?? '') ? (begun.page ?? '') : '' };
};
