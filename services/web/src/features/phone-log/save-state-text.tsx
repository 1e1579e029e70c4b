import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { timeOfDay } from '../../ui/shanghai-text';
import type { SaveState } from './draft-autosave';

const TEXT = {
  untouched: 'phone.draftEmpty',
  editing: 'phone.draftEditing',
  saving: 'phone.draftSaving',
  failed: 'phone.draftFailed',
} as const;

/** Whether the words are safe, said aloud by screen readers when it changes. */
export function SaveStateText({ state, restoredAt }: { state: SaveState; restoredAt: string | null }): ReactElement {
  const { t } = useTranslation();
  const words = (): string => {
    if (state.kind === 'saved') return t('phone.draftSaved', { time: timeOfDay(state.at, 'seconds') });
    if (state.kind === 'untouched' && restoredAt !== null) {
      return t('phone.draftRestored', { time: timeOfDay(new Date(restoredAt), 'seconds') });
    }
    return t(TEXT[state.kind]);
  };
  return (
    <span role="status" className={state.kind === 'failed' ? 'save-state failed' : 'save-state'}>
      {words()}
    </span>
  );
}
