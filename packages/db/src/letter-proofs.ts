// What is on record about the sending of letters: appended, never edited.
import { asc, eq } from 'drizzle-orm';
import type { LetterStore, RecordedProof } from '@jieban/application/letters/letter-store';
import type { Executor } from './connect';
import { letterProof } from './schema/letters';
import type { Vault } from './vault';

const boundTo = (id: string) => `letter-proof:${id}`;

export function letterProofs(tx: Executor, vault: Vault): Pick<LetterStore, 'addProof' | 'proofsOf'> {
  return {
    async addProof({ statement, ...proof }, now) {
      const sealed = vault.seal(Buffer.from(statement, 'utf8'), boundTo(proof.id));
      const rows = await tx
        .insert(letterProof)
        .values({ ...proof, ...sealed, recordedAt: now })
        .onConflictDoNothing()
        .returning({ id: letterProof.id });
      return rows.length > 0;
    },

    async proofsOf(complaintId) {
      const rows = await tx
        .select()
        .from(letterProof)
        .where(eq(letterProof.complaintId, complaintId))
        .orderBy(asc(letterProof.recordedAt), asc(letterProof.id));
      return rows.map(({ keyId, nonce, ciphertext, ...row }): RecordedProof => ({
        ...row,
        statement: vault.open({ keyId, nonce, ciphertext }, boundTo(row.id)).toString('utf8'),
      }));
    },
  };
}
