import { expect, test } from 'vitest';
import { isConnectionLoss } from './postgres-pool';

test.each([
  ['the server was told to stop', { code: '57P01' }, true],
  ['the server crashed', { code: '57P02' }, true],
  ['the server is starting', { code: '57P03' }, true],
  ['nobody listens there', { code: 'ECONNREFUSED' }, true],
  ['Connection terminated unexpectedly', {}, true],
  ['timeout exceeded when trying to connect', {}, true],
  ['Client has encountered a connection error and is not queryable', {}, true],
  ['deadlock detected', { code: '40P01' }, false],
  ['bullmq: job x not active', { code: 'BM001' }, false],
  ['permission denied', { code: '42501' }, false],
])('"%s" is told apart from an error of the statement', (message, fields, isLoss) => {
  expect(isConnectionLoss(Object.assign(new Error(message), fields))).toBe(isLoss);
});
