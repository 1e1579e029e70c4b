import type { AttachmentView } from '@jieban/contracts/api/attachment';
import type { AttachmentLine } from '@jieban/db/attachment-queries';
import { fileKindNamed } from '@jieban/domain/attachment/file-kind';
import { formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';

export function presentAttachment(line: AttachmentLine): AttachmentView {
  const { family, shownInline } = fileKindNamed(line.mediaType);
  return {
    position: line.position,
    fileName: line.fileName,
    mediaType: line.mediaType,
    size: line.size,
    danger: family === 'executable' || family === 'archive' ? family : null,
    shownInline,
    addedBy: line.addedBy,
    addedAt: formatShanghaiInstant(line.addedAt),
  };
}
