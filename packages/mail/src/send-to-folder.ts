// Mail as .eml files in a folder. The name follows from the Message-ID, so a second attempt overwrites the first
// instead of adding a copy, and the file appears whole or not at all.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { buildOutgoing } from './build-outgoing';
import type { MailSender } from './send-mail';

export interface FolderSettings {
  /** Created when it is not there. */
  readonly directory: string;
}

export function createFolderSender({ directory }: FolderSettings): MailSender {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async send(mail) {
      const options = buildOutgoing(mail);
      const name = `${fileNameFor(mail.messageId)}.eml`;
      try {
        const { message } = await composer.sendMail(options);
        await mkdir(directory, { recursive: true });
        const unfinished = join(directory, `.${name}.${randomUUID()}`);
        await writeFile(unfinished, message as Buffer);
        await rename(unfinished, join(directory, name));
        return { accepted: true, response: `written as ${name}` };
      } catch (error) {
        // A full disk or a missing right is somebody's to repair; the mail waits.
        return { accepted: false, permanent: false, response: describeFailure(error) };
      }
    },
    close: () => {
      composer.close();
    },
  };
}

/** Readable, and distinct even where two ids differ only in characters that file names do not allow. */
function fileNameFor(messageId: string): string {
  const readable = messageId
    .replace(/[^A-Za-z0-9.@_-]+/g, '')
    .replace(/^\.+/, '')
    .slice(0, 80);
  return `${readable}-${createHash('sha256').update(messageId).digest('hex').slice(0, 12)}`;
}

function describeFailure(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return `The mail could not be written to the outgoing folder (${code}). Check that the folder exists and may be written.`;
}
