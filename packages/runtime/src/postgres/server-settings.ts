// Settings of the embedded server, given on its command line so that an upgrade of Jieban can change them.

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  // No socket file: its path may not pass 107 bytes, and data folders of tests easily do.
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // A failed statement is logged with its values by default, and those are people (invariant I6).
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  // A session of a host that vanished keeps its row locks until it is noticed.
  tcp_keepalives_idle: '60',
};

/** The `-o` argument of pg_ctl. It passes through a shell there, hence the narrow set of characters. */
export function formatServerOptions(port: number, extra: Readonly<Record<string, string>>): string {
  return Object.entries({ ...SETTINGS, ...extra, port: String(port) })
    .map(([name, value]) => {
      if (!/^[a-z_.]+$/.test(name) || !/^[A-Za-z0-9_.,%-]*$/.test(value)) {
        throw new RangeError(`The Postgres setting ${name} has characters that cannot be passed on.`);
      }
      return `-c ${name}=${value}`;
    })
    .join(' ');
}
