// Who complained, as everybody with the case sees them: masked. The uncovered form has its own presenter below and its
// own endpoint, which records each look.
import type { ComplaintDetail, RevealedIdentity } from '@jieban/contracts/api/complaint';
import type { Identity } from '@jieban/application/register/registration-store';
import { maskAddress, maskEmail, maskName, maskPhone } from '@jieban/domain/identity/mask';

export function presentComplainant(
  facts: { readonly isAnonymous: boolean; readonly wantsSecrecy: boolean },
  identity: Identity,
  reveals: number,
): ComplaintDetail['complainant'] {
  return {
    isAnonymous: facts.isAnonymous,
    wantsSecrecy: facts.wantsSecrecy,
    nameMasked: known(maskName(identity.name)),
    phoneMasked: known(maskPhone(identity.phone)),
    emailMasked: known(maskEmail(identity.email)),
    addressMasked: known(maskAddress(identity.address)),
    reveals,
  };
}

/** For the answer to a reveal only. */
export function presentRevealedIdentity({ name, phone, email, address }: Identity): RevealedIdentity {
  return { name: known(name), phone: known(phone), email: known(email), address: known(address) };
}

const known = (text: string): string | null => (text === '' ? null : text);
