// 来电登记: the officer has a caller on the line. The form is there at once; a draft from before a reload comes back
// into it, other unfinished drafts wait beside it.
import { mayDo } from '@jieban/domain/access/permissions';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { createClientId } from '../../api/client-id';
import { useSession } from '../../api/session-query';
import { NoPermission } from '../../ui/no-permission';
import { PageHeader } from '../../ui/page-header';
import { CaseSkeleton } from '../../ui/skeletons';
import { BLANK_CALL, discardPhoneDraft, phoneDraftsQuery, type OpenDraft } from './phone-draft';
import { forgetCall, keptCallOf, keptDraftId } from './kept-call';
import { PhoneForm } from './phone-form';
import { SavedRecord } from './saved-record';
import type { SentRecord } from './use-send-record';
import '../../ui/registration-form.css';
import './phone-log.css';

function beginCall(): OpenDraft {
  return { id: createClientId(), content: BLANK_CALL, savedAt: null };
}

export function PhoneLogPage(): ReactElement {
  const { user } = useSession();
  return mayDo(user.role, 'phone.log') ? <PhoneDesk userId={user.id} /> : <NoPermission action="phone.log" />;
}

function PhoneDesk({ userId }: { userId: string }): ReactElement {
  const { t } = useTranslation();
  const [call, setCall] = useState<OpenDraft | null>(() => keptCallOf(userId));
  const [blank] = useState(beginCall);
  const [lookedFor] = useState(keptDraftId);
  const [saved, setSaved] = useState<SentRecord | null>(null);
  const drafts = useQuery(phoneDraftsQuery);

  if (saved !== null) {
    return (
      <SavedRecord
        sent={saved}
        onNext={() => {
          setSaved(null);
          setCall(beginCall());
          void drafts.refetch();
        }}
      />
    );
  }
  // Only a reload waits: typing into a form that is then replaced would be worse than half a second.
  if (call === null && lookedFor !== null && drafts.isPending) {
    return (
      <>
        <PageHeader title={t('phone.title')} />
        <CaseSkeleton />
      </>
    );
  }
  const current = call ?? drafts.data?.find((draft) => draft.id === lookedFor) ?? blank;
  const others = (drafts.data ?? []).filter((draft) => draft.id !== current.id);
  return (
    <PhoneForm
      key={current.id}
      userId={userId}
      draft={current}
      otherDrafts={others}
      onContinue={setCall}
      onClear={() => {
        forgetCall();
        setCall(beginCall());
        // A draft that could not be removed shows up beside the form, where it can be continued and cleared.
        discardPhoneDraft(current.id).then(
          () => void drafts.refetch(),
          () => undefined,
        );
      }}
      onSaved={(sent) => {
        forgetCall();
        setSaved(sent);
      }}
    />
  );
}
