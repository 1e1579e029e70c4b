/** Ends the command with a message for the person who typed it: 1 refused or failed, 2 wrong usage. */
export class CommandRefused extends Error {
  readonly code = 'command_refused';
  readonly exitCode: 1 | 2;
  constructor(exitCode: 1 | 2, message: string) {
    super(message);
    this.name = 'CommandRefused';
    this.exitCode = exitCode;
  }
}
