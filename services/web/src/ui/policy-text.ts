import { isDeadlinePolicy } from '@jieban/domain/deadline/policies';
import type { TFunction } from 'i18next';

/** A clock of long ago may carry a policy that this version no longer offers: its code is still better than nothing. */
export function policyText(policy: string, t: TFunction): string {
  if (policy === 'given') return t('policy.given');
  return isDeadlinePolicy(policy) ? t(`policy.${policy}`) : policy;
}
