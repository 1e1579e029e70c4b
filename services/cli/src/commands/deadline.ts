// `jieban deadline`: both due days with every step, for one receipt or for a CSV of them.
import { parse } from 'csv-parse';
import {
  DEADLINE_POLICIES,
  DEFAULT_POLICY,
  isDeadlinePolicy,
  type DeadlinePolicy,
} from '@jieban/domain/deadline/policies';
import { explainDeadlines, type ExplainedDeadlines } from '@jieban/domain/deadline/explain-deadlines';
import { PUBLISHED_CALENDAR } from '@jieban/domain/deadline/published-calendar';
import { CommandRefused } from '../command-refused';
import { parseReceived } from '../parse-received';

interface DeadlineOptions {
  readonly received?: string;
  readonly policy?: string;
  readonly batch?: boolean;
  readonly json?: boolean;
}

export async function runDeadlineCommand(options: DeadlineOptions): Promise<void> {
  const policy = readPolicy(options.policy);
  if (options.batch === true) return runBatch(policy, options.json === true);
  if (options.received === undefined)
    throw new CommandRefused(2, '请给出 --received 收到时间,或用 --batch 从标准输入读取 CSV');
  const explained = explain(options.received, policy);
  if (explained === null) throw new CommandRefused(2, describeBadInstant(options.received));
  console.log(options.json === true ? JSON.stringify(explained) : describe(explained));
}

function readPolicy(given: string | undefined): DeadlinePolicy {
  if (given === undefined) return DEFAULT_POLICY;
  if (isDeadlinePolicy(given)) return given;
  throw new CommandRefused(2, `没有期限规则“${given}”,可用:${DEADLINE_POLICIES.join('、')}`);
}

function explain(received: string, policy: DeadlinePolicy): ExplainedDeadlines | null {
  const receivedAt = parseReceived(received);
  return receivedAt === null ? null : explainDeadlines({ receivedAt, policy, calendar: PUBLISHED_CALENDAR });
}

const describeBadInstant = (text: string) =>
  `“${text}”不是收到时间:请写成 2026-11-23T10:31:00+08:00(不写时区则按北京时间)`;

/** One result per row, in order; a row that cannot be read gives an error object, and the command ends with 1. */
async function runBatch(policy: DeadlinePolicy, json: boolean): Promise<void> {
  const rows = process.stdin.pipe(parse({ columns: true, bom: true, trim: true, skip_empty_lines: true, info: true }));
  let bad = 0;
  let line = 1;
  for await (const { record } of rows as AsyncIterable<{ record: Record<string, string | undefined> }>) {
    line += 1;
    const received = record['received_at'];
    if (received === undefined) throw new CommandRefused(2, 'CSV 没有 received_at 列');
    const explained = explain(received, policy);
    if (explained !== null) {
      console.log(json ? JSON.stringify(explained) : summarize(explained));
    } else {
      bad += 1;
      const error = `第${line}行:${describeBadInstant(received)}`;
      if (json) console.log(JSON.stringify({ received, error }));
      else console.error(error);
    }
  }
  if (line === 1) throw new CommandRefused(2, '标准输入里没有数据行;需要带表头(含 received_at 列)的 CSV');
  if (bad > 0) throw new CommandRefused(1, `${bad} 行没有算出期限`);
}

function summarize({ received, procedural, substantive }: ExplainedDeadlines): string {
  return `${received}\t程序性答复 ${procedural.dueOn}${mark(procedural)}\t实体办理 ${substantive.dueOn}${mark(substantive)}`;
}

const mark = ({ provisional }: { readonly provisional: boolean }) => (provisional ? '(暂定)' : '');

function describe(explained: ExplainedDeadlines): string {
  const { received, policy, calendarVersion, procedural, substantive } = explained;
  const lines = [`收到 ${received} 规则 ${policy} 日历 ${calendarVersion}`];
  for (const [name, deadline] of [
    ['程序性答复', procedural],
    ['实体办理', substantive],
  ] as const) {
    lines.push('', `${name}:${deadline.dueOn} 24:00 前${mark(deadline)}`);
    for (const step of deadline.steps) {
      lines.push(`  ${step.on}  ${step.text}${step.article === null ? '' : `(${step.article})`}`);
    }
  }
  return lines.join('\n');
}
