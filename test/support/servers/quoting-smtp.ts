// A mail server that takes mail for its own domain and refuses every other recipient by quoting the address, word for
// word as Postfix and the big Chinese providers do. Exim's fixture (smtp.ts) says less than real servers say.
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface QuotingSmtpServer {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** Messages that were taken, as they came over the line. */
  readonly taken: readonly string[];
  /** Addresses that were refused. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

export async function startQuotingSmtpServer(ownDomain: string): Promise<QuotingSmtpServer> {
  const taken: string[] = [];
  const refused: string[] = [];
  const sockets = new Set<Socket>();

  const serve = (socket: Socket): void => {
    sockets.add(socket.setEncoding('utf8'));
    let unread = '';
    let message: string[] | null = null;
    const say = (line: string): boolean => socket.write(`${line}\r\n`);
    const answer = (line: string): void => {
      if (message !== null) {
        if (line !== '.') message.push(line);
        else {
          taken.push(message.join('\r\n'));
          message = null;
          say('250 2.0.0 Ok: queued');
        }
        return;
      }
      const [command = ''] = line.toUpperCase().split(/[ :]/);
      if (command === 'RCPT') {
        const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
        if (address.endsWith(`@${ownDomain}`)) say('250 2.1.5 Ok');
        else {
          refused.push(address);
          say(`550 5.1.1 <${address}>: Recipient address rejected: User unknown in local recipient table`);
        }
      } else if (command === 'DATA') {
        message = [];
        say('354 End data with <CR><LF>.<CR><LF>');
      } else if (command === 'QUIT') {
        say('221 2.0.0 Bye');
        socket.end();
      } else say(command === 'EHLO' ? '250 mail.bureau.test' : '250 2.0.0 Ok');
    };
    socket.on('data', (chunk: string) => {
      const lines = (unread + chunk).split('\r\n');
      unread = lines.pop() ?? '';
      lines.forEach(answer);
    });
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    say('220 mail.bureau.test ESMTP');
  };

  const server = createServer(serve).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    taken,
    refused,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
