// What the letters' use cases need, from what the routes are given.
import type { IssueDeps } from '@jieban/application/letters/letter-deps';
import { documentNumbers } from '@jieban/db/document-numbers';
import { hashOf } from '@jieban/letters/letter-hash';
import { renderLetterPdf } from '@jieban/letters/render-letter-pdf';
import { composeLetter } from '@jieban/mail/compose-letter';
import { readMail } from '@jieban/mail/read-mail';
import { newId } from '@jieban/runtime/ids';
import type { ApiContext } from './api-context';

export type LetterNeeds = Pick<ApiContext, 'connection' | 'unitOfWork' | 'clockRules' | 'settings' | 'clock'>;

export function letterDepsOf({ connection, unitOfWork, clockRules, settings }: LetterNeeds): IssueDeps {
  const { bureauName: organ, bureauPhone: phone, organCode } = settings;
  return {
    unitOfWork,
    newId,
    rules: clockRules,
    house: { organ, organCode, phone },
    hashOf,
    numbers: documentNumbers(connection.aside),
    printLetter: renderLetterPdf,
    composeLetter,
    readMail,
  };
}
