import type { Letterhead } from '@jieban/domain/supervision/order-letter';
import type { ApiSettings } from '../../api-context';

/** Who issues the paper of an order, and the telephone under it. */
export function letterheadOf({ bureauName, bureauPhone }: ApiSettings): Letterhead {
  return { organ: bureauName, phone: bureauPhone };
}
