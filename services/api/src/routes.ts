// Every endpoint of the API, by name. A folder that is scanned would find a file that nobody meant to serve; here the
// compiler finds the one that is missing.
import type { Api, ApiContext } from './api-context';
import { countBoardRoute } from './routes/board/count-board';
import { exportBoardRoute } from './routes/board/export-board';
import { getBoardRoute } from './routes/board/get-board';
import { addAttachmentRoute } from './routes/complaints/add-attachment';
import { confirmClassificationRoute } from './routes/classification/confirm-classification';
import { getClassificationRoute } from './routes/classification/get-classification';
import { listSimilarRoute } from './routes/classification/list-similar';
import { lookUpSimilarRoute } from './routes/classification/look-up-similar';
import { assignComplaintRoute } from './routes/complaints/assign-complaint';
import { getAttachmentRoute } from './routes/complaints/get-attachment';
import { getComplaintRoute } from './routes/complaints/get-complaint';
import { getOriginalRoute } from './routes/complaints/get-original';
import { listAttachmentsRoute } from './routes/complaints/list-attachments';
import { listMovesRoute } from './routes/complaints/list-moves';
import { listComplaintsRoute } from './routes/complaints/list-complaints';
import { recordReplyRoute } from './routes/complaints/record-reply';
import { revealIdentityRoute } from './routes/complaints/reveal-identity';
import { takeMoveRoute } from './routes/complaints/take-move';
import { getImportRoute } from './routes/hotline/get-import';
import { listImportsRoute } from './routes/hotline/list-imports';
import { startImportRoute } from './routes/hotline/start-import';
import { listIntakeItemsRoute } from './routes/intake/list-intake-items';
import { listMailboxesRoute } from './routes/intake/list-mailboxes';
import { listFailedJobsRoute } from './routes/jobs/list-failed-jobs';
import { retryFailedJobRoute } from './routes/jobs/retry-failed-job';
import { draftLetterRoute } from './routes/letters/draft-letter';
import { editLetterRoute } from './routes/letters/edit-letter';
import { getLetterRoute } from './routes/letters/get-letter';
import { getLetterPdfRoute } from './routes/letters/get-letter-pdf';
import { issueLetterRoute } from './routes/letters/issue-letter';
import { listLettersRoute } from './routes/letters/list-letters';
import { recordLetterProofRoute } from './routes/letters/record-letter-proof';
import { signLetterRoute } from './routes/letters/sign-letter';
import { createPhoneRecordRoute } from './routes/phone/create-phone-record';
import { createHandRegistrationRoute } from './routes/hand-registration/create-hand-registration';
import { deletePhoneDraftRoute } from './routes/phone/delete-phone-draft';
import { listPhoneDraftsRoute } from './routes/phone/list-phone-drafts';
import { lookUpCallerRoute } from './routes/phone/look-up-caller';
import { savePhoneDraftRoute } from './routes/phone/save-phone-draft';
import { changePasswordRoute } from './routes/session/change-password';
import { readSessionRoute } from './routes/session/read-session';
import { signInRoute } from './routes/session/sign-in';
import { signOutRoute } from './routes/session/sign-out';
import { answerOrderRoute } from './routes/supervision/answer-order';
import { getOrderRoute } from './routes/supervision/get-order';
import { issueOrderRoute } from './routes/supervision/issue-order';
import { listOrdersRoute } from './routes/supervision/list-orders';
import { reviewOrderRoute } from './routes/supervision/review-order';
import { listAuditEventsRoute } from './routes/audit/list-audit-events';
import { listAuditRootsRoute } from './routes/audit/list-audit-roots';
import { decideInterestRoute } from './routes/recusal/decide-interest';
import { declareInterestRoute } from './routes/recusal/declare-interest';
import { getAccusedRoute } from './routes/recusal/get-accused';
import { judgeAccusedRoute } from './routes/recusal/judge-accused';
import { listInterestsRoute } from './routes/recusal/list-interests';
import { withdrawAccusedRoute } from './routes/recusal/withdraw-accused';
import { listUnitPeopleRoute } from './routes/units/list-unit-people';
import { listUnitsRoute } from './routes/units/list-units';

export type RegisterRoute = (app: Api, context: ApiContext) => void;

export const ROUTES: readonly RegisterRoute[] = [
  signInRoute,
  readSessionRoute,
  signOutRoute,
  changePasswordRoute,
  getBoardRoute,
  countBoardRoute,
  exportBoardRoute,
  listComplaintsRoute,
  getComplaintRoute,
  getOriginalRoute,
  recordReplyRoute,
  revealIdentityRoute,
  assignComplaintRoute,
  listMovesRoute,
  takeMoveRoute,
  addAttachmentRoute,
  listAttachmentsRoute,
  getAttachmentRoute,
  createHandRegistrationRoute,
  getClassificationRoute,
  confirmClassificationRoute,
  listSimilarRoute,
  listLettersRoute,
  draftLetterRoute,
  getLetterRoute,
  editLetterRoute,
  getLetterPdfRoute,
  signLetterRoute,
  issueLetterRoute,
  recordLetterProofRoute,
  createPhoneRecordRoute,
  listPhoneDraftsRoute,
  savePhoneDraftRoute,
  deletePhoneDraftRoute,
  lookUpCallerRoute,
  lookUpSimilarRoute,
  startImportRoute,
  listImportsRoute,
  getImportRoute,
  listIntakeItemsRoute,
  listMailboxesRoute,
  listFailedJobsRoute,
  retryFailedJobRoute,
  issueOrderRoute,
  listOrdersRoute,
  getOrderRoute,
  answerOrderRoute,
  reviewOrderRoute,
  getAccusedRoute,
  judgeAccusedRoute,
  withdrawAccusedRoute,
  listInterestsRoute,
  declareInterestRoute,
  decideInterestRoute,
  listAuditEventsRoute,
  listAuditRootsRoute,
  listUnitsRoute,
  listUnitPeopleRoute,
];
