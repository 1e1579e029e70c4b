import { ORDER_STATES } from '@jieban/domain/supervision/order-moves';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { unitsQuery } from '../../api/units-query';
import { isFiltered, parseOrderSearch, type OrderSearch } from './order-search';

export function OrderFilters({ search }: { search: OrderSearch }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const units = useQuery(unitsQuery);
  const show = (changed: Record<string, unknown>): void =>
    void navigate({ to: '/orders', search: parseOrderSearch({ ...search, ...changed }) });
  return (
    <search className="row" aria-label={t('order.filters')}>
      <Input.Search
        // A new address (back button, link) shows its own number in the field.
        key={search.number ?? ''}
        defaultValue={search.number ?? ''}
        aria-label={t('order.searchLabel')}
        placeholder={t('order.searchPlaceholder')}
        enterButton={t('order.search')}
        allowClear
        maxLength={40}
        style={{ width: 340 }}
        onSearch={(number) => show({ number })}
      />
      <Select
        allowClear
        aria-label={t('order.progress')}
        placeholder={t('order.anyState')}
        style={{ width: 140 }}
        value={search.state ?? null}
        options={ORDER_STATES.map((state) => ({ value: state, label: t(`order.states.${state}`) }))}
        onChange={(state) => show({ state })}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        aria-label={t('order.units')}
        placeholder={t('order.anyUnit')}
        style={{ width: 200 }}
        value={search.unitId ?? null}
        loading={units.isPending}
        options={units.data?.items.map((unit) => ({ value: unit.id, label: unit.name })) ?? []}
        onChange={(unitId: string | null | undefined) => show({ unitId })}
      />
      <Checkbox checked={search.overdue === true} onChange={(event) => show({ overdue: event.target.checked })}>
        {t('order.onlyOverdue')}
      </Checkbox>
      {isFiltered(search) && (
        <Button onClick={() => void navigate({ to: '/orders', search: {} })}>{t('order.clear')}</Button>
      )}
    </search>
  );
}
