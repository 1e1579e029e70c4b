// Reads the instant of receipt that somebody typed or exported.

const INSTANT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(?<zone>Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * ISO 8601 with or without an offset; without one it is Asia/Shanghai, because that is where the clocks run.
 * A bare day is refused: whether 00:30 UTC is today or yesterday in Shanghai is exactly what must not be guessed.
 * Returns null when the text is no instant or names a day that does not exist.
 */
export function parseReceived(text: string): Date | null {
  const trimmed = text.trim();
  const match = INSTANT.exec(trimmed);
  if (match === null) return null;
  const zoned = match.groups?.['zone'] === undefined ? `${trimmed}+08:00` : trimmed;
  const instant = new Date(zoned.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (Number.isNaN(instant.getTime())) return null;
  // JavaScript rolls 02-30 over to March; such a day was never meant.
  const day = Number(trimmed.slice(8, 10));
  return day === new Date(Date.UTC(Number(trimmed.slice(0, 4)), Number(trimmed.slice(5, 7)) - 1, day)).getUTCDate()
    ? instant
    : null;
}
