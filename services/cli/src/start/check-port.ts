// Looks whether the web server could listen, before Postgres is started and migrated for nothing.
import { createServer } from 'node:net';
import { StartFailed } from './start-failed';

/**
 * Resolves when `host:port` is free.
 * @throws StartFailed start.port-taken, start.port-forbidden or start.host-unknown
 */
export async function checkPort(host: string, port: number): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host, port, exclusive: true }, resolve);
    });
  } catch (error) {
    throw explain(host, port, error);
  }
  await new Promise((resolve) => server.close(resolve));
}

function explain(host: string, port: number, error: unknown): unknown {
  switch (error instanceof Error && 'code' in error ? error.code : null) {
    case 'EADDRINUSE':
      return new StartFailed(
        'start.port-taken',
        `端口 ${port} 已被其他程序占用（也可能接办已在运行）。请用 --port 另选端口。`,
        `Port ${port} is taken, perhaps by a Jieban that already runs. Name another one with --port.`,
        error,
      );
    case 'EACCES':
      return new StartFailed(
        'start.port-forbidden',
        `当前用户无权使用端口 ${port}。请用 --port 选择 1024 以上的端口。`,
        `This user may not listen on port ${port}. Name one above 1023 with --port.`,
        error,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartFailed(
        'start.host-unknown',
        `本机没有地址 ${host}。请检查 JIEBAN_HOST。`,
        `This machine has no address ${host}. Check JIEBAN_HOST.`,
        error,
      );
    default:
      return error;
  }
}
