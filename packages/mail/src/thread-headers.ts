// A mail of ours in the thread of the mail that it answers.

/** Ids come from a stranger's header: only well-formed ones go into ours. */
export function threadHeaders(
  originalMessageId: string | null,
  originalReferences: readonly string[],
): Record<string, string> {
  const isId = (id: string): boolean => /^<[\x21-\x3b\x3d\x3f-\x7e]{1,250}>$/.test(id);
  if (originalMessageId === null || !isId(originalMessageId)) return {};
  // A long thread is cut in the middle of its past, never at the mail that is answered (RFC 5322 3.6.4).
  const past = originalReferences.filter((id) => isId(id) && id !== originalMessageId).slice(-10);
  return { 'In-Reply-To': originalMessageId, References: [...past, originalMessageId].join(' ') };
}
