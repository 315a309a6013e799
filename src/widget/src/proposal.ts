import type { Money, Proposal } from './protocol.js';
import { formatMoment, formatValue } from './format.js';

/** A decision that somebody asks for. Whoever hears it answers with the proposal as it stands then, or with what went wrong. */
export interface Decision {
  proposal: Proposal;
  act: 'approve' | 'reject' | 'undo';
  comment: string;
  done(proposal: Proposal): void;
  failed(problem: string): void;
}

/** Where to send a decision, and with what: the fingerprint says that nothing else than what was shown is meant. */
export const requestOf = (d: Decision): [path: string, body: Record<string, string> | undefined] => [
  `proposals/${encodeURIComponent(d.proposal.id)}/${d.act}`,
  d.act === 'undo' ? undefined : { fingerprint: d.proposal.fingerprint, ...(d.comment.trim() ? { comment: d.comment.trim() } : {}) },
];

const roles = (p: Proposal): string => p.approverRoles.map((r) => (r === 'requester' ? p.requestedBy : r.replaceAll('-', ' '))).join(' or ');

/** How it stands, in a line. */
export const standing = (p: Proposal): string => {
  switch (p.state) {
    case 'proposed':
      return p.mayApprove ? `Waits for your decision until ${formatMoment(p.expiresAt)}.`
        : `Waits for ${p.approvalsMissing > 1 ? `${p.approvalsMissing} approvals: ` : ''}${roles(p)}, until ${formatMoment(p.expiresAt)}.`;
    case 'approved': return p.outcome ? `Not done yet: ${p.outcome.summary} It is tried again.` : 'Approved, about to run.';
    case 'executing': return p.outcome?.summary ?? 'Running…';
    case 'done': return `Done. ${p.outcome?.summary ?? ''}`.trim();
    case 'failed': return `${p.outcome?.kind === 'partly' ? 'Done in part' : p.outcome?.kind === 'unknown' ? 'Not known' : 'Not done'}. ${p.outcome?.summary ?? ''}`.trim();
    case 'rejected': return `Rejected${p.decisions.length > 0 ? ` by ${p.decisions[p.decisions.length - 1]?.by ?? ''}` : ''}.`;
    case 'expired': return 'Lapsed; nothing was done.';
  }
};

/** Whether it may still change by itself, so that it is worth another look. */
export const isMoving = (p: Proposal): boolean => p.state === 'approved' || p.state === 'executing';

export const atStake = (money: Money): string => (money.amount === 0 ? '' : formatValue(money.amount, 'money', money.currency));

export const percent = (share: number): string => formatValue(Math.round(share * 1000) / 10, 'percent');
