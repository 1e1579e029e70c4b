// The fields in the order in which a caller tells things; Tab goes the same way.
import { Form, Input } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { span } from '../../ui/form-span';
import { ShanghaiPicker } from '../../ui/shanghai-picker';
import { ToldFields, ToldFlags } from '../../ui/told-fields';

export function PhoneFields({ preview, prompts }: { preview: ReactNode; prompts: ReactNode }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="form-grid">
      <Form.Item name="callerPhone" label={t('phone.callerPhone')} style={span(4)}>
        <Input autoFocus inputMode="tel" autoComplete="off" maxLength={40} />
      </Form.Item>
      <Form.Item name="callerName" label={t('phone.callerName')} style={span(3)}>
        <Input autoComplete="off" maxLength={60} />
      </Form.Item>
      <ToldFlags columns={5} />
      <ToldFields content={t('phone.contentPlaceholder')} demand={t('phone.demandPlaceholder')} />
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
