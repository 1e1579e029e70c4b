// The screens on the real thing: everything started from dist/ with the demo in it, seen through Chromium.
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { openDemoHouse, type DemoHouse } from './demo-house';
import { describeAccessibility } from './scenes/accessibility';
import { describeBoard } from './scenes/board';
import { describeCase } from './scenes/case';
import { describeFirstSignIn } from './scenes/first-sign-in';
import { describeHotlineImport } from './scenes/hotline-import';
import { describePhoneLog } from './scenes/phone-log';
import { describeRecusal } from './scenes/recusal';
import { describeSystemPages } from './scenes/system-pages';

describe('the demo in a browser', () => {
  let house: DemoHouse;
  beforeAll(async () => {
    house = await openDemoHouse();
  });
  afterEach(async () => {
    await house.closePages();
    // A scene that means to be refused takes its own troubles.
    expect(house.takeTroubles()).toEqual([]);
  });
  afterAll(() => house.close());

  for (const scene of [
    describeFirstSignIn,
    describeBoard,
    describePhoneLog,
    describeRecusal,
    describeCase,
    describeHotlineImport,
    describeSystemPages,
    describeAccessibility,
  ])
    scene(() => house);
});
