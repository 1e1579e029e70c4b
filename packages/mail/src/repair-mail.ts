// Repairs labels before parsing, because mailparser turns what it cannot read into U+FFFD or latin1 for good. Only
// header lines are rewritten, never a body: a wrongly labelled body is repaired by correcting its label, so that
// attachments keep their bytes and their sha256. Mail whose labels are honest passes through without a copy.
import { GB18030_TEXT, settleAmbiguous, weighCharset, type CharsetFinding } from './charset-evidence';
import { findMailCharset } from './find-mail-charset';
import { isReadableText, type MimePart } from './mime-outline';
import { repairHeader, type Edit, type Settle } from './repair-header';
import { undoTransferEncoding } from './transfer-encoding';

export interface RepairedMail {
  readonly bytes: Buffer;
  /** Named repairs, each once. */
  readonly warnings: readonly string[];
}

export function repairMail(mail: Buffer, parts: readonly MimePart[]): RepairedMail {
  const edits: Edit[] = [];
  const warnings = new Set<string>();
  // Asked for only by bytes that could be either charset, which few mails have.
  let mailCharset: 'utf-8' | 'gb18030' | null | undefined;
  const settle: Settle = (bytes, isLabelledUtf8 = false) => {
    // Once per mail, even when the answer is null: a header of 16,000 accented lines must not cost 16,000 readings.
    if (mailCharset === undefined) mailCharset = findMailCharset(mail, parts);
    return mailCharset ?? (isLabelledUtf8 ? 'utf-8' : settleAmbiguous(bytes));
  };
  for (const part of parts) {
    const finding = weighText(mail, part, settle);
    if (finding.kind === 'damaged-utf-8') warnings.add('text-damaged-utf-8');
    if (finding.kind === 'relabel' && finding.warning !== null) warnings.add(finding.warning);
    const charset = finding.kind === 'relabel' ? finding.charset : null;
    for (const edit of repairHeader(mail, part, { charset, settle, warnings })) edits.push(edit);
  }
  return { bytes: edits.length === 0 ? mail : applyEdits(mail, edits), warnings: [...warnings] };
}

function weighText(mail: Buffer, part: MimePart, settle: Settle): CharsetFinding {
  if (!isReadableText(part)) return { kind: 'honest' };
  const text = undoTransferEncoding(mail.subarray(part.bodyStart, part.bodyEnd), part.transferEncoding);
  const finding = weighCharset(part.charset, text);
  if (finding.kind !== 'ambiguous') return finding;
  return settle(text, finding.isLabelledUtf8) === 'gb18030' ? GB18030_TEXT : { kind: 'honest' };
}

function applyEdits(mail: Buffer, edits: readonly Edit[]): Buffer {
  const pieces: Buffer[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    pieces.push(mail.subarray(at, edit.start), edit.replacement);
    at = edit.end;
  }
  pieces.push(mail.subarray(at));
  return Buffer.concat(pieces);
}
