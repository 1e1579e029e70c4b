import type { Stores, UnitOfWork } from '@jieban/application/unit-of-work';
import { accusedStore } from './accused-store';
import { attachmentStore } from './attachment-store';
import { caseRequestStore } from './case-request-store';
import { caseStore } from './case-store';
import { classificationStore } from './classification-store';
import { clockStore } from './clock-store';
import type { DatabaseConnection, Executor } from './connect';
import { escalationStore } from './escalation-store';
import { explanationStore, type ExplanationStore } from './explanation-store';
import { historyStore } from './history-store';
import { hotlineStore } from './hotline-store';
import { intakeStore } from './intake-store';
import { interestStore } from './interest-store';
import { letterStore } from './letter-store';
import { noticeStore } from './notice-store';
import { outboxStore } from './outbox-store';
import { outgoingMailStore } from './outgoing-mail-store';
import { phoneDraftStore } from './phone-draft-store';
import { registrationStore } from './registration-store';
import { supervisionStore } from './supervision-store';
import type { Vault } from './vault';

function storesOn(tx: Executor, vault: Vault, explanations: ExplanationStore): Stores {
  return {
    registration: registrationStore(tx, vault, explanations),
    history: historyStore(tx),
    intake: intakeStore(tx, vault),
    hotline: hotlineStore(tx, vault),
    phoneDrafts: phoneDraftStore(tx, vault),
    attachments: attachmentStore(tx, vault),
    accused: accusedStore(tx),
    interests: interestStore(tx),
    cases: caseStore(tx, vault),
    caseRequests: caseRequestStore(tx),
    classification: classificationStore(tx),
    clocks: clockStore(tx, explanations),
    letters: letterStore(tx, vault),
    escalation: escalationStore(tx),
    notices: noticeStore(tx),
    supervision: supervisionStore(tx),
    outgoingMail: outgoingMailStore(tx, vault),
    outbox: outboxStore(tx),
  };
}

export function createUnitOfWork({ db, aside }: DatabaseConnection, vault: Vault): UnitOfWork {
  const explanations = explanationStore(aside);
  return { transaction: (work) => db.transaction((tx) => work(storesOn(tx, vault, explanations))) };
}
