// What can go wrong between the page and the server, as three types that the screens word differently.
import { problemSchema, type Problem } from '@jieban/contracts/api/primitives';

/** The server refused and said why (RFC 9457). `fields` are its per-field messages, already in Chinese. */
export class ApiProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'ApiProblem';
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }
}

/** No answer came: the line is down or the server restarts. Worth trying again with the same Idempotency-Key. */
export class NetworkFailure extends Error {
  constructor(cause: unknown) {
    super('no answer from the server', { cause });
    this.name = 'NetworkFailure';
  }
}

/** The answer has another shape than the contract: the page is older or newer than the server. Reload. */
export class ContractMismatch extends Error {
  readonly route: string;

  constructor(route: string, cause: unknown) {
    super(`unexpected answer from ${route}`, { cause });
    this.name = 'ContractMismatch';
    this.route = route;
  }
}

export function isStatus(error: unknown, status: number): boolean {
  return error instanceof ApiProblem && error.status === status;
}

/** The server's stable word for one kind of refusal. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof ApiProblem && error.problem.code === code;
}

/** A proxy in between may answer with HTML or nothing; it still becomes a problem with its status. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null);
  return problemFrom(response.status, response.statusText, body, response.headers.get('x-request-id') ?? '');
}

/** `body`: what the answer held, parsed; null when it could not be. */
export function problemFrom(status: number, statusText: string, body: unknown, requestId = ''): ApiProblem {
  const parsed = problemSchema.safeParse(body);
  if (parsed.success) return new ApiProblem(parsed.data);
  const title = statusText || `HTTP ${status}`;
  return new ApiProblem({ type: 'about:blank', title, status, detail: '', code: 'unknown', requestId });
}
