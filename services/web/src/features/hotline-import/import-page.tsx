// 热线工单导入: choose the file, try it, import it, take the rejects home. One page, no wizard to get lost in.
import { mayDo } from '@jieban/domain/access/permissions';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session-query';
import { NoPermission } from '../../ui/no-permission';
import { PageHeader } from '../../ui/page-header';
import { QueryStates } from '../../ui/query-states';
import { TableSkeleton } from '../../ui/skeletons';
import { ImportHistory } from './import-history';
import { importListQuery, importQuery } from './import-queries';
import { ImportResult } from './import-result';
import { ImportUpload } from './import-upload';

export function ImportPage(): ReactElement {
  const { t } = useTranslation();
  const { user } = useSession();
  const [chosenId, setChosenId] = useState<string | null>(null);
  if (!mayDo(user.role, 'hotline.import')) return <NoPermission action="hotline.import" />;
  return (
    <div className="stack">
      <PageHeader title={t('imports.title')} />
      <ImportUpload onStarted={setChosenId} />
      {chosenId !== null && <ChosenImport key={chosenId} id={chosenId} />}
      <EarlierImports onChoose={setChosenId} />
    </div>
  );
}

function ChosenImport({ id }: { id: string }): ReactElement {
  const query = useQuery(importQuery(id));
  return (
    <QueryStates query={query} skeleton={<TableSkeleton rows={3} />} action="hotline.import">
      {(item) => <ImportResult item={item} />}
    </QueryStates>
  );
}

function EarlierImports({ onChoose }: { onChoose: (id: string) => void }): ReactElement {
  const { t } = useTranslation();
  const query = useQuery({ ...importListQuery, refetchInterval: 15_000 });
  return (
    <section className="panel">
      <h2>{t('imports.history')}</h2>
      <QueryStates query={query} skeleton={<TableSkeleton rows={4} />} action="hotline.import">
        {({ items }) => <ImportHistory items={items} onChoose={onChoose} />}
      </QueryStates>
    </section>
  );
}
