import { describe, expect, test } from 'vitest';
import { createClientId } from './client-id';
import { addressOf } from './request';

describe('addresses', () => {
  test('filters that are not set do not appear', () => {
    expect(addressOf('/api/v1/board', { light: 'red', channel: undefined, unitId: '' })).toBe(
      '/api/v1/board?light=red',
    );
    expect(addressOf('/api/v1/board')).toBe('/api/v1/board');
  });

  test('ids made by the page are random UUIDs of version 4', () => {
    const ids = new Set(Array.from({ length: 1000 }, createClientId));

    expect(ids.size).toBe(1000);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
