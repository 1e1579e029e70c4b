import type { HotlineImport } from '@jieban/contracts/api/intake';
import type { TFunction } from 'i18next';
import { writeCsv } from '../../ui/csv-file';

/** Row numbers as the spreadsheet shows them, one line per rejected row. */
export function writeRejectedCsv(rejected: HotlineImport['rejected'], t: TFunction): string {
  return writeCsv([
    [t('imports.row'), t('imports.reasons')],
    ...rejected.map(({ row, reasons }) => [row, reasons.join(';')]),
  ]);
}
