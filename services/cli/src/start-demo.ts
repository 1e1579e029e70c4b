// `jieban start --demo`: the demo, loaded through the same use cases as real complaints.
import { join } from 'node:path';
import { readOrders } from '@jieban/hotline/read-orders';
import { newId } from '@jieban/runtime/ids';
import { readRegistrationSettings } from '@jieban/db/registration-settings';
import type { DemoSummary } from './demo/demo-deps';
import { loadDemo } from './demo/load-demo';
import { hashPassword } from './hash-password';
import type { OpenHouse } from './open-house';

/** Known to everybody who reads this; the demo's accounts open nothing but the demo. */
const DEMO_PASSWORD = 'jieban-demo-2026';

export function startDemo(house: OpenHouse): Promise<DemoSummary> {
  const { configuration, connection, vault, unitOfWork, clock } = house;
  const folder = join(configuration.dataDir, 'demo');
  return loadDemo(
    {
      connection,
      vault,
      unitOfWork,
      registrationSettings: () => readRegistrationSettings(connection, configuration),
      mails: house.mails,
      readOrders,
      hashPassword,
      demoPassword: DEMO_PASSWORD,
      mailFolder: join(folder, 'mail'),
      hotlineFolder: join(folder, 'hotline'),
      newId,
    },
    clock.now(),
  );
}

export function printDemoSummary(summary: DemoSummary, print: (line: string) => void): void {
  const { mailbox, hotline, phone } = summary.complaints;
  const state = summary.outcome === 'loaded' ? '已载入演示数据' : '演示数据已在库中';
  print(`${state}:邮箱 ${mailbox} 件,热线 ${hotline} 件,来电 ${phone} 件。`);
  print(`演示账号(密码均为 ${DEMO_PASSWORD}):`);
  for (const { login, displayName, role, unitName } of summary.accounts)
    print(`  ${login.padEnd(14)} ${displayName} ${role} ${unitName}`);
}
