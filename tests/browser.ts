import { execFileSync } from 'node:child_process';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** A real browser: CHROMIUM_PATH, else a chromium on the PATH, else the one that npm installed. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? onPath() ?? (await sparticuz.executablePath());
  try {
    return await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  } catch (error) {
    const reason = String(error).split('\n')[0];
    throw new Error(`no browser starts (${executablePath}: ${reason}); set CHROMIUM_PATH`);
  }
}

function onPath(): string | null {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {
      // not this one
    }
  }
  return null;
}
