import { DownloadOutlined } from '@ant-design/icons';
import { API } from '@jieban/contracts/api/routes';
import { CHANNELS, CLOCK_KINDS } from '@jieban/domain/complaint/vocabulary';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Select, Tooltip } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/request';
import { unitsQuery } from '../../api/units-query';
import { hasFilter, withFilter, type BoardSearch } from './board-search';

export function BoardFilters({ search }: { search: BoardSearch }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const units = useQuery(unitsQuery);
  const show = (next: BoardSearch): void => void navigate({ to: '/board', search: next });
  return (
    <section className="row" aria-label={t('board.filters')}>
      <label className="filter-field">
        {t('board.unit')}
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          style={{ width: 200 }}
          placeholder={t('board.anyUnit')}
          value={search.unitId ?? null}
          loading={units.isPending}
          options={units.data?.items.map((unit) => ({ value: unit.id, label: unit.name })) ?? []}
          onChange={(value: string | null | undefined) => show(withFilter(search, 'unitId', value ?? undefined))}
        />
      </label>
      <label className="filter-field">
        {t('board.channel')}
        <Select
          allowClear
          placeholder={t('board.anyChannel')}
          value={search.channel ?? null}
          options={CHANNELS.map((channel) => ({ value: channel, label: t(`channel.${channel}`) }))}
          onChange={(value) => show(withFilter(search, 'channel', value))}
        />
      </label>
      <label className="filter-field">
        {t('board.clock')}
        <Select
          allowClear
          placeholder={t('board.anyClock')}
          value={search.clock ?? null}
          options={CLOCK_KINDS.map((kind) => ({ value: kind, label: t(`clock.${kind}`) }))}
          onChange={(value) => show(withFilter(search, 'clock', value))}
        />
      </label>
      {hasFilter(search) && <Button onClick={() => show({})}>{t('board.clear')}</Button>}
      <Tooltip title={t('board.exportHint')}>
        <Button className="push" icon={<DownloadOutlined />} href={addressOf(API.boardExport, search)} download>
          {t('board.export')}
        </Button>
      </Tooltip>
    </section>
  );
}
