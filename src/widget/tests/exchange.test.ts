import { describe, expect, it } from 'vitest';
import { applyUpdate, newExchange, stopped } from '../src/exchange.js';
import type { Turn } from '../src/protocol.js';

const turn = { turnId: 't', conversationId: 'c', answer: 'Whole.', sources: [], cards: [] } as unknown as Turn;

describe('a running exchange', () => {
  it('grows token by token and ends with the whole turn', () => {
    const x = newExchange('?');
    applyUpdate(x, { type: 'status', text: 'looking…' });
    applyUpdate(x, { type: 'token', text: 'Who' });
    applyUpdate(x, { type: 'token', text: 'le' });
    expect([x.status, x.answer, x.running]).toEqual(['looking…', 'Whole', true]);
    applyUpdate(x, { type: 'turn', turn });
    expect([x.answer, x.running]).toEqual(['Whole.', false]);
  });

  it('says so when it was stopped', () => {
    const x = newExchange('?');
    stopped(x);
    expect([x.running, x.problem]).toEqual([false, 'Stopped.']);
  });
});
