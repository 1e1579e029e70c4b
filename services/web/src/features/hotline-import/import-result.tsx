import { DownloadOutlined } from '@ant-design/icons';
import type { HotlineImport } from '@jieban/contracts/api/intake';
import { Alert, Button, Progress, Table, Tag } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { downloadText } from '../../ui/csv-file';
import { isUnderWay, rowsDone } from './import-queries';
import { writeRejectedCsv } from './rejected-csv';

const FIGURES = [
  ['total', 'rowsTotal'],
  ['new', 'rowsNew'],
  ['changed', 'rowsChanged'],
  ['unchanged', 'rowsUnchanged'],
  ['rejected', 'rowsRejected'],
] as const;

export function ImportResult({ item }: { item: HotlineImport }): ReactElement {
  const { t } = useTranslation();
  const done = rowsDone(item);
  return (
    <section className="panel stack" aria-live="polite">
      <div className="row">
        <h2>
          {t('imports.result')}:{item.fileName}
        </h2>
        <Tag {...(isUnderWay(item) ? { color: 'blue' } : item.state === 'unreadable' ? { color: 'red' } : {})}>
          {t(`imports.${item.state}`)}
        </Tag>
        {item.dryRun && <Tag>{t('imports.dryRunMark')}</Tag>}
      </div>
      {item.problem !== null && (
        <Alert type="error" showIcon title={item.problem} description={t('imports.unreadableAdvice')} />
      )}
      {isUnderWay(item) && (
        <div>
          {/* The total is known once the file has been read; until then only the count can be shown. */}
          {item.rowsTotal > 0 && <Progress percent={Math.min(100, Math.floor((done / item.rowsTotal) * 100))} />}
          <span className="muted">{t('imports.progress', { done })}</span>
        </div>
      )}
      <dl className="figures">
        {FIGURES.map(([label, field]) => (
          <div key={field}>
            <dt>{t(`imports.${label}`)}</dt>
            <dd>{item[field]}</dd>
          </div>
        ))}
      </dl>
      {item.state === 'done' && item.dryRun && <Alert type="info" showIcon title={t('imports.dryRunDone')} />}
      {item.state === 'done' && item.rejected.length === 0 && (
        <span className="muted">{t('imports.noneRejected')}</span>
      )}
      {item.rejected.length > 0 && <RejectedRows item={item} />}
    </section>
  );
}

function RejectedRows({ item }: { item: HotlineImport }): ReactElement {
  const { t } = useTranslation();
  const save = (): void => {
    const baseName = item.fileName.replace(/\.[^.]*$/, '');
    downloadText(`${baseName}-${t('imports.rejectedTitle')}.csv`, writeRejectedCsv(item.rejected, t));
  };
  return (
    <>
      <div className="row">
        <h3>{t('imports.rejectedTitle')}</h3>
        <span className="muted">{t('imports.rejectedHint')}</span>
        <Button className="push" icon={<DownloadOutlined />} onClick={save}>
          {t('imports.rejectedDownload')}
        </Button>
      </div>
      <Table
        aria-label={t('imports.rejectedTitle')}
        size="small"
        rowKey="row"
        dataSource={item.rejected}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: t('imports.row'), dataIndex: 'row', width: 90, align: 'right' },
          { title: t('imports.reasons'), key: 'reasons', render: (_, row) => row.reasons.join(';') },
        ]}
      />
    </>
  );
}
