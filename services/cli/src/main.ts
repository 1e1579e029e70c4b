// The `jieban` command. Each command is a file of its own, loaded when it is called: `jieban deadline` must not wait
// for a database driver. Exit codes: 0 ok, 1 refused or failed, 2 usage.
import { Command, CommanderError } from 'commander';
import { CommandRefused } from './command-refused';

// `jieban … | head` closes the pipe early; that is the reader's right and no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const program = new Command('jieban')
  .description('接办:投诉举报接收与期限督办。Complaint intake and deadline enforcement.')
  .showHelpAfterError('(jieban --help 查看用法)')
  .exitOverride();

program
  .command('start')
  .description('在内置数据库上启动全部服务 / everything on embedded Postgres')
  .option('--data <dir>', '数据目录 / data folder')
  .option('--host <address>', '监听地址 / address to listen on')
  .option('--port <n>', '端口 / port')
  .option('--demo', '载入演示数据 / load a lifelike demo')
  .action(async (options: { data?: string; host?: string; port?: string; demo?: boolean }) => {
    const { runStartCommand } = await import('./commands/start');
    await runStartCommand(options);
  });

program
  .command('migrate')
  .description('升级数据库结构 / bring the database to the current schema, make the first admin')
  .option('--data <dir>', '数据目录 / data folder')
  .action(async (options: { data?: string }) => {
    const { runMigrateCommand } = await import('./commands/migrate');
    await runMigrateCommand(options);
  });

program
  .command('deadline')
  .description('计算两个期限并说明每一步 / both due days with their explanation')
  .option('--received <instant>', '收到时间,如 2026-11-23T10:31:00+08:00')
  .option('--policy <name>', '期限规则 / calendar-roll | working-days | no-roll')
  .option('--batch', '从标准输入读取含 received_at 列的 CSV / CSV on stdin, one result per row')
  .option('--json', 'JSON 输出 / JSON (NDJSON with --batch)')
  .action(async (options: { received?: string; policy?: string; batch?: boolean; json?: boolean }) => {
    const { runDeadlineCommand } = await import('./commands/deadline');
    await runDeadlineCommand(options);
  });

const mail = program.command('mail').description('邮件 / mail');
mail
  .command('parse <files...>')
  .description('解析邮件文件,不保存 / parse, store nothing')
  .option('--json', 'NDJSON')
  .action(async (files: string[], options: { json?: boolean }) => {
    const { runMailParseCommand } = await import('./commands/mail-parse');
    await runMailParseCommand(files, options);
  });
mail
  .command('ingest <paths...>')
  .description('收取 .eml 文件或目录,与邮箱服务同一路径 / the same path as the mailbox service; idempotent')
  .option('--data <dir>', '数据目录 / data folder')
  .option('--json', 'JSON')
  .action(async (paths: string[], options: { data?: string; json?: boolean }) => {
    const { runMailIngestCommand } = await import('./commands/mail-ingest');
    await runMailIngestCommand(paths, options);
  });

const hotline = program.command('hotline').description('12345 热线导出 / 12345 exports');
hotline
  .command('parse <file>')
  .description('解析导出文件,不保存 / parse, store nothing')
  .option('--json', 'NDJSON')
  .action(async (file: string, options: { json?: boolean }) => {
    const { runHotlineParseCommand } = await import('./commands/hotline-parse');
    await runHotlineParseCommand(file, options);
  });
hotline
  .command('import <file>')
  .description('导入工单,重复导入不产生变化 / import; the same file again changes nothing')
  .option('--dry-run', '只给出逐行结论 / verdicts only, nothing is registered')
  .option('--data <dir>', '数据目录 / data folder')
  .option('--json', 'JSON')
  .action(async (file: string, options: { dryRun?: boolean; data?: string; json?: boolean }) => {
    const { runHotlineImportCommand } = await import('./commands/hotline-import');
    await runHotlineImportCommand(file, options);
  });

program
  .command('user')
  .description('用户 / users')
  .command('add')
  .requiredOption('--login <name>', '登录名 / sign-in name')
  .requiredOption('--name <name>', '姓名 / display name')
  .requiredOption(
    '--role <role>',
    'intake_officer | handler | unit_head | legal_reviewer | supervisor | bureau_leader | auditor | admin',
  )
  .requiredOption('--unit <code>', '单位代码 / unit code')
  .option('--email <address>', '接收督办通知的邮箱 / where notices go')
  .option('--data <dir>', '数据目录 / data folder')
  .action(
    async (options: { login: string; name: string; role: string; unit: string; email?: string; data?: string }) => {
      const { runUserAddCommand } = await import('./commands/user-add');
      await runUserAddCommand(options);
    },
  );

program
  .command('audit')
  .description('审计 / audit')
  .command('verify')
  .description('核对历史链与每日根,指出第一处断裂 / prove the history, or name its first broken link')
  .option('--root <day=hash...>', '另行抄存的每日根,须与库中一致 / daily roots noted elsewhere')
  .option('--data <dir>', '数据目录 / data folder')
  .option('--json', 'NDJSON')
  .action(async (options: { root?: string[]; data?: string; json?: boolean }) => {
    const { runAuditVerifyCommand } = await import('./commands/audit-verify');
    await runAuditVerifyCommand(options);
  });

program
  .command('keys')
  .description('密钥 / encryption keys')
  .command('rotate')
  .description('把封存的内容换到最新密钥 / seal everything under the newest key of the ring; resumable')
  .option('--dry-run', '只列出各密钥的条数 / counts per key only')
  .option('--data <dir>', '数据目录 / data folder')
  .option('--json', 'NDJSON')
  .action(async (options: { dryRun?: boolean; data?: string; json?: boolean }) => {
    const { runKeysRotateCommand } = await import('./commands/keys-rotate');
    await runKeysRotateCommand(options);
  });

const calendar = program.command('calendar').description('工作日历 / working calendar');
calendar
  .command('load <file>')
  .description('载入新的放假安排,先列出到期日变动的案件 / a new holiday notice; lists the cases whose day moves')
  .option('--apply', '生效;不加则只列出 / apply it; without this nothing changes')
  .option('--data <dir>', '数据目录 / data folder')
  .option('--json', 'NDJSON')
  .action(async (file: string, options: { apply?: boolean; data?: string; json?: boolean }) => {
    const { runCalendarLoadCommand } = await import('./commands/calendar-load');
    await runCalendarLoadCommand(file, options);
  });
calendar
  .command('show <year>')
  .description('显示一年的放假和调休上班 / one year as the house counts it')
  .option('--data <dir>', '数据目录 / data folder')
  .option('--json', 'JSON')
  .action(async (year: string, options: { data?: string; json?: boolean }) => {
    const { runCalendarShowCommand } = await import('./commands/calendar-show');
    await runCalendarShowCommand(year, options);
  });

/** Errors of the house carry a code like `postgres.port-taken` and a message for people; of others the stack helps. */
function isMeantToBeShown(error: unknown): error is Error {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && /^[a-z-]+\.[a-z-]+$/.test(error.code)
  );
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has printed what is wrong and how to use it; help asked for is no mistake.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else if (error instanceof CommandRefused) {
    console.error(error.message);
    process.exitCode = error.exitCode;
  } else {
    console.error(isMeantToBeShown(error) ? error.message : error);
    process.exitCode = 1;
  }
}
