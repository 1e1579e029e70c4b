import type { SimilarCaseView } from '@jieban/contracts/api/classification';
import { Tag } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from './instant';
import { similarityReasons, similarityVerdict } from './similarity-text';
import { TextLink } from './text-link';

interface SimilarCaseListProps {
  readonly items: readonly SimilarCaseView[];
  /** Beside a form: little room, and the form must not be left. */
  readonly isBesideForm?: boolean;
}

export function SimilarCaseList({ items, isBesideForm = false }: SimilarCaseListProps): ReactElement {
  const { t } = useTranslation();
  return (
    <ul className="plain-list">
      {items.map((item) => (
        <li key={item.complaintId}>
          <div className="row">
            <TextLink
              to="/cases/$complaintId"
              params={{ complaintId: item.complaintId }}
              {...(isBesideForm ? { target: '_blank' } : {})}
            >
              {item.number}
            </TextLink>
            <Tag color={item.person !== null && item.matter !== null ? 'red' : 'default'}>
              {similarityVerdict(item, t)}
            </Tag>
          </div>
          <div>{item.subject}</div>
          <div>{similarityReasons(item, t).join(' · ')}</div>
          <div className="muted">
            {[
              t(`channel.${item.channel}`),
              t(`state.${item.state}`),
              ...(isBesideForm ? [] : [item.handlingUnit.name]),
            ].join(' · ')}
            {' · '}
            <Instant at={item.receivedAt} />
          </div>
        </li>
      ))}
    </ul>
  );
}
