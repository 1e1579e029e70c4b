import { API } from '@jieban/contracts/api/routes';
import { sessionSchema, type SignInRequest } from '@jieban/contracts/api/session';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { Alert, Button, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { requestJson, setCsrfToken } from '../../api/request';
import { sessionQuery } from '../../api/session-query';
import { ProblemAlert } from '../../ui/problem-alert';

const route = getRouteApi('/sign-in');

export function SignInPage(): ReactElement {
  const { t } = useTranslation();
  const { next } = route.useSearch();
  const router = useRouter();
  const queryClient = useQueryClient();
  const signIn = useMutation({
    mutationFn: (body: SignInRequest) => requestJson(API.session, sessionSchema, { method: 'POST', body }),
    onSuccess: (session) => {
      setCsrfToken(session.csrfToken);
      queryClient.setQueryData(sessionQuery.queryKey, session);
      // By address, because `next` carries its search parameters with it.
      router.history.replace(next ?? '/board');
    },
  });
  return (
    <main className="lonely stack">
      <title>{`${t('session.title')} · ${t('app.name')}`}</title>
      <div>
        <h1>{t('app.name')}</h1>
        <div className="muted">{t('app.subtitle')}</div>
      </div>
      {next !== undefined && signIn.isIdle && <Alert type="info" showIcon title={t('session.ended')} />}
      {signIn.isError && <ProblemAlert error={signIn.error} />}
      <div className="panel">
        <Form<SignInRequest> layout="vertical" requiredMark={false} onFinish={(values) => signIn.mutate(values)}>
          <Form.Item
            name="login"
            label={t('session.login')}
            rules={[{ required: true, message: t('session.loginRequired') }]}
          >
            <Input autoFocus autoComplete="username" maxLength={64} />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('session.password')}
            rules={[{ required: true, message: t('session.passwordRequired') }]}
          >
            <Input.Password autoComplete="current-password" maxLength={256} />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
            {t('session.signIn')}
          </Button>
        </Form>
      </div>
    </main>
  );
}
