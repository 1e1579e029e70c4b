/** Of all attachments of one case together: scans of a letter have some MB, and one backup holds everything. */
export const MAX_ATTACHMENT_BYTES_OF_CASE = 50 * 1024 * 1024;
