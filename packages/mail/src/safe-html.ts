// The original mail as an officer may look at it: whatever the sender put in, opening it runs nothing, fetches nothing
// and tells nobody that it was read (a remote picture would confirm the address and the hour to its owner).
import sanitizeHtml from 'sanitize-html';
import { cleanText } from './clean-text';
import { extractText } from './extract-text';
import { isWithinHtmlBounds } from './html-bounds';
import { parseMessage } from './parse-mail';

export interface SafeMailView {
  readonly text: string;
  /** Null when the mail has no HTML, or one too large or too deep to be cleaned; the text then has its words. */
  readonly html: string | null;
}

const MAX_TEXT_LENGTH = 500_000;

/** @throws UnreadableMail when the bytes are no mail at all. */
export async function safeMailView(raw: Uint8Array): Promise<SafeMailView> {
  const { mail, parts } = await parseMessage(raw);
  const html = typeof mail.html === 'string' ? mail.html : '';
  const isAlternative = parts.some((part) => part.mediaType === 'text/html' && part.isAlternative);
  const { text } = extractText({ plain: mail.text ?? '', html, isAlternative });
  return {
    text: cleanText(text).slice(0, MAX_TEXT_LENGTH),
    html: html.trim() === '' || !isWithinHtmlBounds(html) ? null : cleanHtml(html),
  };
}

/** A whitelist: what is not named here does not pass. */
export function cleanHtml(html: string): string {
  return sanitizeHtml(cleanText(html), {
    allowedTags: (
      'a abbr b blockquote br caption center code col colgroup dd del div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins ' +
      'li ol p pre q s small span strike strong sub sup table tbody td tfoot th thead tr tt u ul'
    ).split(' '),
    allowedAttributes: {
      a: ['href', 'rel', 'target'],
      img: ['src', 'alt'],
      td: ['colspan', 'rowspan', 'style'],
      th: ['colspan', 'rowspan', 'style'],
      p: ['style'],
      div: ['style'],
      span: ['style'],
    },
    // No colour, no size, no position: white on white and letters of zero size are how text is hidden from a reader.
    allowedStyles: {
      '*': {
        'text-align': [/^(?:left|right|center|justify)$/],
        'font-weight': [/^(?:bold|[1-9]00)$/],
        'font-style': [/^italic$/],
        'text-decoration': [/^(?:underline|line-through)$/],
      },
    },
    allowedSchemes: ['http', 'https'],
    allowedSchemesByTag: { img: ['data'] },
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nonTextTags: [
      'script',
      'style',
      'textarea',
      'option',
      'noscript',
      'title',
      'iframe',
      'object',
      'svg',
      'math',
      'template',
    ],
    nestingLimit: 200,
    transformTags: { a: openOutside },
    // An inline picture (cid:) would need its attachment; those are listed beside the text and opened there.
    exclusiveFilter: (frame) => frame.tag === 'img' && !isInlinePicture(frame.attribs.src),
  });
}

/** SVG is a document with scripts of its own, so it is not among them. */
function isInlinePicture(source: string | undefined): boolean {
  return /^data:image\/(?:png|jpe?g|gif|webp|bmp);base64,/i.test(source ?? '');
}

function openOutside(tagName: string, attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const href = attributes.href?.trim() ?? '';
  if (!/^https?:\/\//i.test(href)) return { tagName, attribs: {} };
  return { tagName, attribs: { href, target: '_blank', rel: 'noopener noreferrer nofollow' } };
}
