// Text from outside, in a form that the database can hold. The bytes as they came stay in the blob.

/** PostgreSQL refuses NUL in text; lone surrogates cannot be encoded as UTF-8. */
const UNSTORABLE = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const MAX_SUBJECT = 200;

export function storable(text: string): string {
  return text.replace(UNSTORABLE, '\uFFFD');
}

/** One line of at most 200 characters. */
export function storableSubject(text: string): string {
  return Array.from(storable(text).replace(/\s+/g, ' ').trim()).slice(0, MAX_SUBJECT).join('');
}
