import postgres from 'postgres';
import { expect, test } from 'vitest';
import { createLogger, type Logger } from './logger';

function logTo(write: (log: Logger) => void): string {
  let written = '';
  write(createLogger({ service: 'worker', level: 'info', destination: { write: (line) => (written += line) } }));
  return written;
}

test('a line carries the service, the level as a word and the ids', () => {
  const line: unknown = JSON.parse(logTo((log) => log.info({ complaintId: '018f' }, 'registered')));

  expect(line).toMatchObject({ service: 'worker', level: 'info', complaintId: '018f', msg: 'registered' });
});

test.each(['phone', 'name', 'idNumber', 'subject', 'content', 'password', 'cookie', 'databaseUrl'])(
  'a slip that logs %s leaves no trace of it, at the top or inside',
  (field) => {
    const written = logTo((log) => {
      log.info({ [field]: 'SECRET-A', caller: { [field]: 'SECRET-B' }, item: { caller: { [field]: 'SECRET-C' } } });
      log.info({ item: { [field]: 'SECRET-D' }, a: { b: { [field]: 'SECRET-E' } } });
    });

    expect(written).not.toContain('SECRET');
  },
);

test('the values of a failed statement stay out of the log', () => {
  const unique = new postgres.PostgresError('duplicate key value violates unique constraint "person_phone_key"');
  Object.assign(unique, { code: '23505', detail: 'Key (phone)=(13800000000) already exists.', table_name: 'person' });
  const query = new Error('Failed query: insert into person values ($1)\nparams: 13800000000,张三', { cause: unique });

  const written = logTo((log) => log.error({ err: query }, 'register failed'));

  expect(written).not.toMatch(/13800000000|张三/);
  expect(written).toContain('23505');
  expect(written).toContain('"table":"person"');
});

test('a value quoted by Postgres is withheld, the kind of mistake is not', () => {
  const error = new Error('invalid input syntax for type uuid: "张三"');

  const written = logTo((log) => {
    log.error({ err: error });
    log.error(error);
  });

  expect(written).not.toContain('张三');
  expect(written).toContain('invalid input syntax for type uuid');
});
