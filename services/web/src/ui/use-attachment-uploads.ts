// Files on their way into a case: one after another, each with its own key, so that a file whose answer was lost can be
// sent again and is still one attachment.
import { API, pathTo } from '@jieban/contracts/api/routes';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { createClientId } from '../api/client-id';
import { heedSessionError } from '../api/session-query';
import { uploadFile } from '../api/upload-file';

export interface ChosenFile {
  readonly key: string;
  readonly file: File;
}

export function chooseFile(file: File): ChosenFile {
  return { key: createClientId(), file };
}

export type Upload = ChosenFile &
  (
    | { readonly state: 'waiting' | 'done' }
    | { readonly state: 'sending'; readonly percent: number }
    | { readonly state: 'failed'; readonly error: unknown }
  );

export interface AttachmentUploads {
  readonly uploads: readonly Upload[];
  /** Sends those that are not there yet; a file that failed before is sent again. */
  send(complaintId: string, files: readonly ChosenFile[]): Promise<void>;
}

export function useAttachmentUploads(): AttachmentUploads {
  const queryClient = useQueryClient();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  /** One at a time, also when more are added meanwhile: the line is narrow and the server reads each one whole. */
  const last = useRef<Promise<void>>(Promise.resolve());

  const send = useCallback(
    (complaintId: string, files: readonly ChosenFile[]): Promise<void> => {
      const change = (next: Upload) =>
        setUploads((before) =>
          before.some(({ key }) => key === next.key)
            ? before.map((each) => (each.key === next.key ? next : each))
            : [...before, next],
        );
      const sendOne = async (chosen: ChosenFile): Promise<void> => {
        change({ ...chosen, state: 'sending', percent: 0 });
        try {
          await uploadFile(pathTo(API.complaintAttachments, { id: complaintId }), chosen.file, {
            idempotencyKey: chosen.key,
            onProgress: (percent) => change({ ...chosen, state: 'sending', percent }),
          });
          change({ ...chosen, state: 'done' });
        } catch (error) {
          heedSessionError(error, queryClient);
          change({ ...chosen, state: 'failed', error });
        }
      };
      for (const chosen of files) change({ ...chosen, state: 'waiting' });
      last.current = last.current.then(async () => {
        for (const chosen of files) await sendOne(chosen);
        await queryClient.invalidateQueries({ queryKey: ['case', complaintId] });
      });
      return last.current;
    },
    [queryClient],
  );
  return { uploads, send };
}
