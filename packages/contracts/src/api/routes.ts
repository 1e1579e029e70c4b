// The addresses of the API, written once for the server and the page.
export const API = {
  session: '/api/v1/session',
  password: '/api/v1/session/password',
  board: '/api/v1/board',
  boardCounts: '/api/v1/board/counts',
  boardExport: '/api/v1/board/export',
  complaints: '/api/v1/complaints',
  complaint: '/api/v1/complaints/:id',
  complaintOriginal: '/api/v1/complaints/:id/original',
  complaintReplies: '/api/v1/complaints/:id/replies',
  complaintIdentityReveals: '/api/v1/complaints/:id/identity-reveals',
  complaintAssignment: '/api/v1/complaints/:id/assignment',
  phoneRecords: '/api/v1/phone-records',
  phoneDraft: '/api/v1/phone-drafts/:id',
  phoneDrafts: '/api/v1/phone-drafts',
  callerLookups: '/api/v1/caller-lookups',
  hotlineImports: '/api/v1/hotline/imports',
  hotlineImport: '/api/v1/hotline/imports/:id',
  mailboxes: '/api/v1/mailboxes',
  intakeItems: '/api/v1/intake-items',
  failedJobs: '/api/v1/jobs/failed',
  failedJobRetry: '/api/v1/jobs/failed/:id/retry',
  units: '/api/v1/units',
} as const;

/** Fills in `:name` parts: `pathTo(API.complaint, { id })`. */
export function pathTo(route: string, params: Readonly<Record<string, string>>): string {
  return route.replace(/:([a-z]+)/gi, (_whole, name: string) => encodeURIComponent(params[name] ?? ''));
}
