// One thing that a move asks for.
import type { MoveField } from '@jieban/domain/complaint/move-fields';
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { unitsQuery } from '../../api/units-query';
import { CivilDayPicker } from '../../ui/civil-day-picker';
import { HandlerSelect } from './handler-select';

interface MoveFieldProps {
  readonly name: MoveField;
  readonly isRequired: boolean;
  /** Whose people can be named, where the form asks for no unit. */
  readonly unitId: string;
}

export function MoveFieldItem({ name, isRequired, unitId }: MoveFieldProps): ReactElement {
  const { t } = useTranslation();
  const label = t(`moves.field.${name}`);
  const rules = isRequired ? [{ required: true, message: t('moves.required', { field: label }) }] : [];
  if (name === 'declaresNoInterest')
    return (
      <Form.Item name={name} valuePropName="checked" rules={rules}>
        <Checkbox>{t('moves.declareNoInterest')}</Checkbox>
      </Form.Item>
    );
  return (
    <Form.Item name={name} label={label} rules={rules}>
      {controlOf(name, unitId)}
    </Form.Item>
  );
}

function controlOf(name: MoveField, unitId: string): ReactElement {
  switch (name) {
    case 'unitId':
      return <UnitSelect />;
    case 'handlerId':
      return <HandlerSelect ownUnitId={unitId} />;
    case 'reviewOn':
    case 'innerDueOn':
      return <CivilDayPicker />;
    case 'suppliedOn':
      return <CivilDayPicker upToToday />;
    case 'days':
      return <InputNumber min={1} max={30} precision={0} />;
    case 'mainCaseNumber':
      return <Input maxLength={40} placeholder="MZ-2026-000001" />;
    case 'draft':
      return <Input.TextArea rows={5} maxLength={8000} showCount />;
    default:
      return <Input.TextArea rows={2} maxLength={1000} />;
  }
}

function UnitSelect(props: { id?: string; value?: string; onChange?: (value: string) => void }): ReactElement {
  const units = useQuery(unitsQuery);
  const options = units.data?.items.map((unit) => ({ value: unit.id, label: unit.name })) ?? [];
  return <Select {...props} showSearch={{ optionFilterProp: 'label' }} loading={units.isPending} options={options} />;
}
