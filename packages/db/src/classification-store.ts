import { desc, eq, sql } from 'drizzle-orm';
import type { ClassificationStore } from '@jieban/application/classification/classification-store';
import type { CaseText } from '@jieban/domain/classification/case-text';
import type { Executor } from './connect';
import { complaintClassification } from './schema/classification';
import { appUser } from './schema/people';
import { visibleTo } from './visible-cases';

export function classificationStore(tx: Executor): ClassificationStore {
  return {
    async readText(actor, id) {
      const [row] = await tx.execute<CaseText & Record<string, unknown>>(sql`
        select k.subject, k.place, k.demand, k.content from complaint k where k.id = ${id}::uuid and ${visibleTo(actor)}`);
      if (row === undefined) return null;
      return { subject: row.subject, place: row.place, demand: row.demand, content: row.content };
    },

    async current(id) {
      const [row] = await tx
        .select({ version: complaintClassification, confirmedByName: appUser.displayName })
        .from(complaintClassification)
        .innerJoin(appUser, eq(appUser.id, complaintClassification.confirmedBy))
        .where(eq(complaintClassification.complaintId, id))
        .orderBy(desc(complaintClassification.version))
        .limit(1);
      return row === undefined ? null : { ...row.version, confirmedByName: row.confirmedByName };
    },

    async append(id, { otherProblems, ...version }) {
      await tx
        .insert(complaintClassification)
        .values({ complaintId: id, ...version, otherProblems: [...otherProblems] });
    },
  };
}
