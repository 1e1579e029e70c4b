// Case numbers in a subject, such as MZ-2024-000123. People retype them: full-width letters and digits, long dashes,
// a blank around the dash.

/** In order of appearance, each once, in the form in which the register writes them. */
export function findCaseNumbers(subject: string): string[] {
  const folded = subject
    .slice(0, 2000)
    .normalize('NFKC')
    .replace(/[‐-―−─]/g, '-')
    .toUpperCase();
  const found = folded.matchAll(/(?<![A-Z0-9])MZ ?- ?(\d{4}) ?- ?(\d{6,9})(?!\d)/g);
  return [...new Set([...found].map(([, year = '', serial = '']) => `MZ-${year}-${serial}`))];
}
