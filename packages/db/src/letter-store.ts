import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { LetterEntries } from '@jieban/application/letters/letter-entries';
import type { LetterStore, StoredLetter, StoredSignature } from '@jieban/application/letters/letter-store';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { readBlob, sha256Of, storeBlobs } from './blobs';
import type { Executor } from './connect';
import { hexOf } from './json-rows';
import { readCaseOfLetter, readOpeningMail } from './case-of-letter';
import { letterProofs } from './letter-proofs';
import { letter, letterSignature, letterText } from './schema/letters';
import { appUser } from './schema/people';
import { openJson, sealJson, type Vault } from './vault';

const boundTo = (id: string) => `letter:${id}`;
const textBoundTo = (id: string) => `letter-text:${id}`;
type LetterRow = typeof letter.$inferSelect;

export function letterStore(tx: Executor, vault: Vault): LetterStore {
  const ofLetter = ({ complaintId, id }: Pick<StoredLetter, 'complaintId' | 'id'>) =>
    and(eq(letter.complaintId, complaintId), eq(letter.id, id));

  return {
    readCase: (actor, id) => readCaseOfLetter(tx, vault, actor, id),
    openingMail: (id) => readOpeningMail(tx, vault, id),

    async insert({ entries, ...row }, now) {
      const sealed = sealJson(vault, entries, boundTo(row.id));
      await tx.insert(letter).values({ ...row, ...sealed, state: 'draft', draftedAt: now, editedAt: now });
    },

    async find(complaintId, id) {
      const [row] = await tx.select().from(letter).where(ofLetter({ complaintId, id }));
      if (row === undefined) return null;
      const signatures = await readSignatures(tx, complaintId);
      return describe(vault, row, signatures);
    },

    async listOf(complaintId) {
      const rows = await tx
        .select()
        .from(letter)
        .where(eq(letter.complaintId, complaintId))
        .orderBy(asc(letter.draftedAt), asc(letter.id));
      if (rows.length === 0) return [];
      const signatures = await readSignatures(tx, complaintId);
      return rows.map((row) => describe(vault, row, signatures));
    },

    async edit(edited, entries, channel, now) {
      const sealed = sealJson(vault, entries, boundTo(edited.id));
      await tx
        .update(letter)
        .set({ ...sealed, channel, revision: sql`${letter.revision} + 1`, state: 'draft', editedAt: now })
        .where(ofLetter(edited));
    },

    async sign(signed, { step, by, at, textSha256 }) {
      const { complaintId, id: letterId, revision } = signed;
      const hash = Buffer.from(textSha256, 'hex');
      await tx
        .insert(letterSignature)
        .values({ complaintId, letterId, revision, step, userId: by, signedAt: at, textSha256: hash });
      await tx.update(letter).set({ state: 'signing' }).where(ofLetter(signed));
    },

    async issue(issued, { documentNumber, issuedOn, issuedBy, pdf, text, textSha256, mailId }, now) {
      const { complaintId, id: letterId } = issued;
      const pdfSha256 = sha256Of(pdf);
      await storeBlobs(tx, vault, [{ sha256: pdfSha256, bytes: pdf, mediaType: 'application/pdf' }], now);
      await tx
        .update(letter)
        .set({ state: 'issued', documentNumber, issuedOn, issuedBy, issuedAt: now, pdfSha256, mailId })
        .where(ofLetter(issued));
      const sealed = vault.seal(Buffer.from(text, 'utf8'), textBoundTo(letterId));
      const sha256 = Buffer.from(textSha256, 'hex');
      await tx.insert(letterText).values({ complaintId, letterId, sha256, ...sealed, frozenAt: now });
    },

    async settle(settled, state, at) {
      await tx.update(letter).set({ state, settledAt: at }).where(ofLetter(settled));
    },

    ...letterProofs(tx, vault),

    async letterOfMail(mailId) {
      const [row] = await tx
        .select({ complaintId: letter.complaintId, letterId: letter.id })
        .from(letter)
        .where(eq(letter.mailId, mailId));
      return row ?? null;
    },

    async frozenText(complaintId, letterId) {
      const [row] = await tx
        .select()
        .from(letterText)
        .where(and(eq(letterText.complaintId, complaintId), eq(letterText.letterId, letterId)));
      return row === undefined ? null : vault.open(row, textBoundTo(letterId)).toString('utf8');
    },

    async pdfOf({ pdfSha256 }) {
      return pdfSha256 === null ? null : readBlob(tx, vault, Buffer.from(pdfSha256, 'hex'));
    },
  };
}

type SignatureRow = typeof letterSignature.$inferSelect & { readonly signerName: string };

function readSignatures(tx: Executor, complaintId: ComplaintId): Promise<SignatureRow[]> {
  return tx
    .select({ ...getTableColumns(letterSignature), signerName: appUser.displayName })
    .from(letterSignature)
    .innerJoin(appUser, eq(appUser.id, letterSignature.userId))
    .where(eq(letterSignature.complaintId, complaintId))
    .orderBy(asc(letterSignature.signedAt));
}

/** Signatures of an older revision stay on record, but stand for another text. */
function describe(vault: Vault, row: LetterRow, signatures: readonly SignatureRow[]): StoredLetter {
  const { id, complaintId, kind, state, channel, revision, draftedBy, documentNumber, issuedOn, issuedAt } = row;
  return {
    id,
    complaintId,
    kind,
    state,
    channel,
    revision,
    draftedBy,
    draftedAt: row.draftedAt,
    documentNumber,
    issuedOn,
    issuedAt,
    settledAt: row.settledAt,
    pdfSha256: row.pdfSha256 === null ? null : hexOf(row.pdfSha256),
    entries: openJson(vault, row, boundTo(id)) as LetterEntries,
    signatures: signatures
      .filter((each) => each.letterId === id && each.revision === revision)
      .map(({ step, userId, signedAt, textSha256, signerName }): StoredSignature => ({
        step,
        by: userId,
        at: signedAt,
        textSha256: hexOf(textSha256),
        signerName,
      })),
  };
}
