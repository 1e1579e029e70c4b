import type { CSSProperties } from 'react';

/** Columns of the form grid, which has twelve. */
export const span = (columns: number): CSSProperties => ({ gridColumn: `span ${columns}` });
