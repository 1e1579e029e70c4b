import {
  AlertOutlined,
  AuditOutlined,
  FileTextOutlined,
  FolderOpenOutlined,
  ImportOutlined,
  InboxOutlined,
  MailOutlined,
  NotificationOutlined,
  PhoneOutlined,
  ToolOutlined,
} from '@ant-design/icons';
import type { Action } from '@jieban/domain/access/permissions';
import { mayDo } from '@jieban/domain/access/permissions';
import type { Role } from '@jieban/domain/complaint/vocabulary';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigationCounts, type CountedPage } from './navigation-counts';

interface Entry {
  readonly to:
    | '/board'
    | '/phone-log'
    | '/arrivals'
    | '/orders'
    | '/cases'
    | '/imports'
    | '/intake'
    | '/mailboxes'
    | '/failed-jobs'
    | '/audit';
  readonly label:
    | 'board'
    | 'phoneLog'
    | 'arrivals'
    | 'orders'
    | 'cases'
    | 'imports'
    | 'intake'
    | 'mailboxes'
    | 'failedJobs'
    | 'audit';
  readonly icon: ReactElement;
  readonly action: Action;
  readonly counted?: CountedPage;
}

/** In the order of SCREENS.md; an entry shows to the roles that may use its page. */
const ENTRIES: readonly Entry[] = [
  { to: '/board', label: 'board', icon: <AlertOutlined />, action: 'case.read', counted: 'board' },
  { to: '/phone-log', label: 'phoneLog', icon: <PhoneOutlined />, action: 'phone.log' },
  { to: '/arrivals', label: 'arrivals', icon: <FileTextOutlined />, action: 'arrival.register' },
  { to: '/orders', label: 'orders', icon: <NotificationOutlined />, action: 'case.read' },
  { to: '/cases', label: 'cases', icon: <FolderOpenOutlined />, action: 'case.read' },
  { to: '/imports', label: 'imports', icon: <ImportOutlined />, action: 'hotline.import' },
  { to: '/intake', label: 'intake', icon: <InboxOutlined />, action: 'intake.read', counted: 'intake' },
  { to: '/mailboxes', label: 'mailboxes', icon: <MailOutlined />, action: 'mailbox.read' },
  { to: '/failed-jobs', label: 'failedJobs', icon: <ToolOutlined />, action: 'jobs.read' },
  { to: '/audit', label: 'audit', icon: <AuditOutlined />, action: 'audit.read' },
];

export function SideNavigation({ role }: { role: Role }): ReactElement {
  const { t } = useTranslation();
  const counts = useNavigationCounts(role);
  return (
    <nav className="side-navigation" aria-label={t('app.navigation')}>
      <ul>
        {ENTRIES.filter((entry) => mayDo(role, entry.action)).map((entry) => {
          const count = entry.counted === undefined ? 0 : counts[entry.counted];
          return (
            <li key={entry.to}>
              {/* Search is left out on purpose: the navigation opens a page without the filters of before. */}
              <Link to={entry.to} activeOptions={{ includeSearch: false }} activeProps={{ className: 'active' }}>
                <span aria-hidden="true">{entry.icon}</span>
                <span>{t(`nav.${entry.label}`)}</span>
                {count > 0 && <span className="navigation-count">{count}</span>}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
