/** What the console is told of the queue, and what it says about it. */
export interface QueueRun {
  id: number; what: string; collection: string; startedAt: string; finishedAt?: string | null; files: number; done: number;
  added: number; updated: number; unchanged: number; removed: number; refused: number; pages: number; passages: number;
}
export interface QueueFile { file: string; collection: string; pages: number; passages: number; startedAt: string; attempt: number }
export interface QueueFailure { file: string; collection: string; message: string; at: string }
export interface Queue { waiting: number; running: QueueFile[]; runs: QueueRun[]; failed: QueueFailure[]; refusedUploads: number; filesPerSecond: number; passagesPerSecond: number }
export interface QueueSource { name: string; kind: 'folder' | 'feed'; place: string; collection: string; refresh: string }
export interface QueueView { queue: Queue; sources: QueueSource[]; sourcesFault?: string | null; mayAct: boolean }

const often = 1000;
const seldom = 10_000;

export const isBusy = (q: Queue): boolean => q.waiting > 0 || q.running.length > 0 || q.runs.some((r) => !r.finishedAt);

/** After how many milliseconds to ask again: often while work goes on, and patiently when the service does not answer. */
export const pause = (view: QueueView | null, failures: number): number => (failures > 0 ? Math.min(seldom * 6, often * 2 ** failures) : view && isBusy(view.queue) ? often : seldom);

/** The words for those who hear the page: they change when work begins and ends, not with every number. */
export const state = (q: Queue): string => (isBusy(q) ? 'Documents are being read.' : `Nothing is being read. ${refused(q)}`);

const refused = (q: Queue): string => {
  const count = q.failed.length + q.refusedUploads;
  return count === 0 ? 'Nothing was refused.' : count === 1 ? '1 file was refused.' : `${count} files were refused.`;
};

export const percent = (r: QueueRun): number => (r.files === 0 ? 100 : Math.floor((100 * r.done) / r.files));

/** "12 new, 3 changed": only what there is. */
export const outcome = (r: QueueRun): string => {
  const said = ([[r.added, 'new'], [r.updated, 'changed'], [r.unchanged, 'as before'], [r.removed, 'gone'], [r.refused, 'refused']] as const).filter(([n]) => n > 0).map(([n, word]) => `${n} ${word}`);
  return said.length > 0 ? said.join(', ') : 'nothing to do';
};

/** The last part of a path or key, to be seen first; all of it is told as well. */
export const lastPart = (file: string): string => file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1) || file;

export const when = (at: string): string => {
  const day = new Date(at);
  return Number.isNaN(day.getTime()) ? at : day.toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
};
