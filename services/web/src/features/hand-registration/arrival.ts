// A letter, visit or referral as it stands in the form, and how it travels to the server.
import { API } from '@jieban/contracts/api/routes';
import { registeredByHandSchema, type RegisteredByHand } from '@jieban/contracts/api/told';
import type { HandChannel } from '@jieban/domain/intake/hand-receipt';
import { civilDateOf } from '@jieban/domain/time/civil-date';
import { formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';
import { createClientId } from '../../api/client-id';
import { requestJson } from '../../api/request';
import type { ChosenFile } from '../../ui/use-attachment-uploads';

/** Every field of every door, so that a switch of the door keeps the words. */
export interface ArrivalFields {
  readonly channel: HandChannel;
  readonly complainantName: string;
  readonly complainantPhone: string;
  readonly complainantAddress: string;
  readonly isAnonymous: boolean;
  readonly wantsSecrecy: boolean;
  readonly accusedText: string;
  readonly accusedUnitId: string | null;
  readonly place: string;
  readonly subject: string;
  readonly content: string;
  readonly demand: string;
  readonly referenceNumber: string;
  /** `YYYY-MM-DD`: signed for (letter), reached us (referral). */
  readonly receivedOn: string | null;
  /** ISO instant; of a visit. */
  readonly visitedAt: string | null;
  /** `YYYY-MM-DD`; of a referral. */
  readonly limitOn: string | null;
}

export interface OpenArrival {
  /** Made by the page; the same paper never becomes two cases. */
  readonly id: string;
  readonly fields: ArrivalFields;
  readonly files: readonly ChosenFile[];
}

/** The door stays open for the next one: letters come in bundles. */
export function beginArrival(channel: HandChannel = 'letter'): OpenArrival {
  const now = new Date();
  return {
    id: createClientId(),
    files: [],
    fields: {
      channel,
      complainantName: '',
      complainantPhone: '',
      complainantAddress: '',
      isAnonymous: false,
      wantsSecrecy: false,
      accusedText: '',
      accusedUnitId: null,
      place: '',
      subject: '',
      content: '',
      demand: '',
      referenceNumber: '',
      receivedOn: civilDateOf(now),
      visitedAt: formatShanghaiInstant(now),
      limitOn: null,
    },
  };
}

/** The instant that the preview counts from; null while the day is missing. */
export function receiptOf({ channel, receivedOn, visitedAt }: ArrivalFields): string | null {
  if (channel === 'visit') return visitedAt;
  return receivedOn === null ? null : `${receivedOn}T00:00:00+08:00`;
}

export function sendArrival({ id, fields }: OpenArrival): Promise<RegisteredByHand> {
  return requestJson(API.handRegistrations, registeredByHandSchema, {
    method: 'POST',
    body: bodyOf(id, fields),
    idempotencyKey: id,
  });
}

/** Only the fields of the chosen door leave the page. */
export function bodyOf(clientId: string, { receivedOn, visitedAt, limitOn, ...told }: ArrivalFields): object {
  const accusedUnitId = told.accusedUnitId ?? null;
  switch (told.channel) {
    case 'letter':
      return { ...told, accusedUnitId, clientId, signedForOn: receivedOn };
    case 'visit':
      return { ...told, accusedUnitId, clientId, ...(visitedAt === null ? {} : { visitedAt }) };
    case 'petition':
      return { ...told, accusedUnitId, clientId, reachedOn: receivedOn, limitOn };
  }
}
