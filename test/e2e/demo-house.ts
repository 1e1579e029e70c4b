// The demo as a newcomer starts it, and one real browser looking at it. Starting both takes longer than most scenes,
// so that all scenes share them; each officer has a browser window (context) of his own and stays signed in.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startJieban } from '../support/jieban-process';
import { startChromium } from '../support/servers/chromium';

const run = promisify(execFile);
const BUNDLE = fileURLToPath(new URL('../../dist/jieban.mjs', import.meta.url));
/** The smallest screen that the bureau's desks have. */
const DESK = { width: 1366, height: 768 };
const WAIT_MS = 15_000;

export interface DemoHouse {
  readonly address: string;
  /** Of the administrator of a first start. */
  readonly oneTimePassword: string;
  /** Of every officer of the demo, as the start prints it. */
  readonly demoPassword: string;
  /** A page in the window of this officer of the demo, who is signed in. Ends with `closePages`. */
  open(login: string, path: string): Promise<Page>;
  /** A page in a window in which nobody is signed in. */
  openAsStranger(path: string): Promise<Page>;
  /** Passwords other than the demo's own. */
  rememberPassword(login: string, password: string): void;
  /** Brings a mail in as the mailbox service would. */
  ingestMail(source: string): Promise<void>;
  closePages(): Promise<void>;
  /** What no page may do, since the last call: console errors, requests to elsewhere, refused requests. */
  takeTroubles(): string[];
  close(): Promise<void>;
}

export async function openDemoHouse(): Promise<DemoHouse> {
  const dataDir = await mkdtemp(join(tmpdir(), 'jieban-e2e-'));
  const [jieban, browser] = await Promise.all([startJieban(dataDir, {}, ['--demo']), startChromium()]);
  const { address } = jieban;
  const oneTimePassword = printed(jieban.adminPassword());
  const demoPassword = printed(/密码均为 (\S+?)\)/.exec(jieban.output())?.[1] ?? null);
  const passwords = new Map<string, string>();
  const windows = new Map<string, BrowserContext>();
  const strangers: BrowserContext[] = [];
  const troubles: string[] = [];

  async function windowOf(login: string): Promise<BrowserContext> {
    const known = windows.get(login);
    if (known !== undefined) return known;
    const window = await openWindow(browser, address, troubles);
    const page = await window.newPage();
    await page.goto(`${address}/sign-in`);
    await signIn(page, login, passwords.get(login) ?? demoPassword);
    await page.waitForURL('**/board');
    await page.close();
    windows.set(login, window);
    return window;
  }

  return {
    address,
    oneTimePassword,
    demoPassword,
    open: async (login, path) => {
      const page = await (await windowOf(login)).newPage();
      await page.goto(`${address}${path}`);
      return page;
    },
    openAsStranger: async (path) => {
      const window = await openWindow(browser, address, troubles);
      strangers.push(window);
      const page = await window.newPage();
      await page.goto(`${address}${path}`);
      return page;
    },
    rememberPassword: (login, password) => void passwords.set(login, password),
    ingestMail: async (source) => {
      const file = join(dataDir, 'letter.eml');
      await writeFile(file, source);
      await run(process.execPath, [BUNDLE, 'mail', 'ingest', '--data', dataDir, file]);
    },
    closePages: async () => {
      await Promise.all([...windows.values()].flatMap((window) => window.pages()).map((page) => page.close()));
      await Promise.all(strangers.splice(0).map((window) => window.close()));
    },
    takeTroubles: () => troubles.splice(0),
    close: async () => {
      await browser.close();
      await jieban.stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function printed(password: string | null): string {
  if (password === null) throw new Error('The start printed no password.');
  return password;
}

export async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('用户名').fill(login);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
}

async function openWindow(browser: Browser, address: string, troubles: string[]): Promise<BrowserContext> {
  // Not Shanghai's zone: what the pages show must not depend on the clock of the desk.
  const window = await browser.newContext({ viewport: DESK, locale: 'zh-CN', timezoneId: 'America/New_York' });
  window.setDefaultTimeout(WAIT_MS);
  window.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${address}/`) && !/^(data|blob|about):/.test(url)) troubles.push(`asked elsewhere: ${url}`);
  });
  window.on('response', (response) => {
    const [status, method] = [response.status(), response.request().method()];
    const path = new URL(response.url()).pathname;
    // That is how a page learns that nobody is signed in.
    if (status === 401 && method === 'GET' && path === '/api/v1/session') return;
    if (status >= 400) troubles.push(`${status} ${method} ${path}`);
  });
  window.on('console', (message) => {
    // The browser's own line for an answer that is in the list already, with its status and address.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      troubles.push(`console: ${message.text()} (${message.location().url})`);
    }
  });
  window.on('weberror', (error) => troubles.push(`uncaught: ${error.error().message}`));
  return window;
}
