// One transaction over all stores. Everything that a use case writes through `stores` commits together or not at all.
import type { AttachmentStore } from './attachment/attachment-store';
import type { HotlineStore } from './hotline/hotline-store';
import type { EscalationStore } from './escalation/escalation-store';
import type { NoticeStore } from './escalation/notice-store';
import type { CaseRequestStore } from './case/case-request-store';
import type { CaseStore } from './case/case-store';
import type { ClassificationStore } from './classification/classification-store';
import type { ClockLedger } from './clock/clock-ledger';
import type { LetterStore } from './letters/letter-store';
import type { IntakeStore } from './intake/intake-store';
import type { OutboxEntry } from './outbox';
import type { OutgoingMailStore } from './correspondence/outgoing-mail-store';
import type { AccusedStore } from './recusal/accused-store';
import type { InterestStore } from './recusal/interest-store';
import type { PhoneDraftStore } from './phone/phone-draft-store';
import type { SupervisionStore } from './supervision/supervision-store';
import type { RegistrationStore } from './register/registration-store';
import type { HistoryStore } from './register/history-store';

export interface OutboxStore {
  /** A key that is already there is left as it is: the same side effect twice is one. */
  add(entries: readonly OutboxEntry[]): Promise<void>;
}

export interface Stores {
  readonly registration: RegistrationStore;
  readonly history: HistoryStore;
  readonly intake: IntakeStore;
  readonly hotline: HotlineStore;
  readonly phoneDrafts: PhoneDraftStore;
  readonly attachments: AttachmentStore;
  readonly accused: AccusedStore;
  readonly interests: InterestStore;
  readonly cases: CaseStore;
  readonly caseRequests: CaseRequestStore;
  readonly classification: ClassificationStore;
  readonly clocks: ClockLedger;
  readonly letters: LetterStore;
  readonly escalation: EscalationStore;
  readonly notices: NoticeStore;
  readonly supervision: SupervisionStore;
  readonly outgoingMail: OutgoingMailStore;
  readonly outbox: OutboxStore;
}

export interface UnitOfWork {
  transaction<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
}
