export interface SignInSearch {
  /** Where to go after signing in. */
  readonly next?: string;
}

/** Only an address inside this app: a link from outside must not send a fresh session elsewhere. */
export function parseSignInSearch(search: Record<string, unknown>): SignInSearch {
  const { next } = search;
  const isInside = typeof next === 'string' && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in');
  return isInside ? { next } : {};
}
