// The frame around every page, and its guard: nobody signed in → the sign-in page and afterwards back here;
// a first password → the change-password page and nothing else.
import { useQuery } from '@tanstack/react-query';
import { Outlet, useChildMatches, useLocation } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../api/session-query';
import { ProblemAlert } from '../ui/problem-alert';
import { ChangePasswordRedirect, SignInRedirect } from './guard-redirect';
import { LiveMark } from './live-mark';
import { PersonMenu } from './person-menu';
import { SideNavigation } from './side-navigation';

export function AppFrame(): ReactElement {
  const { t } = useTranslation();
  const location = useLocation();
  // Of the page on the screen: the address is already the new one while a page loads, and the page of before would
  // ask the server for what it may not have yet.
  const isChangingPassword = useChildMatches({
    select: (matches) => matches.some(({ pathname }) => pathname === '/change-password'),
  });
  const session = useQuery(sessionQuery);

  if (session.data === null) return <SignInRedirect from={location.href} />;
  if (session.data === undefined) {
    return (
      <div className="lonely">
        {session.error ? (
          <ProblemAlert error={session.error} onRetry={() => void session.refetch()} />
        ) : (
          <Skeleton active />
        )}
      </div>
    );
  }
  const { user, bureauName } = session.data;
  if (user.passwordMustChange && !isChangingPassword) return <ChangePasswordRedirect />;
  return (
    <div className="frame">
      <a className="skip-link" href="#main-content">
        {t('app.skipToContent')}
      </a>
      <header className="top-bar">
        <div className="brand">
          <strong>{t('app.name')}</strong>
          <span className="brand-bureau">{bureauName}</span>
        </div>
        <LiveMark />
        <PersonMenu user={user} />
      </header>
      {!user.passwordMustChange && <SideNavigation role={user.role} />}
      <main id="main-content" className="content" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
