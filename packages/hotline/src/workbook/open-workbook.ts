// The parts of an .xlsx package: a zip with XML inside. Nothing is spooled to disk, because the parts hold the names and
// telephones of callers in clear.
import JSZip from 'jszip';
import { refuseFile } from '../unreadable-file';

export interface Workbook {
  /** Part by its path inside the package, letter case and a leading slash ignored; null when there is none. */
  readonly findPart: (path: string) => JSZip.JSZipObject | null;
  /** Paths of all parts, lower case, in the order of the package. */
  readonly paths: readonly string[];
}

/** Some .NET writers part folders with a backslash, and relationship targets may begin with a slash. */
export const foldPath = (path: string): string => path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

/** Throws OrderFileUnreadable for a damaged zip and for a zip that is no .xlsx. */
export async function openWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const zip = await JSZip.loadAsync(bytes).catch(() => {
    throw refuseFile('damaged');
  });
  const parts = new Map(Object.values(zip.files).map((part) => [foldPath(part.name), part]));
  if (parts.has('xl/workbook.bin')) throw refuseFile('binaryExcel');
  if (!parts.has('xl/workbook.xml')) throw refuseFile('otherDocument');
  return { findPart: (path) => parts.get(foldPath(path)) ?? null, paths: [...parts.keys()] };
}
