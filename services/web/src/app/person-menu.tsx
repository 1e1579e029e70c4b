import { DownOutlined, GlobalOutlined } from '@ant-design/icons';
import { API } from '@jieban/contracts/api/routes';
import type { Session } from '@jieban/contracts/api/session';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { requestNothing, setCsrfToken } from '../api/request';
import { sessionQuery } from '../api/session-query';
import { changeLanguage } from '../messages/i18n';

export function PersonMenu({ user }: { user: Session['user'] }): ReactElement {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const signOut = useMutation({
    mutationFn: () => requestNothing(API.session, { method: 'DELETE' }),
    // Whatever the server said, nothing of this person stays in the page.
    onSettled: async () => {
      setCsrfToken('');
      await navigate({ to: '/sign-in' });
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, null);
    },
  });
  return (
    <div className="person">
      <Button
        type="text"
        icon={<GlobalOutlined />}
        aria-label={t('app.languageLabel')}
        onClick={() => void changeLanguage(i18n.language === 'en' ? 'zh-CN' : 'en')}
      >
        {t('app.language')}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'change-password', label: t('app.changePassword') },
            { key: 'sign-out', label: t('app.signOut') },
          ],
          onClick: ({ key }) => {
            if (key === 'sign-out') signOut.mutate();
            else void navigate({ to: '/change-password' });
          },
        }}
      >
        <Button type="text" aria-label={t('app.personMenu', { name: user.displayName })} loading={signOut.isPending}>
          {user.displayName}
          <span className="muted">
            {t(`role.${user.role}`)} · {user.unit.name}
          </span>
          <DownOutlined />
        </Button>
      </Dropdown>
    </div>
  );
}
