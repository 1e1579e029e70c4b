import type { ClockEventType } from './clock-events';
import type { ExtensionFault } from './extension-rule';

export type ClockFault =
  | 'no-events'
  | 'not-of-this-clock'
  | 'not-now'
  | 'before-receipt'
  | 'supplement-before-notice'
  | 'pauses-overlap'
  | 'no-pause-to-take-back'
  | 'another-proof'
  | 'taken-back-before-met'
  | 'reopened-before-closing'
  | 'procedural-stays-met'
  | ExtensionFault;

/** An event that cannot follow the ones before it. Nothing of the list is applied. */
export class ImpossibleClockEvent extends Error {
  readonly code = 'impossible-clock-event';
  readonly fault: ClockFault;
  /** Null when there is no event at all. */
  readonly event: ClockEventType | null;
  constructor(event: ClockEventType | null, fault: ClockFault, why: string) {
    super(`${event ?? 'A clock'} is impossible here (${fault}): ${why}`);
    this.name = 'ImpossibleClockEvent';
    this.fault = fault;
    this.event = event;
  }
}

/** A clock names a calendar that was not handed over. */
export class UnknownCalendarVersion extends Error {
  readonly code = 'unknown-calendar-version';
  readonly version: string;
  constructor(version: string) {
    super(`No calendar of version "${version}" is loaded. Load the calendar that the clock was counted by.`);
    this.name = 'UnknownCalendarVersion';
    this.version = version;
  }
}
