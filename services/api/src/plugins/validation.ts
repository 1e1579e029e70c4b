// Requests are judged by their zod schemas; what is wrong comes back per field, in Chinese.
import type { FastifySchemaCompiler } from 'fastify';
import type { ZodType } from 'zod';
import { fieldMessage } from '../field-message';
import { fieldsInvalid, type FieldProblem } from '../request-refused';

export const validateRequest: FastifySchemaCompiler<ZodType> =
  ({ schema }) =>
  (data: unknown) => {
    const result = schema.safeParse(data, { error: fieldMessage });
    if (!result.success) {
      return {
        error: fieldsInvalid(result.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }))),
      };
    }
    const unstorable = findUnstorable(result.data, '');
    return unstorable === null ? { value: result.data } : { error: fieldsInvalid([unstorable]) };
  };

/** PostgreSQL takes neither NUL nor half a surrogate pair; without this they would come back as an error 500. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

function findUnstorable(value: unknown, field: string): FieldProblem | null {
  if (typeof value === 'string')
    return UNSTORABLE.test(value) ? { field, message: '含有无法保存的字符,请重新输入这一项' } : null;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return null;
  for (const [name, inner] of Object.entries(value)) {
    const found = findUnstorable(inner, field === '' ? name : `${field}.${name}`);
    if (found !== null) return found;
  }
  return null;
}
