import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../ui/instant';
import type { OpenDraft } from './phone-draft';

interface OtherDraftsProps {
  readonly drafts: readonly OpenDraft[];
  readonly onContinue: (draft: OpenDraft) => void;
}

/** Calls begun elsewhere (another tab, before signing out) and never finished. */
export function OtherDrafts({ drafts, onContinue }: OtherDraftsProps): ReactElement | null {
  const { t } = useTranslation();
  if (drafts.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('phone.draftsTitle')}</h2>
      <ul className="plain-list">
        {drafts.map((draft) => (
          <li key={draft.id} className="row">
            <div>
              <div>{draft.content.subject || t('phone.draftNoSubject')}</div>
              {draft.savedAt !== null && (
                <div className="muted">
                  <Instant at={draft.savedAt} />
                </div>
              )}
            </div>
            <Button className="push" size="small" onClick={() => onContinue(draft)}>
              {t('phone.draftContinue')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
