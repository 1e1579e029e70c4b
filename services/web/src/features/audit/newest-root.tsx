// The newest daily root, to be noted outside of the system: what was noted proves later changes.
import { useQuery } from '@tanstack/react-query';
import { Collapse, Typography } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { auditRootsQuery } from './audit-queries';

export function NewestRoot(): ReactElement | null {
  const { t } = useTranslation();
  const { data } = useQuery(auditRootsQuery);
  if (data === undefined) return null;
  const [newest, ...earlier] = data.items;
  if (newest === undefined) return <span className="muted">{t('audit.noRoot')}</span>;
  const items = earlier.map(({ day, hash }) => (
    <div key={day} className="row">
      <span>{day}</span>
      <Typography.Text code copyable>
        {hash}
      </Typography.Text>
    </div>
  ));
  return (
    <section className="panel stack">
      <h2>{t('audit.root', { day: newest.day })}</h2>
      <Typography.Text code copyable>
        {newest.hash}
      </Typography.Text>
      <span className="muted">{t('audit.rootAdvice')}</span>
      {items.length > 0 && (
        <Collapse size="small" items={[{ key: 'earlier', label: t('audit.otherRoots'), children: items }]} />
      )}
    </section>
  );
}
