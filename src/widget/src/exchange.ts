import type { Attachment } from './attachments.js';
import type { Card, RecordRef, Source, Turn, TurnUpdate } from './protocol.js';
import { speech } from './speech.js';

/** One question and what has arrived of its answer. */
export interface Exchange {
  key: string;
  question: string;
  attachments: Attachment[];
  /** The record that was in view when it was asked. */
  about: RecordRef | null;
  running: boolean;
  /** The question's own id at this client: however often it is sent, it is asked once. */
  clientId: string;
  /** What the line is doing when it does not work, for people. */
  waiting: string;
  status: string;
  /** What was looked at so far, in order. */
  steps: string[];
  answer: string;
  sources: Source[];
  cards: Card[];
  turn: Turn | null;
  problem: string;
  wasStopped: boolean;
  rating: 'up' | 'down' | null;
}

let count = 0;

export const newExchange = (question: string, attachments: Attachment[] = [], clientId: string = newId()): Exchange => ({
  key: `x${++count}`,
  question,
  attachments,
  about: null,
  running: true,
  clientId,
  waiting: '',
  status: speech.words.reading,
  steps: [],
  answer: '',
  sources: [],
  cards: [],
  turn: null,
  problem: '',
  wasStopped: false,
  rating: null,
});

/** A turn that has ended, from the history. */
export const pastExchange = (turn: Turn): Exchange => {
  const x = newExchange(turn.question);
  applyUpdate(x, { type: 'turn', turn });
  return x;
};

// Random, and also where a page is not served over https and the browser offers nothing better.
const newId = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');

/** Folds one event in. The last one, the whole turn, replaces what was streamed. */
export const applyUpdate = (x: Exchange, update: TurnUpdate): void => {
  switch (update.type) {
    case 'status':
      x.status = update.text;
      x.steps = x.steps.at(-1) === update.text ? x.steps : [...x.steps, update.text];
      break;
    case 'token':
      x.answer += update.text;
      break;
    case 'source':
      x.sources = [...x.sources.filter((s) => s.id !== update.source.id), update.source];
      break;
    case 'card':
      x.cards = [...x.cards, update.card];
      break;
    case 'turn':
      x.turn = update.turn;
      x.answer = update.turn.answer;
      x.sources = update.turn.sources;
      x.cards = update.turn.cards;
      x.running = false;
      x.waiting = '';
      break;
    case 'proposal':
      break;
  }
};

/** The stream has ended; without a turn it was stopped. */
export const stopped = (x: Exchange): void => {
  x.running = false;
  if (!x.turn) {
    x.problem = speech.words.stopped;
    x.wasStopped = true;
  }
};

export const failed = (x: Exchange, problem: string): void => {
  x.running = false;
  x.problem = problem;
};
