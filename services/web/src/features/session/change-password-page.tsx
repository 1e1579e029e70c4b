import { API } from '@jieban/contracts/api/routes';
import type { ChangePasswordRequest } from '@jieban/contracts/api/session';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, App, Button, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { requestNothing } from '../../api/request';
import { sessionQuery, useSession } from '../../api/session-query';
import { PageHeader } from '../../ui/page-header';
import { ProblemAlert } from '../../ui/problem-alert';

interface PasswordFields extends ChangePasswordRequest {
  readonly repeat: string;
}

export function ChangePasswordPage(): ReactElement {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { user } = useSession();
  const change = useMutation({
    mutationFn: ({ currentPassword, newPassword }: PasswordFields) =>
      requestNothing(API.password, { method: 'PUT', body: { currentPassword, newPassword } }),
    onSuccess: async () => {
      // The server may have renewed the session and its token: ask before the next request needs them.
      await queryClient.refetchQueries({ queryKey: sessionQuery.queryKey });
      message.success(t('session.changed'));
      await navigate({ to: '/board' });
    },
  });
  return (
    <div className="lonely stack">
      <PageHeader title={t('session.changeTitle')} />
      {user.passwordMustChange && <Alert type="info" showIcon title={t('session.mustChange')} />}
      {change.isError && <ProblemAlert error={change.error} />}
      <div className="panel">
        <Form<PasswordFields> layout="vertical" requiredMark={false} onFinish={(values) => change.mutate(values)}>
          {/* Tells password managers whose password this is. */}
          <input type="text" autoComplete="username" value={user.login} readOnly hidden />
          <Form.Item
            name="currentPassword"
            label={t('session.currentPassword')}
            rules={[{ required: true, message: t('session.passwordRequired') }]}
          >
            <Input.Password autoFocus autoComplete="current-password" maxLength={256} />
          </Form.Item>
          <Form.Item
            name="newPassword"
            label={t('session.newPassword')}
            extra={t('session.passwordRule')}
            rules={[{ required: true, min: 10, message: t('session.passwordRule') }]}
          >
            <Input.Password autoComplete="new-password" maxLength={256} />
          </Form.Item>
          <Form.Item
            name="repeat"
            label={t('session.repeatPassword')}
            dependencies={['newPassword']}
            rules={[
              ({ getFieldValue }) => ({
                validator: (_rule, value: unknown) =>
                  value === getFieldValue('newPassword')
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('session.passwordsDiffer'))),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" maxLength={256} />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={change.isPending}>
            {t('session.save')}
          </Button>
        </Form>
      </div>
    </div>
  );
}
