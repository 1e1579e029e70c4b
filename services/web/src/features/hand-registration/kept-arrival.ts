// What is in the form outlives the form: another page, or a session that ends, must not cost a word. In memory only, and
// only for the person who typed it.
import type { OpenArrival } from './arrival';

let kept: { readonly userId: string; readonly arrival: OpenArrival } | null = null;

export function keepArrival(userId: string, arrival: OpenArrival): void {
  kept = { userId, arrival };
}

export function keptArrivalOf(userId: string): OpenArrival | null {
  return kept?.userId === userId ? kept.arrival : null;
}

export function forgetArrival(): void {
  kept = null;
}
