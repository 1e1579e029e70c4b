// The typeface of the letters: Noto Serif SC (思源宋体, SIL OFL 1.1) from npm, so that a fresh machine has it without root.
// Only the glyphs that a letter uses go into its file.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { create } from 'fontkit';

const PACKAGE = '@expo-google-fonts/noto-serif-sc';

export interface LetterFonts {
  readonly regular: Buffer;
  readonly bold: Buffer;
  /** Whether both weights can print this code point. */
  readonly has: (codePoint: number) => boolean;
}

/** A font file that holds no single typeface: the package is not the one that this was written for. */
export class UnusableLetterFont extends Error {
  readonly code = 'unusable-letter-font';
  constructor(file: string) {
    super(`The font file ${file} of ${PACKAGE} holds no single typeface. Reinstall the dependencies.`);
    this.name = 'UnusableLetterFont';
  }
}

let loaded: Promise<LetterFonts> | undefined;

/** Reads 30 MB once per process. A failed reading is not remembered. */
export function loadLetterFonts(): Promise<LetterFonts> {
  loaded ??= readFonts().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function readFonts(): Promise<LetterFonts> {
  const [regular, bold] = await Promise.all([
    readTypeface('400Regular/NotoSerifSC_400Regular.ttf'),
    readTypeface('700Bold/NotoSerifSC_700Bold.ttf'),
  ]);
  return {
    regular: regular.bytes,
    bold: bold.bytes,
    has: (codePoint) => regular.codePoints.has(codePoint) && bold.codePoints.has(codePoint),
  };
}

async function readTypeface(file: string): Promise<{ bytes: Buffer; codePoints: ReadonlySet<number> }> {
  const bytes = await readFile(createRequire(import.meta.url).resolve(`${PACKAGE}/${file}`));
  const font = create(bytes);
  if (!('characterSet' in font)) throw new UnusableLetterFont(file);
  return { bytes, codePoints: new Set(font.characterSet) };
}
