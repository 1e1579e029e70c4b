import { HISTORY_LABELS } from '../../ui/history-words';
import { Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditSearch } from './audit-search';

interface AuditFiltersProps {
  readonly search: AuditSearch;
  readonly onChange: (next: Record<string, unknown>) => void;
}

export function AuditFilters({ search, onChange }: AuditFiltersProps): ReactElement {
  const { t } = useTranslation();
  const types = Object.entries(HISTORY_LABELS).map(([type, label]) => ({ value: type, label: t(label) }));
  return (
    <search className="row">
      <Input.Search
        // A new address (back button, link) shows its own words in the field.
        key={`number-${search.number ?? ''}`}
        defaultValue={search.number ?? ''}
        aria-label={t('audit.number')}
        placeholder={t('audit.number')}
        allowClear
        maxLength={40}
        style={{ width: 220 }}
        onSearch={(number) => onChange({ number })}
      />
      <Input.Search
        key={`actor-${search.actor ?? ''}`}
        defaultValue={search.actor ?? ''}
        aria-label={t('audit.actor')}
        placeholder={t('audit.actorPlaceholder')}
        allowClear
        maxLength={64}
        style={{ width: 180 }}
        onSearch={(actor) => onChange({ actor })}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('audit.type')}
        placeholder={t('audit.anyType')}
        style={{ width: 220 }}
        value={search.type ?? null}
        options={types}
        onChange={(type) => onChange({ type })}
      />
      <Input
        type="date"
        aria-label={t('audit.day')}
        style={{ width: 160 }}
        value={search.day ?? ''}
        onChange={(event) => onChange({ day: event.target.value })}
      />
    </search>
  );
}
