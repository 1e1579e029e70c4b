import { expect, test } from 'vitest';
import { formatServerOptions } from './server-settings';

test('the server listens on loopback and keeps failed statements out of its log', () => {
  const options = formatServerOptions(5433, {});

  expect(options).toContain('-c listen_addresses=127.0.0.1');
  expect(options).toContain('-c log_min_error_statement=panic');
  expect(options).toContain('-c port=5433');
});

test('durability is on unless a test turns it off', () => {
  expect(formatServerOptions(5433, {})).not.toContain('fsync');
  expect(formatServerOptions(5433, { fsync: 'off' })).toContain('-c fsync=off');
});

test.each([
  ['a value', { fsync: 'off; rm -rf /' }],
  ['a name', { 'fsync=off -c x': '1' }],
])('%s that a shell would read otherwise is refused', (_, settings) => {
  expect(() => formatServerOptions(5433, settings as Record<string, string>)).toThrow(RangeError);
});
