import { foldPath, type Workbook } from './open-workbook';
import { parsePart } from './parse-part';

export interface SheetList {
  /** Paths of the sheet parts: visible sheets in the order of their tabs, then hidden ones. */
  readonly paths: readonly string[];
  readonly usesDate1904: boolean;
}

async function readTargets(workbook: Workbook): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  const part = workbook.findPart('xl/_rels/workbook.xml.rels');
  if (part === null) return targets;
  await parsePart(part, {
    open: (name, { Id: id = '', Target: target = '' }) => {
      if (name === 'Relationship') targets.set(id, foldPath(target.startsWith('/') ? target : `xl/${target}`));
    },
  });
  return targets;
}

export async function listSheets(workbook: Workbook): Promise<SheetList> {
  const targets = await readTargets(workbook);
  const [visible, hidden]: [string[], string[]] = [[], []];
  let usesDate1904 = false;
  const part = workbook.findPart('xl/workbook.xml');
  if (part !== null) {
    await parsePart(part, {
      open: (name, attributes) => {
        if (name === 'workbookPr') usesDate1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
        // `id` is r:id without its prefix.
        const path = name === 'sheet' ? targets.get(attributes['id'] ?? '') : undefined;
        if (path !== undefined)
          (attributes['state'] === undefined || attributes['state'] === 'visible' ? visible : hidden).push(path);
      },
    });
  }
  const listed = [...visible, ...hidden];
  // A package whose relationships do not fit is still read, in the order of its parts.
  const paths = listed.length > 0 ? listed : workbook.paths.filter((path) => /^xl\/worksheets\/[^/]+\.xml$/.test(path));
  return { paths, usesDate1904 };
}
