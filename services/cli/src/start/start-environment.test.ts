import { expect, test } from 'vitest';
import { applyFlags, childEnvironment } from './start-environment';

test('a flag wins over the variable of the same setting, and no flag leaves it alone', () => {
  const env = { JIEBAN_PORT: '8080', JIEBAN_HOST: '0.0.0.0' };

  expect(applyFlags(env, { port: '9090', data: '/srv/jieban' })).toEqual({
    JIEBAN_PORT: '9090',
    JIEBAN_HOST: '0.0.0.0',
    JIEBAN_DATA_DIR: '/srv/jieban',
  });
});

const facts = { databaseUrl: 'postgres://x', dataDir: '/srv', isTerminal: true };

test('in a terminal the services only speak up when something is wrong', () => {
  expect(childEnvironment({}, facts)['JIEBAN_LOG_LEVEL']).toBe('warn');
  expect(childEnvironment({ JIEBAN_LOG_LEVEL: 'debug' }, facts)['JIEBAN_LOG_LEVEL']).toBe('debug');
  expect(childEnvironment({}, { ...facts, isTerminal: false })['JIEBAN_LOG_LEVEL']).toBeUndefined();
});

test('every service gets the same database and data folder', () => {
  expect(childEnvironment({ DATABASE_URL: '' }, facts)).toMatchObject({
    DATABASE_URL: 'postgres://x',
    JIEBAN_DATA_DIR: '/srv',
  });
});
