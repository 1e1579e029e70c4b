// What a file really is, told by its first bytes (文件类型): names and declared types are what their sender liked. The
// answer decides two things only: whether a browser may show the file, and which warning stands beside it. Nothing here
// opens a file; an archive is named as one and never looked into.

export type FileFamily = 'document' | 'picture' | 'executable' | 'archive' | 'unknown';

export interface FileKind {
  readonly mediaType: string;
  readonly family: FileFamily;
  /** May be shown inside the browser; everything else is only ever saved to disk. */
  readonly shownInline: boolean;
}

interface Signature extends FileKind {
  /** Hexadecimal. */
  readonly hex: string;
  readonly offset?: number;
}

const UNKNOWN: FileKind = { mediaType: 'application/octet-stream', family: 'unknown', shownInline: false };

const scan = (hex: string, mediaType: string, family: FileFamily, shownInline: boolean): Signature => ({
  hex,
  mediaType,
  family,
  shownInline,
});
const executable = (hex: string, mediaType = 'application/x-executable'): Signature =>
  scan(hex, mediaType, 'executable', false);
const archive = (hex: string, mediaType: string, offset = 0): Signature => ({
  ...scan(hex, mediaType, 'archive', false),
  offset,
});

/** The scans that the desk makes, then what must be flagged. First match counts. */
const SIGNATURES: readonly Signature[] = [
  scan('255044462d', 'application/pdf', 'document', true),
  scan('ffd8ff', 'image/jpeg', 'picture', true),
  scan('89504e470d0a1a0a', 'image/png', 'picture', true),
  // Browsers show no TIFF.
  scan('49492a00', 'image/tiff', 'picture', false),
  scan('4d4d002a', 'image/tiff', 'picture', false),
  scan('49492b00', 'image/tiff', 'picture', false),
  scan('4d4d002b', 'image/tiff', 'picture', false),
  executable('4d5a', 'application/vnd.microsoft.portable-executable'),
  executable('7f454c46', 'application/x-elf'),
  executable('feedface', 'application/x-mach-binary'),
  executable('feedfacf', 'application/x-mach-binary'),
  executable('cefaedfe', 'application/x-mach-binary'),
  executable('cffaedfe', 'application/x-mach-binary'),
  executable('cafebabe', 'application/x-mach-binary'),
  executable('6465780a', 'application/x-dex'),
  executable('0061736d', 'application/wasm'),
  executable('2321', 'text/x-script'),
  executable('4c0000000114020000000000c000000000000046', 'application/x-ms-shortcut'),
  // Also Word, Excel and WPS files of today, which are ZIP archives and may hold macros.
  archive('504b0304', 'application/zip'),
  archive('504b0506', 'application/zip'),
  archive('504b0708', 'application/zip'),
  archive('526172211a07', 'application/vnd.rar'),
  archive('377abcaf271c', 'application/x-7z-compressed'),
  archive('1f8b', 'application/gzip'),
  archive('425a68', 'application/x-bzip2'),
  archive('fd377a585a00', 'application/x-xz'),
  archive('28b52ffd', 'application/zstd'),
  archive('4d534346', 'application/vnd.ms-cab-compressed'),
  archive('7573746172', 'application/x-tar', 257),
  archive('4344303031', 'application/x-iso9660-image', 0x8001),
  // Word, Excel and WPS files of old, mails saved by Outlook and Windows installers: one container for all of them.
  archive('d0cf11e0a1b11ae1', 'application/x-ole-storage'),
];

/** Never throws, whatever the bytes are. */
export function fileKindOf(bytes: Uint8Array): FileKind {
  const found = SIGNATURES.find((signature) => matches(bytes, signature));
  if (found === undefined) return UNKNOWN;
  const { mediaType, family, shownInline } = found;
  return { mediaType, family, shownInline };
}

const KINDS: ReadonlyMap<string, FileKind> = new Map(
  SIGNATURES.map(({ mediaType, family, shownInline }) => [mediaType, { mediaType, family, shownInline }]),
);

/** The kind that was told when the file was stored. */
export function fileKindNamed(mediaType: string): FileKind {
  return KINDS.get(mediaType) ?? UNKNOWN;
}

function matches(bytes: Uint8Array, { hex, offset = 0 }: Signature): boolean {
  const length = hex.length / 2;
  if (bytes.length < offset + length) return false;
  for (let position = 0; position < length; position += 1) {
    if (bytes[offset + position] !== Number.parseInt(hex.slice(position * 2, position * 2 + 2), 16)) return false;
  }
  return true;
}
