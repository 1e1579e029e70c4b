// What a supervised process tells the supervisor: that it is ready for work. Without a supervisor nothing is sent.

export interface ReadyMessage {
  readonly type: 'ready';
}

export function reportReady(channel: Pick<NodeJS.Process, 'send'> = process): void {
  // Called as a method: Node's send needs its `this`.
  channel.send?.({ type: 'ready' } satisfies ReadyMessage);
}

export function isReadyMessage(message: unknown): message is ReadyMessage {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready';
}
