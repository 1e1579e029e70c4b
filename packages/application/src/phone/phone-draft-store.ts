import type { UserId } from '@jieban/domain/complaint/vocabulary';

/** A call being written down; kept encrypted, seen by its officer only. */
export interface SavedPhoneDraft {
  readonly id: string;
  readonly content: unknown;
  readonly savedAt: Date;
}

export interface PhoneDraftStore {
  /** Returns false when the draft belongs to another officer. */
  save(id: string, officerId: UserId, content: unknown, now: Date): Promise<boolean>;
  ofOfficer(officerId: UserId): Promise<SavedPhoneDraft[]>;
  remove(id: string, officerId: UserId): Promise<void>;
}
