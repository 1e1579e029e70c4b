// From what stands in the form to what is sent: empty fields are left out, because the server asks whether something was
// given at all.
import type { TakeMoveRequest } from '@jieban/contracts/api/moves';
import type { MoveField } from '@jieban/domain/complaint/move-fields';

export type MoveValues = Partial<Record<MoveField, string | number | boolean | null>>;

export function bodyOf(move: TakeMoveRequest['move'], values: MoveValues): TakeMoveRequest {
  const given = Object.entries(values).filter(
    ([, value]) => value !== null && value !== false && String(value).trim() !== '',
  );
  return { move, input: Object.fromEntries(given) };
}
