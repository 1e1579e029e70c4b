// The document number (文号): organ code, year in six-angle brackets 〔〕, running number without leading zeros.

const DOCUMENT_NUMBER = /^[^\s〔〕[\]［］()（）【】]+〔[1-9]\d{3}〕[1-9]\d*号$/u;
const ORGAN_CODE = /^[^\s\d〔〕[\]［］()（）【】]+$/u;

/** A part that cannot stand in a document number. */
export class InvalidDocumentNumber extends Error {
  readonly code = 'invalid-document-number';
  constructor(part: string, advice: string) {
    super(`Not part of a document number: ${part}. ${advice}`);
    this.name = 'InvalidDocumentNumber';
  }
}

/** `云民诉〔2024〕12号`. @throws InvalidDocumentNumber */
export function documentNumber(organCode: string, year: number, n: number): string {
  if (!ORGAN_CODE.test(organCode)) {
    throw new InvalidDocumentNumber(`organ code "${organCode}"`, 'Give it without brackets, digits or blanks: 云民诉.');
  }
  if (!Number.isInteger(year) || year < 1000 || year > 9999) {
    throw new InvalidDocumentNumber(`year ${year}`, 'Give the four digits of the year.');
  }
  if (!Number.isSafeInteger(n) || n < 1) {
    throw new InvalidDocumentNumber(`number ${n}`, 'Numbers count from 1 in each year.');
  }
  return `${organCode}〔${year}〕${n}号`;
}

export function isDocumentNumber(text: string): boolean {
  return DOCUMENT_NUMBER.test(text);
}
