/** Domain of our Message-IDs: that of the bureau's own address, so that it is unique to this installation. */
export function messageIdDomain(settings: { readonly mailFrom: string | null }): string {
  return settings.mailFrom?.split('@').at(-1)?.replace(/[>\s]/g, '') ?? 'jieban.invalid';
}
