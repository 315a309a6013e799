import type { Attachment } from './attachments.js';
import type { Card, Source, Turn, TurnUpdate } from './protocol.js';

/** One question and what has arrived of its answer. */
export interface Exchange {
  key: string;
  question: string;
  attachments: Attachment[];
  running: boolean;
  status: string;
  answer: string;
  sources: Source[];
  cards: Card[];
  turn: Turn | null;
  problem: string;
  rating: 'up' | 'down' | null;
}

let count = 0;

export const stoppedText = 'Stopped.';

export const newExchange = (question: string, attachments: Attachment[] = []): Exchange => ({
  key: `x${++count}`,
  question,
  attachments,
  running: true,
  status: 'Reading the question…',
  answer: '',
  sources: [],
  cards: [],
  turn: null,
  problem: '',
  rating: null,
});

/** Folds one event in. The last one, the whole turn, replaces what was streamed. */
export const applyUpdate = (x: Exchange, update: TurnUpdate): void => {
  switch (update.type) {
    case 'status':
      x.status = update.text;
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
      break;
    case 'proposal':
      break;
  }
};

/** The stream has ended; without a turn it was stopped. */
export const stopped = (x: Exchange): void => {
  x.running = false;
  if (!x.turn) {
    x.problem = stoppedText;
  }
};

export const failed = (x: Exchange, problem: string): void => {
  x.running = false;
  x.problem = problem;
};
