// A process that starts the embedded Postgres of a data folder and then waits to be killed.
import { startEmbeddedPostgres } from '@jieban/runtime/embedded-postgres';

const server = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '', asSupervisor: true });
process.send?.({ pid: server.pid, adopted: server.adopted });
setInterval(() => undefined, 60_000);
