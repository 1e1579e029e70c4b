// A citizen who is planted into everything that comes in, and the search for them in everything that goes out or is
// written down: in plain words and in every form into which a program may turn words on their way.
import iconv from 'iconv-lite';

export const CITIZEN = {
  name: '欧阳瑞雪',
  phone: '13867125590',
  mailbox: 'ouyang.ruixue1987@163.com',
} as const;

/** The ways in which people and programs write a telephone number. */
export const SPOKEN_PHONES = [
  '13867125590',
  '138 6712 5590',
  '138-6712-5590',
  '+86 138-6712-5590',
  '１３８６７１２５５９０',
];

/** Names for what was found, such as `name as base64 of gb18030`; empty when nothing of the person is in the text. */
export function findCitizen(text: string): string[] {
  const folded = text.toLowerCase();
  return NEEDLES.filter(({ needle, anyCase }) =>
    anyCase ? folded.includes(needle.toLowerCase()) : text.includes(needle),
  )
    .map(({ called }) => called)
    .filter((called, position, all) => all.indexOf(called) === position);
}

/** Where it was found, for the one who must mend it: the text around the first plain occurrence. */
export function quoteAround(text: string): string {
  const hit = NEEDLES.map(({ needle }) => text.indexOf(needle)).find((at) => at >= 0) ?? 0;
  return text.slice(Math.max(0, hit - 160), hit + 160);
}

interface Needle {
  readonly called: string;
  readonly needle: string;
  readonly anyCase: boolean;
}

const WORDS: readonly (readonly [string, readonly string[]])[] = [
  ['name', [CITIZEN.name]],
  ['phone', SPOKEN_PHONES],
  // The local part alone tells who it is.
  ['mailbox', [CITIZEN.mailbox, CITIZEN.mailbox.split('@')[0] ?? '']],
];
const NEEDLES: readonly Needle[] = WORDS.flatMap(([called, words]) =>
  words.flatMap((word) => needlesFor(called, word)),
);

function needlesFor(called: string, word: string): Needle[] {
  const utf8 = Buffer.from(word, 'utf8');
  const gb18030 = iconv.encode(word, 'gb18030');
  const needle = (as: string, text: string, anyCase = false): Needle => ({
    called: `${called} as ${as}`,
    needle: text,
    anyCase,
  });
  const escaped = word.replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const disguises = [
    needle('JSON escapes', escaped, true),
    needle('percent escapes', encodeURIComponent(word), true),
    ...[['utf-8', utf8] as const, ['gb18030', gb18030] as const].flatMap(([charset, bytes]) => [
      needle(`hex of ${charset}`, bytes.toString('hex'), true),
      needle(`quoted-printable of ${charset}`, quotedPrintable(bytes), true),
      needle(`bytes of ${charset} taken for latin1`, bytes.toString('latin1')),
      ...base64Forms(bytes).map((form) => needle(`base64 of ${charset}`, form)),
    ]),
  ];
  // Plain digits and letters are no disguise.
  return [needle('words', word, true), ...disguises.filter((each) => each.needle !== word)];
}

function quotedPrintable(bytes: Uint8Array): string {
  return [...bytes]
    .map((byte) => (byte > 0x7e ? `=${byte.toString(16).padStart(2, '0')}` : String.fromCharCode(byte)))
    .join('');
}

/** Inside a longer text the same bytes have three spellings; each less what its neighbours have a share in. */
function base64Forms(bytes: Buffer): string[] {
  return [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const whole = Math.floor(((shift + bytes.length) * 8) / 6);
    return encoded.slice(Math.ceil((shift * 8) / 6), whole);
  });
}
