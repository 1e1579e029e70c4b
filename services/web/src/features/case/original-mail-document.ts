// The HTML of a mail as a document of its own for a sandboxed frame. The server has sanitised it already; these are
// the second and third fence: no script can run (sandbox), nothing can be fetched (policy), so that a tracking
// picture never tells a sender that, when and where the bureau has opened the mail.
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/** For the `srcdoc` of `<iframe sandbox="">`. The policy stands before the mail, where the mail cannot loosen it. */
export function mailDocument(html: string): string {
  return [
    '<!doctype html><html><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="referrer" content="no-referrer">',
    '<style>body{margin:8px;font:14px/1.6 sans-serif;overflow-wrap:anywhere}img{max-width:100%}</style>',
    `</head><body>${html}</body></html>`,
  ].join('');
}
