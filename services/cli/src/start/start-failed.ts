// Why `jieban start` gave up, for the person who typed it: Chinese first, then English, each with what to do.

export type StartFailedCode =
  'start.port-taken' | 'start.port-forbidden' | 'start.host-unknown' | 'start.service-failed' | 'start.service-silent';

export class StartFailed extends Error {
  readonly code: StartFailedCode;
  constructor(code: StartFailedCode, chinese: string, english: string, cause?: unknown) {
    super(`${chinese} ${english}`, cause === undefined ? {} : { cause });
    this.name = 'StartFailed';
    this.code = code;
  }
}
