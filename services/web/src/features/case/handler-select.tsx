// The people of a unit who can be named as handler: of the unit chosen above, else of the one that has the case.
import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { unitPeopleQuery } from './move-queries';

interface HandlerSelectProps {
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (value: string | null) => void;
  /** Null: nobody can be named before a unit is chosen. */
  readonly ownUnitId: string | null;
}

export function HandlerSelect({ ownUnitId, value, onChange, ...props }: HandlerSelectProps): ReactElement {
  const { t } = useTranslation();
  const chosen: unknown = Form.useWatch('unitId');
  const unitId = typeof chosen === 'string' && chosen !== '' ? chosen : (ownUnitId ?? undefined);
  const people = useQuery(unitPeopleQuery(unitId));
  const options =
    people.data?.items.map(({ id, displayName, role }) => ({
      value: id,
      label: `${displayName}(${t(`role.${role}`)})`,
    })) ?? [];
  return (
    <Select
      {...props}
      allowClear
      value={value ?? null}
      disabled={unitId === undefined}
      loading={unitId !== undefined && people.isPending}
      options={options}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
    />
  );
}
