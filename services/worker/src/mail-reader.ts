// Entry of the thread in which mails are read.
import { parentPort, workerData } from 'node:worker_threads';
import { createMailReader, type MailReaderSettings } from '@jieban/mail/read-mail';
import { serveMailReader } from '@jieban/mail/serve-reader';

if (parentPort === null) throw new Error('This file is run by the worker as a thread, not by itself.');
serveMailReader(parentPort, createMailReader(workerData as MailReaderSettings));
