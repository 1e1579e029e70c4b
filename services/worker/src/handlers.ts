// Every job of the house and who runs it. The type makes a missing handler a compile error.
import type { JobHandlers } from '@jieban/jobs/run-job';
import type { WorkerDeps } from './compose';
import { auditRoot } from './handlers/audit-root.handler';
import { digestNotices } from './handlers/digest-notices.handler';
import { fireEscalation } from './handlers/fire-escalation.handler';
import { importHotline, sweepHotline } from './handlers/import-hotline.handler';
import { registerIntake } from './handlers/register-intake.handler';
import { sendMail, sweepMail } from './handlers/send-mail.handler';
import { remindOrders } from './handlers/remind-orders.handler';
import { tidyHouse } from './handlers/tidy-house.handler';

export function createHandlers(deps: WorkerDeps): JobHandlers {
  return {
    'intake.register': registerIntake(deps),
    'hotline.import': importHotline(deps),
    'hotline.sweep': sweepHotline(deps),
    'escalation.fire': fireEscalation(deps),
    'notices.digest': digestNotices(deps),
    'supervision.remind': remindOrders(deps),
    'mail.send': sendMail(deps),
    'mail.sweep': sweepMail(deps),
    'house.tidy': tidyHouse(deps),
    'audit.root': auditRoot(deps),
  };
}
