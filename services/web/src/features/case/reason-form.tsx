// Every judgement on a person asks for its reason first.
import { Alert, Button, Form, Input } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/problem-alert';

interface ReasonFormProps {
  readonly title: string;
  readonly effect?: string;
  readonly error: unknown;
  readonly isSaving: boolean;
  /** Fields above the reason; their values are kept by whoever passes them. */
  readonly children?: ReactNode;
  readonly onSubmit: (reason: string) => void;
  readonly onCancel: () => void;
}

export function ReasonForm(props: ReasonFormProps): ReactElement {
  const { title, effect, error, isSaving, children, onSubmit, onCancel } = props;
  const { t } = useTranslation();
  return (
    <Form<{ reason: string }> layout="vertical" onFinish={({ reason }) => onSubmit(reason)}>
      {error !== null && <ProblemAlert error={error} />}
      {effect !== undefined && <Alert type="warning" showIcon title={effect} />}
      {children}
      <Form.Item
        name="reason"
        label={`${title}:${t('accused.reason')}`}
        rules={[{ required: true, whitespace: true, min: 4, message: t('accused.reasonRule') }]}
      >
        <Input.TextArea autoFocus maxLength={1000} autoSize={{ minRows: 2 }} />
      </Form.Item>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={isSaving}>
          {t('accused.save')}
        </Button>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
      </div>
    </Form>
  );
}
