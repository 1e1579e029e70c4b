// A letter on paper: A4, the same bytes for the same letter, with every character searchable.
import type { LetterDocument } from '@jieban/domain/letters/letter-document';
import { startOfDay } from '@jieban/domain/time/civil-date';
import PDFDocument from 'pdfkit';
import { layOutLetter, type LaidOutPage } from './lay-out-letter';
import { loadLetterFonts, type LetterFonts } from './letter-fonts';
import {
  AREA,
  AREA_BOTTOM,
  AREA_RIGHT,
  CHARACTER_PITCH,
  HEAD_RED,
  PAGE,
  PAGE_NUMBER_DROP,
  RULE_AT,
  RULE_WIDTH,
  SMALL_SIZE,
} from './page-format';
import { INK, type Measure } from './placed-line';
import { printableLetter } from './printable-letter';
import type { UnprintableCharacter } from './printable-text';

export interface LetterPdf {
  readonly bytes: Buffer;
  /** Characters that are printed as code points; an officer decides before the letter is sent. */
  readonly unprintable: readonly UnprintableCharacter[];
}

export async function renderLetterPdf(letter: LetterDocument): Promise<LetterPdf> {
  const fonts = await loadLetterFonts();
  const { letter: printable, unprintable } = printableLetter(letter, fonts.has);
  const pdf = openDocument(printable, fonts);
  const bytes = collectBytes(pdf);
  const measure: Measure = (text, size, weight) => pdf.font(weight).fontSize(size).widthOfString(text);
  layOutLetter(printable, measure).forEach((page, index) => drawPage(pdf, page, index + 1));
  pdf.end();
  return { bytes: await bytes, unprintable };
}

function openDocument(letter: LetterDocument, fonts: LetterFonts): PDFKit.PDFDocument {
  // A date of the letter and none of the machine: pdfkit derives the id of the file from these lines.
  const dated = letter.seal.issuedOn === null ? new Date(0) : startOfDay(letter.seal.issuedOn);
  const pdf = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    info: {
      Title: `${letter.title} ${letter.caseNumber}`,
      Author: letter.organ,
      Creator: 'Jieban',
      Producer: 'Jieban',
      CreationDate: dated,
      ModDate: dated,
    },
  });
  pdf.registerFont('regular', fonts.regular);
  pdf.registerFont('bold', fonts.bold);
  return pdf;
}

function drawPage(pdf: PDFKit.PDFDocument, page: LaidOutPage, number: number): void {
  pdf.addPage();
  for (const { text, x, baseline, size, weight, color, spacing } of page) {
    pdf
      .font(weight)
      .fontSize(size)
      .fillColor(color)
      .text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic', characterSpacing: spacing });
  }
  if (number === 1) {
    pdf.moveTo(AREA.left, RULE_AT).lineTo(AREA_RIGHT, RULE_AT);
    pdf.lineWidth(RULE_WIDTH).strokeColor(HEAD_RED).stroke();
  }
  drawPageNumber(pdf, number);
}

/** On the outer side, one character in: right on odd pages, left on even ones. */
function drawPageNumber(pdf: PDFKit.PDFDocument, number: number): void {
  const text = `— ${number} —`;
  const width = pdf.font('regular').fontSize(SMALL_SIZE).widthOfString(text);
  const x = number % 2 === 1 ? AREA_RIGHT - CHARACTER_PITCH - width : AREA.left + CHARACTER_PITCH;
  pdf.fillColor(INK).text(text, x, AREA_BOTTOM + PAGE_NUMBER_DROP, { lineBreak: false, baseline: 'alphabetic' });
}

function collectBytes(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}
