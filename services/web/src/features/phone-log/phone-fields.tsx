// The fields in the order in which a caller tells things; Tab goes the same way.
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input, Select } from 'antd';
import type { CSSProperties, ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { unitsQuery } from '../../api/units-query';
import { ShanghaiPicker } from '../../ui/shanghai-picker';

/** Columns of a grid of twelve. */
const span = (columns: number): CSSProperties => ({ gridColumn: `span ${columns}` });

export function PhoneFields({ preview, prompts }: { preview: ReactNode; prompts: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const units = useQuery(unitsQuery);
  return (
    <div className="phone-grid">
      <Form.Item name="callerPhone" label={t('phone.callerPhone')} style={span(4)}>
        <Input autoFocus inputMode="tel" autoComplete="off" maxLength={40} />
      </Form.Item>
      <Form.Item name="callerName" label={t('phone.callerName')} style={span(3)}>
        <Input autoComplete="off" maxLength={60} />
      </Form.Item>
      <div style={{ ...span(5), alignSelf: 'end' }} className="row">
        <Form.Item name="isAnonymous" valuePropName="checked">
          <Checkbox>{t('phone.isAnonymous')}</Checkbox>
        </Form.Item>
        <Form.Item name="wantsSecrecy" valuePropName="checked">
          <Checkbox>{t('phone.wantsSecrecy')}</Checkbox>
        </Form.Item>
      </div>
      <Form.Item name="accusedUnitId" label={t('phone.accusedUnit')} style={span(4)}>
        <Select<string | null>
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('phone.accusedUnitPlaceholder')}
          options={units.data?.items.map((unit) => ({ value: unit.id, label: unit.name })) ?? []}
        />
      </Form.Item>
      <Form.Item name="accusedText" label={t('phone.accusedText')} style={span(5)}>
        <Input maxLength={200} placeholder={t('phone.accusedTextPlaceholder')} />
      </Form.Item>
      <Form.Item name="place" label={t('phone.place')} style={span(3)}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="subject"
        label={t('phone.subject')}
        style={span(12)}
        rules={[{ required: true, whitespace: true, message: t('phone.subjectRequired') }]}
      >
        <Input maxLength={200} placeholder={t('phone.subjectPlaceholder')} />
      </Form.Item>
      <Form.Item
        name="content"
        label={t('phone.content')}
        style={span(12)}
        rules={[{ required: true, whitespace: true, message: t('phone.contentRequired') }]}
      >
        <Input.TextArea
          autoSize={{ minRows: 4, maxRows: 14 }}
          maxLength={20_000}
          placeholder={t('phone.contentPlaceholder')}
        />
      </Form.Item>
      <Form.Item name="demand" label={t('phone.demand')} style={span(12)}>
        <Input.TextArea
          autoSize={{ minRows: 1, maxRows: 6 }}
          maxLength={2000}
          placeholder={t('phone.demandPlaceholder')}
        />
      </Form.Item>
      <div style={span(12)}>{prompts}</div>
      <Form.Item
        name="calledAt"
        label={t('phone.calledAt')}
        style={span(4)}
        rules={[{ required: true, message: t('phone.calledAtRequired') }]}
      >
        <ShanghaiPicker />
      </Form.Item>
      <div style={{ ...span(8), alignSelf: 'center' }}>{preview}</div>
    </div>
  );
}
