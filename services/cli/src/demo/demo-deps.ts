import type { OrderReader } from '@jieban/application/hotline/order-reader';
import type { ProcessMailsDeps } from '@jieban/application/intake/process-pending-mails';
import type { RegistrationSettings } from '@jieban/application/register/register-complaints';
import type { UnitOfWork } from '@jieban/application/unit-of-work';
import type { DatabaseConnection } from '@jieban/db/connect';
import type { Vault } from '@jieban/db/vault';
import type { Channel, ComplaintState, Role } from '@jieban/domain/complaint/vocabulary';

export interface DemoDeps {
  readonly connection: DatabaseConnection;
  readonly vault: Vault;
  readonly unitOfWork: UnitOfWork;
  /** Asked for once the demo's units are there, because it needs the unit that owns the intake. */
  readonly registrationSettings: () => Promise<RegistrationSettings>;
  /** Likewise. */
  readonly mails: () => Promise<ProcessMailsDeps>;
  readonly readOrders: OrderReader;
  readonly hashPassword: (plain: string) => Promise<string>;
  /** One password for all accounts of the demo. */
  readonly demoPassword: string;
  /** Where the .eml files and the 12345 exports are written; made when they do not exist. */
  readonly mailFolder: string;
  readonly hotlineFolder: string;
  readonly newId: () => string;
}

export interface DemoAccount {
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
  readonly unitName: string;
}

export interface DemoSummary {
  /** `already-loaded`: the demo was there, nothing was added, and its accounts keep the password of that time. */
  readonly outcome: 'loaded' | 'already-loaded';
  readonly complaints: Readonly<Record<Channel, number>>;
  readonly states: Readonly<Record<ComplaintState, number>>;
  /** Mail that opened no case: joined to one, put aside as automatic, unreadable. */
  readonly otherMail: { readonly attached: number; readonly filed: number; readonly quarantined: number };
  readonly rejectedOrders: number;
  readonly accounts: readonly DemoAccount[];
  /** The password that the caller gave; true of the accounts only when `outcome` is `loaded`. */
  readonly password: string;
}

/** The database holds something else than the demo; made-up complaints must never stand among real ones. */
export class DemoRefused extends Error {
  readonly code = 'demo_refused';
  readonly publicMessage = '数据库里已有正式数据,不能装入演示数据;请换一个空的数据目录或数据库再启动演示';
  constructor() {
    super('The demo was not loaded: this database already holds other data. Start it with an empty data folder.');
    this.name = 'DemoRefused';
  }
}
