// A light is a shape, a word and only then a colour, so that it survives print, colour blindness and a bad beamer.
import { LIGHTS, type Light } from '@jieban/domain/complaint/vocabulary';
import type { TFunction } from 'i18next';

/** Text colours have at least 4.5:1 on white and on the tinted row. */
export const LIGHT_LOOKS = {
  green: { symbol: '●', colour: '#237804', tint: '#f6ffed' },
  yellow: { symbol: '▲', colour: '#8a5a00', tint: '#fffbe6' },
  red: { symbol: '◆', colour: '#c41d1d', tint: '#fff1f0' },
  overdue: { symbol: '■', colour: '#8f0f1f', tint: '#ffe3e3' },
} as const satisfies Record<Light, { symbol: string; colour: string; tint: string }>;

/** Worst first: what the supervisor came to see stands on the left. */
export const LIGHTS_BY_SEVERITY: readonly Light[] = [...LIGHTS].reverse();

export function lightWords(light: Light, daysOver: number, t: TFunction): string {
  if (light === 'overdue' && daysOver > 0) return t('light.overdueDays', { days: daysOver });
  return t(`light.${light}`);
}
