// `jieban hotline parse`: what an import would read from an export; nothing is stored.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { OrderFileUnreadable, type OrderSheet } from '@jieban/application/hotline/order-reader';
import { describeSheet } from '@jieban/hotline/describe-sheet';
import { readOrders } from '@jieban/hotline/read-orders';
import { CommandRefused } from '../command-refused';

export async function runHotlineParseCommand(file: string, { json }: { readonly json?: boolean }): Promise<void> {
  const sheet = await readSheet(file);
  for (const described of describeSheet(sheet)) {
    if (json === true) console.log(JSON.stringify(described));
    else if ('summary' in described) {
      const { rows, good, rejected, format, encoding } = described.summary;
      console.log(
        `共 ${rows} 行:可导入 ${good},退回 ${rejected};格式 ${format}${encoding === null ? '' : ` ${encoding}`}`,
      );
    } else {
      const verdict = described.errors.length === 0 ? '可导入' : `退回:${described.errors.join(';')}`;
      console.log(`第${described.row}行 ${described.orderNumber} ${verdict}`);
    }
  }
}

async function readSheet(file: string): Promise<OrderSheet> {
  try {
    return await readOrders({ bytes: await readFile(file), name: basename(file) });
  } catch (error) {
    if (error instanceof OrderFileUnreadable) throw new CommandRefused(1, `${file}:${error.publicMessage}`);
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new CommandRefused(1, `${file}:没有这个文件`);
    throw error;
  }
}
