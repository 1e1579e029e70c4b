// A character that the typeface lacks would be printed as an empty box, and nobody would know which one it was. It is
// printed as its code point instead, and named, so that an officer can choose another way to write it.

export interface UnprintableCharacter {
  readonly character: string;
  /** `U+20BB7`. */
  readonly codePoint: string;
  /** Chinese, for the screen. */
  readonly message: string;
}

export interface PrintableText {
  readonly text: string;
  readonly unprintable: readonly UnprintableCharacter[];
}

/** Invisible by definition: joiners, variation selectors, byte order marks. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

export function printableText(text: string, has: (codePoint: number) => boolean): PrintableText {
  const unprintable: UnprintableCharacter[] = [];
  const printed = Array.from(text.replace(INVISIBLE, '').replace(/[\s\p{Cc}]/gu, keepWideBlank), (character) => {
    const number = character.codePointAt(0) ?? 0;
    if (has(number)) return character;
    const codePoint = `U+${number.toString(16).toUpperCase().padStart(4, '0')}`;
    unprintable.push({
      character,
      codePoint,
      message: `字体中没有“${character}”（${codePoint}），文书中以编码代替，请改用其他写法或者手工填写。`,
    });
    return `［${codePoint}］`;
  });
  return { text: printed.join(''), unprintable };
}

/** The blank of Chinese typesetting is kept; tabs and the like become plain ones. */
function keepWideBlank(blank: string): string {
  return blank === '\u3000' ? blank : ' ';
}
