// By which way a letter is told. A way that the case does not offer is refused at once, not when the letter is signed.
import { LETTER_KIND_FACTS, type LetterKind } from '@jieban/domain/letters/letter-kinds';
import type { LetterChannel } from '@jieban/domain/letters/letter-delivery';
import { LetterRefused } from './letter-errors';
import type { CaseOfLetter } from './letter-store';

/** Without a wish: the way by which the complaint came, as far as an answer can take it. @throws LetterRefused */
export function channelFor(
  letterId: string,
  kind: LetterKind,
  wanted: LetterChannel | null,
  found: CaseOfLetter,
): LetterChannel | null {
  if (LETTER_KIND_FACTS[kind].audience === 'unit') return null;
  const channel = wanted ?? usualChannel(found);
  if (channel === 'mail' && found.identity.email.trim() === '')
    throw new LetterRefused(letterId, 'no-address', '本件没有登记电子邮箱,请选择其他告知方式');
  if (channel === 'hotline' && found.channel !== 'hotline')
    throw new LetterRefused(letterId, 'channel-not-of-case', '本件不是12345热线工单,不能通过热线回复');
  // DOMAIN §8.13: the duty falls away only where nobody can be told.
  const { email, phone, address } = found.identity;
  if (channel === 'none' && [email, phone, address].some((way) => way.trim() !== ''))
    throw new LetterRefused(letterId, 'channel-not-of-case', '本件登记有联系方式,应当告知投诉举报人');
  return channel;
}

function usualChannel({ channel, identity }: CaseOfLetter): LetterChannel {
  if (identity.email.trim() !== '') return 'mail';
  if (channel === 'hotline') return 'hotline';
  if (identity.phone.trim() !== '') return 'phone';
  return identity.address.trim() === '' ? 'none' : 'post';
}
