import { type Attachment, arrived, faultOf, isBusy, mostFiles, newAttachment, refused, sentSoFar } from './attachments.js';
import { type Service, type Upload } from './service.js';
import { speech } from './speech.js';

/** The files that are brought along to the next question. */
export class Uploads {
  list: Attachment[] = [];
  private readonly running = new Map<string, Upload>();

  constructor(private readonly service: () => Service, private readonly changed: (said?: string) => void, private readonly words: (error: unknown) => string) {}

  add(files: File[]): void {
    const free = mostFiles - this.list.length;
    for (const file of files.slice(0, Math.max(0, free))) {
      void this.send(file);
    }
    if (files.length > free) {
      this.changed(speech.words.mostFiles(mostFiles));
    }
  }

  /** Takes those that can be asked about; what is still being sent stays. */
  take(): Attachment[] {
    const ready = this.list.filter((a) => a.state === 'ready');
    this.list = this.list.filter(isBusy);
    return ready;
  }

  /** Removes one; `kept` are the ids that questions of the conversation speak of. */
  async remove(key: string, kept: string[]): Promise<void> {
    const gone = this.list.find((a) => a.key === key);
    this.list = this.list.filter((a) => a.key !== key);
    this.running.get(key)?.stop();
    this.changed();
    // The same file, sent twice, is one document: it stays while a question of this conversation speaks of it.
    if (gone?.state !== 'ready' || [...this.list.map((a) => a.id), ...kept].includes(gone.id)) {
      return;
    }
    try {
      await this.service().forget(gone.id);
      this.changed(speech.words.fileGone(gone.name));
    } catch (error) {
      this.changed(this.words(error));
    }
  }

  clear(): void {
    this.running.forEach((u) => u.stop());
    this.list = [];
  }

  private async send(file: File): Promise<void> {
    const attachment = newAttachment(file);
    const fault = faultOf(file);
    this.list = [...this.list, fault ? refused(attachment, fault) : attachment];
    if (fault) {
      this.changed(`${file.name}: ${fault}`);
      return;
    }
    this.changed(speech.words.sendingFile(file.name));
    const upload = this.service().upload(file, (part) => this.change(attachment.key, (a) => sentSoFar(a, part)));
    this.running.set(attachment.key, upload);
    try {
      const taken = await upload.done;
      this.change(attachment.key, (a) => arrived(a, taken));
    } catch (error) {
      this.change(attachment.key, (a) => refused(a, this.words(error)));
    } finally {
      this.running.delete(attachment.key);
    }
    const now = this.list.find((a) => a.key === attachment.key);
    if (now) {
      this.changed(now.state === 'ready' ? speech.words.fileReady(now.name, now.note) : `${now.name}: ${now.note}`);
    }
  }

  private change(key: string, to: (a: Attachment) => Attachment): void {
    this.list = this.list.map((a) => (a.key === key ? to(a) : a));
    this.changed();
  }
}
