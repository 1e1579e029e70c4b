// The demo's telephone calls, logged by an intake officer four minutes after each began.
import { logCall, type LogCallDeps } from '@jieban/application/phone/log-call';
import { CALLS } from './calls';
import { callKey } from './demo-cases';
import type { DemoDeps } from './demo-deps';
import type { DemoPeople } from './load-people';
import { INTAKE_LOGIN } from './officers';
import type { PlannedCase } from './plan-cases';
import type { DemoCases, DemoStep } from './replay';

export function planCallSteps(
  deps: Pick<DemoDeps, 'newId'>,
  logging: LogCallDeps,
  people: DemoPeople,
  cases: DemoCases,
  plans: ReadonlyMap<string, PlannedCase>,
): DemoStep[] {
  const officerId = people.actor(INTAKE_LOGIN).userId;
  return CALLS.map((call, position) => {
    const key = callKey(position);
    const plan = plans.get(key);
    if (plan === undefined) throw new Error(`Call ${key} of the demo has no plan.`);
    const record = {
      clientId: deps.newId(),
      callerPhone: call.phone,
      callerName: call.name,
      isAnonymous: call.isAnonymous === true,
      wantsSecrecy: call.wantsSecrecy === true,
      accusedText: call.accusedText,
      accusedUnitId: call.accusedUnit === undefined ? null : people.unitId(call.accusedUnit),
      place: call.place,
      subject: call.subject,
      content: call.content,
      demand: call.demand,
      calledAt: plan.receivedAt,
    };
    return {
      at: plan.registeredAt,
      run: async (at) => cases.opened(key, await logCall(logging, officerId, record, at)),
    };
  });
}
