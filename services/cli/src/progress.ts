// How far a long command has come, on stderr: now and then, so that a log of it can still be read.
const EVERY_MS = 2_000;

/** The first line comes after two seconds; what is done by then needs none. */
export function createProgress(print: (line: string) => void, now: () => number = () => performance.now()) {
  let last = now();
  return (describe: () => string): void => {
    if (now() - last < EVERY_MS) return;
    last = now();
    print(describe());
  };
}
