// What the routes are given. Each route names the few parts it uses, so that its needs can be read off its head.
import type { ClockRules } from '@jieban/application/clock/clock-rules';
import type { TextClassifier } from '@jieban/application/classification/text-classifier';
import type { RegistrationSettings } from '@jieban/application/register/register-complaints';
import type { UnitOfWork } from '@jieban/application/unit-of-work';
import type { DatabaseConnection } from '@jieban/db/connect';
import type { Vault } from '@jieban/db/vault';
import type { WorkingCalendar } from '@jieban/domain/deadline/working-calendar';
import type { JobQueue } from '@jieban/jobs/job-queue';
import type { Clock } from '@jieban/runtime/clock';
import type { Logger } from '@jieban/runtime/logger';
import type { Registry } from '@jieban/runtime/metrics';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { DeadlinePolicy } from '@jieban/domain/deadline/policies';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface ApiSettings {
  /** Address that people type; cookies are marked secure when it is https. */
  readonly publicUrl: string;
  readonly bureauName: string;
  /** Empty when none is set. */
  readonly bureauPhone: string;
  /** 机关代字, in document numbers. */
  readonly organCode: string;
  readonly deadlinePolicy: DeadlinePolicy;
  /** At least 32 characters. */
  readonly sessionSecret: string;
}

export interface ApiContext {
  readonly connection: DatabaseConnection;
  readonly vault: Vault;
  readonly unitOfWork: UnitOfWork;
  /** Read at each registration, for the owner of the intake may change. */
  readonly registrationSettings: () => Promise<RegistrationSettings>;
  readonly calendar: WorkingCalendar;
  /** What changes of clocks are reckoned by; its calendar is the same one. */
  readonly clockRules: ClockRules;
  readonly clock: Clock;
  /** One for the process: it holds a dictionary. */
  readonly classifier: TextClassifier;
  readonly jobs: Pick<JobQueue, 'counts' | 'failed' | 'retry'>;
  readonly settings: ApiSettings;
  readonly logger: Logger;
  readonly registry: Registry;
  /** Folder of the built web app; null serves the API alone. */
  readonly webRoot: string | null;
}

export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;
