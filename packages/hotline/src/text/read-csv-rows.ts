import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { cleanCell, type SheetRow } from '../sheet-row';
import { refuseFile } from '../unreadable-file';
import { sniffDelimiter } from './sniff-delimiter';

const CHUNK_BYTES = 256 * 1024;

/** Lets timers and requests of the same process run between chunks: 100,000 rows are some seconds of parsing. */
async function* cutIntoChunks(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    yield bytes.subarray(at, at + CHUNK_BYTES);
    await setImmediate();
  }
}

/** Rows with something in them; every value stays text, so an 18-digit order number keeps its digits. */
export async function readCsvRows(text: string): Promise<SheetRow[]> {
  const { delimiter, start } = sniffDelimiter(text);
  const parser = parse({
    delimiter,
    // All three, because joined files mix them; the longest first, or CRLF would read as two ends.
    record_delimiter: ['\r\n', '\n', '\r'],
    // Real exports quote nothing and have stray quotes in the middle of a sentence.
    relax_quotes: true,
    relax_column_count: true,
    // Blank lines are kept so that row numbers agree with the spreadsheet program.
    skip_empty_lines: false,
  });
  // Buffers, not strings: csv-parse re-encodes each string by itself and would break a surrogate pair at a cut.
  const source = Readable.from(cutIntoChunks(Buffer.from(text.slice(start), 'utf8')));
  const rows: SheetRow[] = [];
  let row = 0;
  try {
    for await (const record of source.pipe(parser) as AsyncIterable<string[]>) {
      row += 1;
      const cells = record.map(cleanCell);
      if (cells.some((cell) => cell !== '')) rows.push({ row, cells });
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw refuseFile(error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'openQuote' : 'otherDocument');
    throw error;
  } finally {
    source.destroy();
  }
  return rows;
}
