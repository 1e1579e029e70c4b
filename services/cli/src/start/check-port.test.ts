import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { checkPort } from './check-port';

test('a port that is taken is named, with the flag that helps', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;

  await expect(checkPort('127.0.0.1', port)).rejects.toMatchObject({
    code: 'start.port-taken',
    message: expect.stringMatching(new RegExp(`${port}.*--port`)) as string,
  });

  other.close();
  await once(other, 'close');
  await expect(checkPort('127.0.0.1', port)).resolves.toBeUndefined();
});

test('an address that this machine does not have is named', async () => {
  await expect(checkPort('192.0.2.1', 8080)).rejects.toMatchObject({ code: 'start.host-unknown' });
});
