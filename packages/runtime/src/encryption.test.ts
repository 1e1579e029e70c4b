import fc from 'fast-check';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { generateKeyRingEntry, keyedHash, loadKeyRing, open, parseKeyRing, seal } from './encryption';

const oldKey = generateKeyRingEntry();
const newKey = generateKeyRingEntry();
const ring = parseKeyRing(oldKey);
const PLACE = 'person.phone/018f';

describe('a sealed value', () => {
  test('opens to the same bytes, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (plain, place) => {
        expect(open(seal(plain, ring, place), ring, place)).toEqual(Buffer.from(plain));
      }),
    );
  });

  test('does not open in another row', () => {
    const sealed = seal(Buffer.from('张三'), ring, PLACE);

    expect(() => open(sealed, ring, 'person.phone/018e')).toThrow(
      expect.objectContaining({ code: 'encryption.tampered' }),
    );
  });

  test('does not open when a single bit was changed', () => {
    const sealed = seal(Buffer.from('13800000000'), ring, PLACE);

    for (let byte = 0; byte < sealed.ciphertext.length; byte += 1) {
      const ciphertext = Buffer.from(sealed.ciphertext);
      ciphertext.writeUInt8(ciphertext.readUInt8(byte) ^ 1, byte);
      expect(() => open({ ...sealed, ciphertext }, ring, PLACE)).toThrow(
        expect.objectContaining({ code: 'encryption.tampered' }),
      );
    }
  });

  test('does not open when it was cut short, even to nothing', () => {
    const sealed = seal(Buffer.from('张三'), ring, PLACE);

    for (let length = 0; length < sealed.ciphertext.length; length += 1) {
      const cut = { ...sealed, ciphertext: sealed.ciphertext.subarray(0, length) };
      expect(() => open(cut, ring, PLACE)).toThrow(expect.objectContaining({ code: 'encryption.tampered' }));
    }
  });

  test('looks different each time', () => {
    const [first, second] = [seal(Buffer.from('a'), ring, PLACE), seal(Buffer.from('a'), ring, PLACE)];

    expect(first.ciphertext.equals(second.ciphertext)).toBe(false);
  });
});

describe('after a new key was put in front of the ring', () => {
  const rotated = parseKeyRing(`${newKey},${oldKey}`);

  test('what the old key sealed still opens, and the new key seals', () => {
    expect(open(seal(Buffer.from('张三'), ring, PLACE), rotated, PLACE).toString()).toBe('张三');
    expect(seal(Buffer.from('张三'), rotated, PLACE).keyId).toBe(newKey.split(':')[0]);
  });

  test('stored hashes are still found', () => {
    expect(keyedHash(rotated, 'phone', '13800000000')).toEqual(keyedHash(ring, 'phone', '13800000000'));
  });

  test('without the old key, its values say which key is missing', () => {
    expect(() => open(seal(Buffer.from('x'), ring, PLACE), parseKeyRing(newKey), PLACE)).toThrow(
      expect.objectContaining({ code: 'encryption.unknown-key' }),
    );
  });
});

test('the hash of a telephone number says nothing about the same number in another column', () => {
  expect(keyedHash(ring, 'phone', '1')).not.toEqual(keyedHash(ring, 'id-number', '1'));
  expect(keyedHash(ring, 'phone', '1')).not.toEqual(keyedHash(parseKeyRing(newKey), 'phone', '1'));
});

test.each([
  ['nothing', ''],
  ['no id', Buffer.alloc(32).toString('base64')],
  ['a key of 16 bytes', `a:${Buffer.alloc(16).toString('base64')}`],
  ['two keys of one id', `${oldKey},${oldKey}`],
])('a key ring of %s is refused without repeating it', (_, text) => {
  expect(() => parseKeyRing(text)).toThrow(expect.objectContaining({ code: 'encryption.key-ring-unreadable' }));
});

describe('at the first start', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'jieban-keys-'));
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  test('a key ring is made in the data folder, for its owner only', async () => {
    await loadKeyRing({ encryptionKeys: null, dataDir });

    expect((await stat(join(dataDir, 'encryption-keys'))).mode & 0o777).toBe(0o600);
  });

  test('processes that start at once agree on one ring, and so does every later start', async () => {
    const rings = await Promise.all(Array.from({ length: 8 }, () => loadKeyRing({ encryptionKeys: null, dataDir })));

    const stored = parseKeyRing(await readFile(join(dataDir, 'encryption-keys'), 'utf8'));
    expect(rings).toEqual(rings.map(() => stored));
  });
});
