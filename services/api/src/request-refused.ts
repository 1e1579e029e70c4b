// The refusals that the api itself decides on. Each has a stable code and words for the person on the screen; the
// message is for the log and names no person and no content.
export interface FieldProblem {
  readonly field: string;
  /** Chinese; what to do. */
  readonly message: string;
}

export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly FieldProblem[];
  readonly retryAfterSeconds?: number;
  /** Further members of the problem document (RFC 9457): codes only. */
  readonly members?: Readonly<Record<string, string | readonly string[]>>;
}

export class RequestRefused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(`Refused: ${refusal.code}.`);
    this.name = 'RequestRefused';
    this.refusal = refusal;
  }
}

/** 400 with a message per field. */
export function fieldsInvalid(errors: readonly FieldProblem[]): RequestRefused {
  return new RequestRefused({
    status: 400,
    code: 'request_invalid',
    title: '提交的内容有误',
    detail: '请按提示修改后重新提交',
    errors,
  });
}

/** 404. The same answer whether the thing does not exist or is none of this person's business. */
export function notFound(code: string, title: string): RequestRefused {
  return new RequestRefused({ status: 404, code, title, detail: '请返回列表重新选择' });
}
