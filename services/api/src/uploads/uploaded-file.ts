// One file in a multipart form. It is read whole before the request is judged, because it is stored as it came (raw
// first) and its hash tells one upload from another; a file that is too large is cut off on the way in.
import multipart from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Api } from '../api-context';
import { fieldsInvalid, RequestRefused } from '../request-refused';

export const MAX_FILE_BYTES = 50 * 1024 * 1024;

export class UploadedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  constructor(fileName: string, bytes: Uint8Array) {
    this.fileName = fileName;
    this.bytes = bytes;
  }
  /** What the Idempotency-Key is compared by. */
  toJSON(): object {
    return { fileName: this.fileName, sha256: createHash('sha256').update(this.bytes).digest('hex') };
  }
}

/** The field `file` of a form. */
export function uploadedFileSchema(missing: string, description: string) {
  return z.instanceof(UploadedFile, { error: missing }).meta({ type: 'string', format: 'binary', description });
}

/** Registers the parser for the routes of `scope` only. */
export function acceptUploads(scope: Api): void {
  scope.register(multipart, {
    limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 10, fieldSize: 1000, parts: 11 },
  });
}

/** What the person at the page can do about a file that does not fit. */
export interface UploadAdvice {
  readonly notAForm: string;
  readonly tooLarge: string;
}

/** A preValidation hook: puts the form into the body. */
export function readUploadWith(advice: UploadAdvice): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    if (!request.isMultipart()) {
      throw new RequestRefused({
        status: 415,
        code: 'media_type_refused',
        title: '请以文件上传的方式提交',
        detail: advice.notAForm,
      });
    }
    const form: Record<string, unknown> = {};
    try {
      for await (const part of request.parts()) {
        if (part.type === 'field') form[part.fieldname] = part.value;
        else form[part.fieldname] = new UploadedFile(baseName(part.filename), await part.toBuffer());
      }
    } catch (error) {
      throw refusalOfUpload(error, advice);
    }
    const { file } = form;
    if (file instanceof UploadedFile && file.bytes.byteLength === 0)
      throw fieldsInvalid([{ field: 'file', message: '文件是空的,请重新选择' }]);
    request.body = form;
  };
}

/** Some browsers send a path; it may name a person's folder. */
function baseName(fileName: string): string {
  const name = (fileName.split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\p{Surrogate}]/gu, '').trim();
  return Array.from(name === '' ? '未命名' : name)
    .slice(0, 200)
    .join('');
}

function refusalOfUpload(error: unknown, { tooLarge }: UploadAdvice): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  // A form that ends in its middle comes from a line that broke; the parser has no code for it.
  if (code === undefined) return new RequestRefused(UPLOAD_INCOMPLETE);
  if (code !== 'FST_REQ_FILE_TOO_LARGE') return error;
  return new RequestRefused({ status: 413, code: 'file_too_large', title: '文件超过50 MB', detail: tooLarge });
}

const UPLOAD_INCOMPLETE = {
  status: 400,
  code: 'upload_incomplete',
  title: '文件没有传完',
  detail: '请检查网络后重新上传',
} as const;
