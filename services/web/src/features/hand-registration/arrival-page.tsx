// 登记来信、来访、信访转办: one form, because a desk has one pile; the door decides which day counts.
import type { RegisteredByHand } from '@jieban/contracts/api/told';
import { mayDo } from '@jieban/domain/access/permissions';
import type { HandChannel } from '@jieban/domain/intake/hand-receipt';
import { useState, type ReactElement } from 'react';
import { useSession } from '../../api/session-query';
import { NoPermission } from '../../ui/no-permission';
import type { SentOnce } from '../../ui/use-send-once';
import { beginArrival, type OpenArrival } from './arrival';
import { ArrivalForm } from './arrival-form';
import { forgetArrival, keptArrivalOf } from './kept-arrival';
import { SavedArrival } from './saved-arrival';
import '../../ui/registration-form.css';

export function ArrivalPage(): ReactElement {
  const { user } = useSession();
  return mayDo(user.role, 'arrival.register') ? (
    <ArrivalDesk userId={user.id} />
  ) : (
    <NoPermission action="arrival.register" />
  );
}

function ArrivalDesk({ userId }: { userId: string }): ReactElement {
  const [arrival, setArrival] = useState(() => keptArrivalOf(userId) ?? beginArrival());
  const [saved, setSaved] = useState<{ sent: SentOnce<RegisteredByHand>; arrival: OpenArrival } | null>(null);

  function beginNext(channel: HandChannel): void {
    forgetArrival();
    setArrival(beginArrival(channel));
    setSaved(null);
  }

  if (saved !== null) {
    const { fields, files } = saved.arrival;
    return <SavedArrival sent={saved.sent} files={files} onNext={() => beginNext(fields.channel)} />;
  }
  return (
    <ArrivalForm
      key={arrival.id}
      userId={userId}
      arrival={arrival}
      onClear={() => beginNext(arrival.fields.channel)}
      onSaved={(sent, current) => {
        forgetArrival();
        setSaved({ sent, arrival: current });
      }}
    />
  );
}
