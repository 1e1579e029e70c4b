// html-to-text 10 ships no types; these are the options that this package sets.
declare module 'html-to-text' {
  export interface HtmlToTextSelector {
    readonly selector: string;
    readonly format?: string;
    readonly options?: Readonly<Record<string, unknown>>;
  }
  export interface HtmlToTextOptions {
    readonly wordwrap?: number | false;
    readonly limits?: { readonly maxDepth?: number; readonly maxInputLength?: number };
    readonly selectors?: readonly HtmlToTextSelector[];
  }
  export function compile(options: HtmlToTextOptions): (html: string) => string;
}
