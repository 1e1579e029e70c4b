// Fields to a letter as it will be read. Renders drafts too: what is missing shows as 〔未填写〕.
import { fillTemplate, NOT_FILLED_IN } from './fill-template';
import { LETTER_DEFINITIONS } from './letter-definitions';
import type { LetterDocument } from './letter-document';
import type { LetterFields } from './letter-fields';
import { LETTER_KIND_FACTS, type LetterKind } from './letter-kinds';
import { letterDay, phrase } from './wording';

export function renderLetter<K extends LetterKind>(kind: K, fields: LetterFields<K>): LetterDocument {
  const { salutation, words, template } = LETTER_DEFINITIONS[kind];
  const { name, closing } = LETTER_KIND_FACTS[kind];
  const organ = shown(fields.organ);
  return {
    kind,
    title: name,
    organ,
    documentNumber: fields.documentNumber,
    caseNumber: shown(fields.caseNumber),
    salutation: `${shown(salutation(fields).replace(/[：:]\s*$/u, ''))}：`,
    paragraphs: fillTemplate(template, words(fields)),
    closing,
    seal: {
      organ,
      issuedOn: fields.issuedOn,
      dateLine: fields.issuedOn === null ? NOT_FILLED_IN : letterDay(fields.issuedOn),
    },
    contact: `联系电话：${shown(fields.phone)}`,
  };
}

function shown(text: string): string {
  const line = phrase(text);
  return line === '' ? NOT_FILLED_IN : line;
}
