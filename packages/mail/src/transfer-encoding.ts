// Content-Transfer-Encoding undone for looking only: what charset a text part really has, what a bounce says.
// The text and the attachments that are kept come from mailparser.

/** The bytes that the part carries; an unknown encoding is taken as it stands (RFC 2045 6.4). */
export function undoTransferEncoding(body: Buffer, transferEncoding: string): Buffer {
  if (transferEncoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64');
  if (transferEncoding === 'quoted-printable') return undoQuotedPrintable(body);
  return body;
}

function undoQuotedPrintable(body: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0;
    if (byte === 0x3d) {
      const softBreak = softBreakLength(body, at);
      if (softBreak > 0) {
        at += softBreak - 1;
        continue;
      }
      const value = Number.parseInt(body.toString('latin1', at + 1, at + 3), 16);
      if (/^[0-9a-f]{2}$/i.test(body.toString('latin1', at + 1, at + 3))) {
        bytes[length] = value;
        length += 1;
        at += 2;
        continue;
      }
    }
    bytes[length] = byte;
    length += 1;
  }
  return bytes.subarray(0, length);
}

function softBreakLength(body: Buffer, at: number): number {
  if (body[at + 1] === 0x0a) return 2;
  return body[at + 1] === 0x0d && body[at + 2] === 0x0a ? 3 : 0;
}
