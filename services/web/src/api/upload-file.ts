// One file to the server, with its progress: `fetch` cannot tell how far an upload is, so this is the page's one
// XMLHttpRequest. Errors are those of request.ts.
import { NetworkFailure, problemFrom } from './problem';
import { csrfHeader } from './request';

export interface UploadOptions {
  /** The same key never makes two. */
  readonly idempotencyKey: string;
  /** 0 to 100. */
  readonly onProgress: (percent: number) => void;
}

/** @throws ApiProblem when refused, NetworkFailure when nothing answered. */
export function uploadFile(path: string, file: File, { idempotencyKey, onProgress }: UploadOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Idempotency-Key', idempotencyKey);
    for (const [name, value] of Object.entries(csrfHeader())) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      if (total > 0) onProgress(Math.floor((loaded / total) * 100));
    });
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(problemFrom(request.status, request.statusText, parse(request.responseText)));
    });
    request.addEventListener('error', () => reject(new NetworkFailure(new Error('upload failed'))));
    request.addEventListener('abort', () => reject(new NetworkFailure(new Error('upload aborted'))));
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
