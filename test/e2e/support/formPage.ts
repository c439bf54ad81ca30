/** The page of a form or of a table by itself, in a browser: what it shows of messages, and which it sends. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { repository } from '../../../.scripts/editors.mjs';
import type { FromPage, ToPage } from '../../../client/forms/messages';
import { pageHtml } from '../../../client/forms/pageHtml';

export interface FormPage {
  readonly page: Page;
  /** What the page has sent since it was last asked. */
  sent(): Promise<readonly FromPage[]>;
  post(message: ToPage): Promise<void>;
  /** What the page asked for beside itself, and what its console complained of. */
  readonly complaints: readonly string[];
}

/** What the page can call in VS Code, and a way to what it has called. */
const api = `
  window.sent = [];
  let state;
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => window.sent.push(structuredClone(message)),
    getState: () => state,
    setState: (next) => { state = next; },
  });
`;

/** Colours as those of VS Code's dark theme: what is not said here takes the fallback that each style has. */
const colours = `
  html { --vscode-foreground: #cccccc; --vscode-editor-background: #1f1f1f; --vscode-font-family: sans-serif;
    --vscode-font-size: 13px; --vscode-descriptionForeground: #9d9d9d; --vscode-errorForeground: #f85149;
    --vscode-textLink-foreground: #4daafc; --vscode-focusBorder: #0078d4; --vscode-input-background: #313131;
    --vscode-input-foreground: #cccccc; --vscode-input-placeholderForeground: #989898;
    --vscode-dropdown-background: #313131; --vscode-list-activeSelectionBackground: #04395e;
    --vscode-list-activeSelectionForeground: #ffffff; --vscode-list-inactiveSelectionBackground: #37373d;
    --vscode-widget-border: #454545; --vscode-button-background: #0078d4; --vscode-button-foreground: #ffffff;
    --vscode-button-secondaryBackground: #313131; --vscode-button-secondaryForeground: #cccccc; }
`;

/** Opens a page as VS Code does, with the policy that it has there. */
export async function openFormPage(browser: Browser, kind: 'form' | 'table'): Promise<FormPage> {
  const origin = 'https://page.example';
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.route('**/*', async (route) => {
    const { pathname, origin: from } = new URL(route.request().url());
    if (from === origin && pathname === '/page.js')
      await route.fulfill({
        contentType: 'text/javascript',
        body: readFileSync(join(repository, 'dist', 'page', 'page.js'), 'utf8'),
      });
    else if (from === origin && pathname === '/colours.css')
      await route.fulfill({ contentType: 'text/css', body: colours });
    else if (from === origin && pathname === '/') {
      const html = pageHtml({
        kind,
        title: 'A <b>page</b>',
        script: `${origin}/page.js`,
        source: origin,
        nonce: 'f00d',
      });
      await route.fulfill({
        contentType: 'text/html',
        body: html.replace('</head>', `<link rel="stylesheet" href="${origin}/colours.css"></head>`),
      });
    } else {
      complaints.push(`asked for ${route.request().url()}`);
      await route.abort();
    }
  });
  await page.addInitScript(api);
  await page.goto(`${origin}/`);
  await page.waitForFunction('window.sent.length > 0');
  await page.evaluate('void (window.sent = [])');
  return {
    page,
    complaints,
    sent: () => page.evaluate<readonly FromPage[]>('window.sent.splice(0)'),
    post: async (message) => {
      await page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`);
      await page.evaluate('new Promise((done) => setTimeout(() => requestAnimationFrame(done), 20))');
    },
  };
}
