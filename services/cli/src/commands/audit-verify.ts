// `jieban audit verify`: proves that nothing was taken out of the history or changed in it, or names where it was.
import type { CaseFault, HistoryBreak, RootFault } from '@jieban/db/audit/history-break';
import { MOST_BREAKS, verifyHistory, type Verification } from '@jieban/db/audit/verify-history';
import type { RootNote } from '@jieban/db/audit/verify-roots';
import { civilDate, InvalidCivilDate } from '@jieban/domain/time/civil-date';
import { CommandRefused } from '../command-refused';
import { withOpenHouse } from '../open-house';
import { createProgress } from '../progress';

interface VerifyOptions {
  readonly root?: readonly string[];
  readonly data?: string;
  readonly json?: boolean;
}

export async function runAuditVerifyCommand({ root = [], json = false, ...flags }: VerifyOptions): Promise<void> {
  const notedRoots = root.map(readNote);
  await withOpenHouse(flags, async ({ connection }) => {
    const progress = createProgress((line) => console.error(line));
    const result = await verifyHistory(connection, {
      notedRoots,
      onBreak: (found) => console.log(json ? JSON.stringify({ broken: found }) : describe(found)),
      onProgress: ({ events, roots }) => progress(() => `已核对 ${events} 条记录、${roots} 个每日根……`),
    });
    if (json) console.log(JSON.stringify({ summary: { isWhole: result.breaks === 0, ...result } }));
    else console.log(summarize(result));
    if (result.breaks > 0) throw new CommandRefused(1, refusal(result));
  });
}

function readNote(text: string): RootNote {
  const [, day, hash] = /^(\d{4}-\d{2}-\d{2})=([0-9a-f]{64})$/i.exec(text) ?? [];
  try {
    if (day !== undefined && hash !== undefined) return { day: civilDate(day), hash: hash.toLowerCase() };
  } catch (error) {
    if (!(error instanceof InvalidCivilDate)) throw error;
  }
  throw new CommandRefused(2, `“${text}”不是每日根:请写成 2026-05-08=64位十六进制`);
}

function summarize({ cases, events, roots, newestRoot }: Verification): string {
  const newest = newestRoot === null ? '尚无每日根' : `每日根 ${roots} 个,最近 ${newestRoot.day}=${newestRoot.hash}`;
  return `案件 ${cases} 件,历史记录 ${events} 条;${newest}`;
}

function refusal({ breaks, isComplete }: Verification): string {
  return isComplete ? `历史记录有 ${breaks} 处不完整` : `历史记录不完整:已查出 ${MOST_BREAKS} 处,核对到此为止,其余未查`;
}

function describe(found: HistoryBreak): string {
  if (found.of === 'root') return `${found.day} 的每日根:${ROOT_FAULTS[found.what]}`;
  const { number, complaintId, seq, what } = found;
  return `${number ?? `编号已不存在的案件(${complaintId})`} 第${seq}条:${CASE_FAULTS[what]}`;
}

const CASE_FAULTS: Readonly<Record<CaseFault, string>> = {
  missing: '记录缺失',
  gap: '序号跳空',
  changed: '记录被改动',
  'wrong-previous-hash': '与上一条不衔接,上一条连同其校验值被替换过',
  'no-history': '案件还在,历史记录全部缺失',
  'case-row-missing': '历史记录还在,案件本身缺失',
  'case-missing': '每日根记有此案,案件及其历史记录全部缺失',
  rewritten: '与每日根所记不符,整条历史被重写过',
};

const ROOT_FAULTS: Readonly<Record<RootFault, string>> = {
  missing: '缺失',
  changed: '被改动',
  'wrong-previous-hash': '与前一日的根不衔接',
  'tails-changed': '所依据的案件清单被改动',
  'no-root': '有案件清单而根缺失',
  'not-as-noted': '与所给的值不符',
};
