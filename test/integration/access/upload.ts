// A file as a browser's form sends it.
const BOUNDARY = 'form-boundary';

export function writeUpload(
  fileName: string,
  content: string | Uint8Array,
): { readonly body: Buffer; readonly headers: Record<string, string> } {
  const disposition = `form-data; name="file"; filename="${fileName}"`;
  const body = Buffer.concat([
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: ${disposition}\r\nContent-Type: text/csv\r\n\r\n`),
    Buffer.from(content),
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);
  return { body, headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` } };
}
