import { describe, expect, it } from 'vitest';
import { type Decision, atStake, isMoving, percent, requestOf, standing } from '../src/proposal.js';
import type { Proposal } from '../src/protocol.js';

const proposal = (over: Partial<Proposal> = {}): Proposal => ({
  id: 'a/b', tool: 't', summary: 'Move it.', risk: 'low', exposure: { amount: 0, currency: 'EUR' }, state: 'proposed', reference: 'DC-1', approverRoles: ['operations-manager'],
  approvalsMissing: 1, mayApprove: false, mayReject: false, expiresAt: '2026-12-01T10:00:00Z', changes: [], warnings: [], requestedBy: 'Sofia', decisions: [], canUndo: false, fingerprint: 'f', ...over,
});
const decision = (act: Decision['act'], comment = ''): Decision => ({ proposal: proposal(), act, comment, done: () => {}, failed: () => {} });

describe('what is sent', () => {
  it('names the proposal, what was shown and the reason', () => {
    expect(requestOf(decision('approve'))).toEqual(['proposals/a%2Fb/approve', { fingerprint: 'f' }]);
    expect(requestOf(decision('reject', ' no stock '))).toEqual(['proposals/a%2Fb/reject', { fingerprint: 'f', comment: 'no stock' }]);
    expect(requestOf(decision('undo'))).toEqual(['proposals/a%2Fb/undo', undefined]);
  });
});

describe('how it stands', () => {
  it('says who has to decide', () => {
    expect(standing(proposal())).toContain('operations manager');
    expect(standing(proposal({ approverRoles: ['requester'] }))).toContain('Sofia');
    expect(standing(proposal({ mayApprove: true }))).toContain('your decision');
    expect(standing(proposal({ approvalsMissing: 2 }))).toContain('2 approvals');
  });
  it('says exactly what came of it', () => {
    const outcome = { kind: 'partly' as const, summary: 'The date is moved, the delivery is not.', steps: [] };
    expect(standing(proposal({ state: 'failed', outcome }))).toBe('Done in part. The date is moved, the delivery is not.');
    expect(standing(proposal({ state: 'failed', outcome: { ...outcome, kind: 'not_done' } }))).toMatch(/^Not done\./);
    expect(standing(proposal({ state: 'rejected', decisions: [{ by: 'Henrik', kind: 'rejected', at: '2026-12-01T10:00:00Z' }] }))).toBe('Rejected by Henrik.');
    expect(standing(proposal({ state: 'expired' }))).toContain('nothing was done');
  });
  it('knows what still moves and what is at stake', () => {
    expect(isMoving(proposal({ state: 'executing' }))).toBe(true);
    expect(isMoving(proposal())).toBe(false);
    expect(atStake({ amount: 0, currency: 'EUR' })).toBe('');
    expect(percent(0.125)).toContain('12.5');
  });
});
