// What the default view shows of a person: enough to recognise a caller one already knows, too little to find one.
// QQ and 163 mailbox names often are the phone or QQ number, so they are masked like one (DOMAIN §2).

/** 张三 → 张**, 欧阳修文 → 欧**; empty stays empty. */
export function maskName(name: string): string {
  const [first] = Array.from(name.trim());
  return first === undefined ? '' : `${first}**`;
}

/** 13812345678 → 138****5678; anything shorter than seven digits shows its last two only. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (digits === '') return '';
  return digits.length >= 7 ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : `****${digits.slice(-2)}`;
}

/** abc@qq.com → a***@qq.com. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  if (at <= 0) return email === '' ? '' : '***';
  const [first] = Array.from(email);
  return `${first ?? ''}***${email.slice(at)}`;
}

/** Keeps the first three characters (usually the district). */
export function maskAddress(address: string): string {
  const characters = Array.from(address.trim());
  return characters.length === 0 ? '' : `${characters.slice(0, 3).join('')}****`;
}

/** One spelling per phone: digits only, without the country prefix 86, so that the same caller is found again. */
export function canonicalPhone(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/\D/g, '');
  return digits.length === 13 && digits.startsWith('86') ? digits.slice(2) : digits;
}

/** One spelling per mailbox. */
export function canonicalEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}
