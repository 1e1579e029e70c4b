// A real Redis with its append-only file on, as the queue needs it.
import { findFreePort, findProgram, makeServerFolder, startRealServer, type RealServer } from './real-server';

export interface RedisServer extends RealServer {
  readonly url: string;
  readonly port: number;
}

export async function startRedis(): Promise<RedisServer> {
  const [folder, port] = [await makeServerFolder('redis'), await findFreePort()];
  const server = await startRealServer({
    program: findProgram('redis-server', 'redis-server'),
    args: [
      ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--daemonize', 'no'],
      ...['--appendonly', 'yes', '--appendfsync', 'everysec', '--save', ''],
      // BullMQ demands it: a queue whose keys are evicted loses jobs.
      ...['--maxmemory-policy', 'noeviction'],
    ],
    folder,
    port,
  });
  return { ...server, port, url: `redis://127.0.0.1:${port}` };
}
