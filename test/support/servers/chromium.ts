// Debian's Chromium, driven by playwright-core: the registry's own browser downloads cannot be had everywhere.
import { chromium, type Browser } from 'playwright-core';
import { findProgram } from './real-server';

/** Launching takes a second or two: share one browser per test file, and one context per test. */
export function startChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: findProgram('chromium', 'chromium'),
    args: [
      '--headless',
      // Chromium's sandbox does not run under root, nor in most containers.
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
