// What somebody tells, by whichever door, in the order in which it is told; Tab goes the same way.
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { unitsQuery } from '../api/units-query';
import { span } from './form-span';

export function ToldFlags({ columns }: { columns: number }): ReactElement {
  const { t } = useTranslation();
  return (
    <div style={{ ...span(columns), alignSelf: 'end' }} className="row">
      <Form.Item name="isAnonymous" valuePropName="checked">
        <Checkbox>{t('told.isAnonymous')}</Checkbox>
      </Form.Item>
      <Form.Item name="wantsSecrecy" valuePropName="checked">
        <Checkbox>{t('told.wantsSecrecy')}</Checkbox>
      </Form.Item>
    </div>
  );
}

export function ToldFields(placeholders: { content: string; demand: string }): ReactElement {
  const { t } = useTranslation();
  const units = useQuery(unitsQuery);
  return (
    <>
      <Form.Item name="accusedUnitId" label={t('told.accusedUnit')} style={span(4)}>
        <Select<string | null>
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('told.accusedUnitPlaceholder')}
          options={units.data?.items.map((unit) => ({ value: unit.id, label: unit.name })) ?? []}
        />
      </Form.Item>
      <Form.Item name="accusedText" label={t('told.accusedText')} style={span(5)}>
        <Input maxLength={200} placeholder={t('told.accusedTextPlaceholder')} />
      </Form.Item>
      <Form.Item name="place" label={t('told.place')} style={span(3)}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="subject"
        label={t('told.subject')}
        style={span(12)}
        rules={[{ required: true, whitespace: true, message: t('told.subjectRequired') }]}
      >
        <Input maxLength={200} placeholder={t('told.subjectPlaceholder')} />
      </Form.Item>
      <Form.Item
        name="content"
        label={t('told.content')}
        style={span(12)}
        rules={[{ required: true, whitespace: true, message: t('told.contentRequired') }]}
      >
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} maxLength={20_000} placeholder={placeholders.content} />
      </Form.Item>
      <Form.Item name="demand" label={t('told.demand')} style={span(12)}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} placeholder={placeholders.demand} />
      </Form.Item>
    </>
  );
}
