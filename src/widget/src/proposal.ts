import type { Money, Proposal } from './protocol.js';
import { formatMoment, formatValue } from './format.js';
import { speech } from './speech.js';

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

const roles = (p: Proposal): string =>
  p.approverRoles.map((r) => (r === 'requester' ? p.requestedBy : (speech.words.roles[r]?.[0]?.toLocaleLowerCase(speech.language) ?? r.replaceAll('-', ' ')))).join(speech.words.or);

/** How it stands, in a line. */
export const standing = (p: Proposal): string => {
  const t = speech.words;
  const until = formatMoment(p.expiresAt);
  switch (p.state) {
    case 'proposed': return p.mayApprove ? t.waitsForYou(until) : t.waitsFor(roles(p), p.approvalsMissing, until);
    case 'approved': return p.outcome ? t.notYet(p.outcome.summary) : t.aboutToRun;
    case 'executing': return p.outcome?.summary ?? t.running;
    case 'done': return `${t.done}. ${p.outcome?.summary ?? ''}`.trim();
    case 'failed': return `${p.outcome?.kind === 'partly' ? t.inPart : p.outcome?.kind === 'unknown' ? t.unknown : t.notDone}. ${p.outcome?.summary ?? ''}`.trim();
    case 'rejected': return p.decisions.length > 0 ? t.rejectedBy(p.decisions[p.decisions.length - 1]?.by ?? '') : t.rejected;
    case 'expired': return t.lapsed;
  }
};

/** Whether it may still change by itself, so that it is worth another look. */
export const isMoving = (p: Proposal): boolean => p.state === 'approved' || p.state === 'executing';

/** Whether anything may still happen to it. */
export const mayChange = (p: Proposal): boolean => p.state === 'proposed' || isMoving(p);

export const atStake = (money: Money): string => (money.amount === 0 ? '' : formatValue(money.amount, 'money', money.currency));

export const percent = (share: number): string => formatValue(Math.round(share * 1000) / 10, 'percent');
