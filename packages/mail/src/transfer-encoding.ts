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
  for (let at = 0; at < body.length;) {
    const byte = body[at] ?? 0;
    const softBreak = byte === 0x3d ? softBreakLength(body, at) : 0;
    if (softBreak > 0) {
      at += softBreak;
      continue;
    }
    const high = HEX_VALUE[body[at + 1] ?? 0] ?? NOT_HEX;
    const low = HEX_VALUE[body[at + 2] ?? 0] ?? NOT_HEX;
    // A lone = is text that somebody forgot to encode.
    const isEncoded = byte === 0x3d && high !== NOT_HEX && low !== NOT_HEX;
    bytes[length] = isEncoded ? high * 16 + low : byte;
    length += 1;
    at += isEncoded ? 3 : 1;
  }
  return bytes.subarray(0, length);
}

const NOT_HEX = 255;
const HEX_VALUE = new Uint8Array(256).fill(NOT_HEX);
for (let value = 0; value < 16; value += 1) {
  const digit = value.toString(16);
  HEX_VALUE[digit.charCodeAt(0)] = value;
  HEX_VALUE[digit.toUpperCase().charCodeAt(0)] = value;
}

function softBreakLength(body: Buffer, at: number): number {
  if (body[at + 1] === 0x0a) return 2;
  return body[at + 1] === 0x0d && body[at + 2] === 0x0a ? 3 : 0;
}
