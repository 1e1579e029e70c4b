import type { UserId } from '@jieban/domain/complaint/vocabulary';
import type { UnitOfWork } from '../unit-of-work';

/** Stores the export as it came and queues its import; returns the import's id. Raw first: nothing is read yet. */
export async function startHotlineImport(
  deps: { readonly unitOfWork: UnitOfWork; readonly newId: () => string },
  file: { readonly fileName: string; readonly bytes: Uint8Array; readonly dryRun: boolean },
  startedBy: UserId | null,
  now: Date,
): Promise<string> {
  const id = deps.newId();
  await deps.unitOfWork.transaction(async ({ hotline, outbox }) => {
    await hotline.createImport({ id, ...file }, startedBy, now);
    await outbox.add([{ job: 'hotline.import', key: `import-${id}`, payload: { importId: id } }]);
  });
  return id;
}
