// What each state of a case means. A state says on whose desk the paper lies and what was decided; whether the
// complainant was told in time is said by the clocks and never by a state (DOMAIN §8.4: a letter counts once its sending
// is proven, and a bounce takes that back while the decision stands).
//
// Not states, because a case has them beside its state: extension (延期), joint handling (主办·协办), urging and
// supervision orders (催办, 督办), the visit after closing (回访), the lights. Reassignment (改派) is a move.
import type { ComplaintState } from './vocabulary';

/** Received = open + closed, at every moment: each state is one of the two. */
const STANDINGS: Readonly<Record<ComplaintState, { readonly name: string; readonly isOpen: boolean }>> = {
  // At the office, to be decided. Also where a case lands again when a decision is revoked or a merge undone; what had
  // been decided about acceptance before still stands then.
  registered: { name: '已登记', isOpen: true },
  // The complainant was asked, once, for what is missing.
  supplement: { name: '待补正', isOpen: true },
  // Ours; at the office, to be dispatched.
  accepted: { name: '已受理', isOpen: true },
  dispatched: { name: '已派单(待签收)', isOpen: true },
  signed: { name: '已签收', isOpen: true },
  // Back at the office with the unit's reason.
  returned: { name: '已退回(待改派)', isOpen: true },
  handling: { name: '办理中', isOpen: true },
  // An obstacle that nobody here can remove; has a plan and a day of review, and its clocks run on.
  suspended: { name: '挂账', isOpen: true },
  // The draft of the final reply climbs its sign-off chain.
  review: { name: '待审核', isOpen: true },
  // The final reply has left; its sending is not proven yet, or was, and bounced.
  replied: { name: '已答复', isOpen: true },
  // Answered or closed once, and to be handled again.
  redo: { name: '重办', isOpen: true },
  // The final reply is proven to have been sent, or the complaint counts as given up.
  closed: { name: '已办结', isOpen: false },
  rejected: { name: '不予受理', isOpen: false },
  // To a body outside our own units. What goes to a unit below us stays open here (DOMAIN §1.2, step 9).
  transferred: { name: '已转送', isOpen: false },
  // Lives on in the first case of the same person and the same facts.
  merged: { name: '已并案', isOpen: false },
  // The file is complete. The only state that nothing leaves: whoever orders such a matter to be handled again orders a
  // new case, which names the old one.
  archived: { name: '已归档', isOpen: false },
};

export const STATE_NAMES = Object.fromEntries(
  Object.entries(STANDINGS).map(([state, { name }]) => [state, name]),
) as Readonly<Record<ComplaintState, string>>;

export function isOpenState(state: ComplaintState): boolean {
  return STANDINGS[state].isOpen;
}
