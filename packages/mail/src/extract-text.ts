// The readable text of a mail. Most mail has a plain part and costs nothing here; HTML is converted only where its
// words stand nowhere else.
import { compile } from 'html-to-text';
import { isWithinHtmlBounds } from './html-bounds';

export interface MailBodies {
  /** The plain parts joined; empty when there are none. */
  readonly plain: string;
  /** The HTML parts joined; empty when there are none. */
  readonly html: string;
  /** True when the HTML only repeats the plain part (multipart/alternative). */
  readonly isAlternative: boolean;
}

export interface ExtractedText {
  readonly text: string;
  readonly warning: string | null;
}

export function extractText(bodies: MailBodies): ExtractedText {
  const plain = bodies.plain.trimEnd();
  if (bodies.html === '' || (bodies.isAlternative && plain.trim() !== '')) return { text: plain, warning: null };
  const { text, warning } = convertHtml(bodies.html);
  // Side by side (multipart/mixed) the two parts say different things, so both are kept.
  return { text: plain.trim() === '' ? text : `${plain}\n\n${text}`.trimEnd(), warning };
}

const convert = compile({
  // Officers search for phrases; a line broken after 80 columns would hide them.
  wordwrap: false,
  limits: { maxDepth: 500 },
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
    { selector: 'img', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'table', format: 'block' },
    { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'p', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
  ],
});

function convertHtml(html: string): ExtractedText {
  if (isWithinHtmlBounds(html)) {
    try {
      // A search for "100 元" should also find it where the blank was &nbsp;.
      return {
        text: convert(html)
          .replace(/\u00a0/g, ' ')
          .trim(),
        warning: null,
      };
    } catch {
      // Falls through: a text with its tags cut off crudely is worth more than none.
    }
  }
  return { text: stripTags(html), warning: 'html-stripped-crudely' };
}

/** Linear on any input: no tag pattern may run past the next `<`. */
function stripTags(html: string): string {
  return html
    .slice(0, 2_000_000)
    .replace(/<(?:br|\/p|\/div|\/tr|\/li)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
