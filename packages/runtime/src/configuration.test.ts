import { describe, expect, test } from 'vitest';
import { ConfigurationInvalid, readConfiguration } from './configuration';

function problemsOf(env: Record<string, string>): string[] {
  try {
    readConfiguration(env);
  } catch (error) {
    if (error instanceof ConfigurationInvalid) return error.problems.map(({ variable }) => variable);
    throw error;
  }
  return [];
}

describe('a machine where nothing is set', () => {
  const configuration = readConfiguration({});

  test('gets the embedded Postgres, the queue inside it, and an idle mailbox service', () => {
    expect(configuration).toMatchObject({
      databaseUrl: null,
      redisUrl: null,
      mailbox: null,
      smtp: null,
      mailFrom: null,
    });
  });

  test('listens on loopback only, numbers cases MZ and counts by the policy of the decision', () => {
    expect(configuration).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      publicUrl: 'http://localhost:8080',
      numberPrefix: 'MZ',
      organCode: '民诉',
      deadlinePolicy: 'calendar-roll',
    });
  });
});

test('a mailbox is described by its variables, its folders by a comma-separated list', () => {
  const { mailbox } = readConfiguration({
    JIEBAN_MAILBOX_HOST: 'imap.example.cn',
    JIEBAN_MAILBOX_USER: 'mzj',
    JIEBAN_MAILBOX_PASSWORD: 'code',
    JIEBAN_MAILBOX_FOLDERS: 'INBOX, 垃圾邮件 ,',
    JIEBAN_MAILBOX_TLS: 'starttls',
    JIEBAN_MAILBOX_PORT: '143',
  });

  expect(mailbox).toEqual({
    id: 'public',
    host: 'imap.example.cn',
    port: 143,
    tls: 'starttls',
    user: 'mzj',
    password: 'code',
    folders: ['INBOX', '垃圾邮件'],
    pollSeconds: 30,
  });
});

test.each([
  ['a port that is no port', { JIEBAN_PORT: '70000' }, ['JIEBAN_PORT']],
  ['a port with letters', { JIEBAN_PORT: '80a' }, ['JIEBAN_PORT']],
  ['a database URL of another product', { DATABASE_URL: 'mysql://x' }, ['DATABASE_URL']],
  ['a Redis URL that is none', { REDIS_URL: 'localhost:6379' }, ['REDIS_URL']],
  ['a policy that does not exist', { JIEBAN_DEADLINE_POLICY: 'whenever' }, ['JIEBAN_DEADLINE_POLICY']],
  ['a short encryption key', { JIEBAN_ENCRYPTION_KEYS: 'a:AAAA' }, ['JIEBAN_ENCRYPTION_KEYS']],
  ['a short session secret', { JIEBAN_SESSION_SECRET: 'short' }, ['JIEBAN_SESSION_SECRET']],
  ['an organ code with brackets', { JIEBAN_ORGAN_CODE: '民诉〔2024〕' }, ['JIEBAN_ORGAN_CODE']],
  ['a lower-case number prefix', { JIEBAN_NUMBER_PREFIX: 'mz' }, ['JIEBAN_NUMBER_PREFIX']],
  ['a mailbox without sign-in', { JIEBAN_MAILBOX_HOST: 'h' }, ['JIEBAN_MAILBOX_USER', 'JIEBAN_MAILBOX_PASSWORD']],
  ['a mail server without a sender', { JIEBAN_SMTP_HOST: 'h' }, ['JIEBAN_MAIL_FROM']],
  ['a sender with a line break', { JIEBAN_MAIL_FROM: 'a@b.cn\nBcc: c@d.cn' }, ['JIEBAN_MAIL_FROM']],
  ['half a sign-in for the mail server', { JIEBAN_SMTP_USER: 'u' }, ['JIEBAN_SMTP_USER']],
  ['an endless polling interval', { JIEBAN_MAILBOX_POLL_SECONDS: '0' }, ['JIEBAN_MAILBOX_POLL_SECONDS']],
  ['a clock shifted by words', { JIEBAN_CLOCK_OFFSET_SECONDS: 'a day' }, ['JIEBAN_CLOCK_OFFSET_SECONDS']],
])('%s is refused and the variable named', (_, env, expected) => {
  expect(problemsOf(env)).toEqual(expected);
});

test('all problems come at once', () => {
  expect(problemsOf({ JIEBAN_PORT: 'x', REDIS_URL: 'y', JIEBAN_LOG_LEVEL: 'loud' }).sort()).toEqual([
    'JIEBAN_LOG_LEVEL',
    'JIEBAN_PORT',
    'REDIS_URL',
  ]);
});

test('the message names variables and never repeats a value', () => {
  const secret = 'postgre://user:hunter2@db/jieban';

  expect(() => readConfiguration({ DATABASE_URL: secret, JIEBAN_SESSION_SECRET: 'hunter2' })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('hunter2') as string }),
  );
});

test('a blank variable counts as absent, as compose files pass them on', () => {
  expect(readConfiguration({ DATABASE_URL: '', JIEBAN_PORT: ' ' })).toMatchObject({ databaseUrl: null, port: 8080 });
});

test('letters to a folder and letters to a server exclude each other', () => {
  const env = { JIEBAN_SMTP_HOST: 'h', JIEBAN_MAIL_FROM: 'a@b.cn', JIEBAN_MAIL_FOLDER: 'out' };

  expect(problemsOf(env)).toEqual(['JIEBAN_MAIL_FOLDER']);
});

test('a misspelt variable is reported back for a warning', () => {
  expect(readConfiguration({ JIEBAN_MAILBOX_PASWORD: 'x', PATH: '/bin' }).unknownVariables).toEqual([
    'JIEBAN_MAILBOX_PASWORD',
  ]);
});
