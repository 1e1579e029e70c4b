import { civilDateSchema } from '@jieban/contracts/api/primitives';

export interface AuditSearch {
  readonly number?: string;
  readonly actor?: string;
  readonly type?: string;
  readonly day?: string;
}

export function parseAuditSearch(search: Record<string, unknown>): AuditSearch {
  const text = (name: 'number' | 'actor' | 'type'): Partial<Record<typeof name, string>> => {
    const value = search[name];
    return typeof value === 'string' && value.trim() !== '' ? { [name]: value.trim() } : {};
  };
  const day = civilDateSchema.safeParse(search['day']).data;
  return { ...text('number'), ...text('actor'), ...text('type'), ...(day === undefined ? {} : { day }) };
}
