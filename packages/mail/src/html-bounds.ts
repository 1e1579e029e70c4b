// HTML in a mail is the sender's to shape. Both HTML libraries keep their open elements at the front of an array, so
// deep nesting costs the square of its depth (200,000 open tags: nine seconds); these bounds keep the worst mail at a
// fraction of a second, and no letter written by a person comes near them.
const MAX_LENGTH = 1_000_000;
const MAX_TAGS = 20_000;

export function isWithinHtmlBounds(html: string): boolean {
  if (html.length > MAX_LENGTH) return false;
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    tags += 1;
    if (tags > MAX_TAGS) return false;
  }
  return true;
}
