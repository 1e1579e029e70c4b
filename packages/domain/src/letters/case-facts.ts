// What a check must know of the case and a letter must not say.
import type { UnitId } from '../complaint/vocabulary';

export interface CaseFacts {
  /** Units shut out of the case: the accused ones and every unit below them. */
  readonly accusedUnitIds: readonly UnitId[];
  /** Names and aliases of whoever is accused, also of persons and of bodies outside the register. */
  readonly accusedNames: readonly string[];
  /** The complainant's name, telephone, address, mailbox: for the check only, never for a message. */
  readonly identityWords: readonly string[];
  /** How many numbered points the complaint makes; 0 when they were not counted. */
  readonly pointCount: number;
  /** A supplement is asked for once. */
  readonly wasSupplementAsked: boolean;
}
