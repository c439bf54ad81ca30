/** A pack as an assessor opens it: from a folder, in a browser, without a network. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { ensureAxe } from '../../.scripts/editors.mjs';
import { faultsIn } from './support/axe';
import { giveBrowserBack, takeBrowser } from './support/browser';

const day = '2026-11-21';

/** What texts of other people hold: HTML, badges, wide tables, long lines, pictures, boxes, footnotes, hostile parts. */
const awkward = `---
title: "Awkward <b>text</b>"
elements: [1.1.1, 2.1.6]
strongest: [1.1.1]
ref: ES 900
attachments: [../a.pdf#page=2, gone.pdf]
---

[![Build](https://example.org/badge.svg)](https://example.org) [![x](https://example.org/y.svg)](https://example.org/z)

#### Deep first

![A picture](picture.png) ![From the web](https://example.org/p.png) <img src="picture.png">

| ${Array.from({ length: 14 }, (_, at) => `A long heading ${at}`).join(' | ')} |
| ${'--- | '.repeat(14)}
| ${'cell | '.repeat(14)}

    ${'a-very-long-line-of-code-'.repeat(20)}

${'W'.repeat(300)}

- [x] done
- [ ] to do[^1]

[^1]: A note with \`code\`.

<details><summary>More</summary>

Text that was folded.

</details>

<div align="center"><li>lost</li><h2></h2><table><tr><th></th><td>x</td></tr></table></div>
<script>document.title = 'acted'</script><img src=x onerror="document.title='acted'">

[other](told.md) [element](#3.2.4) [gone](gone.md)
`;

const told = `---
title: Said
elements: [1.1.1]
kind: testimony
owner: A reader
when: 2027-05-12 10:00-10:30
where: The hall
---

Text.
`;

describe('a pack in a browser', () => {
  let folder = '';
  let pack = '';
  let browser: Browser;
  let axe = '';

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'evidence-portfolio-pack-'));
    const files: Readonly<Record<string, string | Uint8Array>> = {
      'portfolio.yaml':
        'title: Anytown\nassessment-date: 2027-05-12\nassessment: { 1.1.1: { self: compliant, comment: Good } }\n',
      'evidence/awkward.md': awkward,
      'evidence/told.md': told,
      'evidence/picture.png': readFileSync('client/icons/icon.png'),
      'a.pdf': '%PDF-1.4\n',
    };
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    pack = join(folder, 'pack');
    execFileSync(process.execPath, [
      'dist/cli.js',
      'pack',
      folder,
      '--output',
      pack,
      '--write',
      '--today',
      day,
    ]);
    axe = readFileSync(await ensureAxe({ log: console.log }), 'utf8');
    browser = await takeBrowser();
  });

  after(async () => {
    await giveBrowserBack();
    rmSync(folder, { recursive: true, force: true });
  });

  const kinds = [
    'index.html', 'print.html', 'visits.html', 'not-in-the-pack.html', 'elements/1.1.1.html', 'elements/3.2.4.html',
    'evidence/es-900-awkward-b-text-b.html', 'evidence/said.html',
  ]; // prettier-ignore

  it('has a page of each kind', () => {
    const all = readdirSync(pack, { recursive: true, encoding: 'utf8' }).map((path) =>
      path.replaceAll('\\', '/'),
    );
    deepEqual(
      kinds.filter((path) => !all.includes(path)),
      [],
    );
  });

  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1280, 320])
      it(`can be used by everybody, ${colorScheme}, ${width} pixels wide`, async () => {
        // At 320 pixels, a page looks as on a screen of 1280 at 400 % (WCAG 2.2, 1.4.10).
        const context = await browser.newContext({ offline: true, colorScheme, viewport: { width, height: 900 } });
        const page = await context.newPage();
        const asked: string[] = [];
        const complaints: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        page.on('requestfailed', (request) => complaints.push(request.url()));
        page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
        for (const path of kinds) {
          await page.goto(pathToFileURL(join(pack, path)).href);
          deepEqual(await faultsIn(page, axe), [], path);
          const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
          equal(overflow, 0, `${path} is moved sideways`);
          ok(!(await page.title()).includes('acted'), path);
        }
        deepEqual(asked.filter((url) => !url.startsWith('file:')), []);
        deepEqual(complaints, []);
        await context.close();
      }); // prettier-ignore

  it('leads from page to page, and shows its pictures', async () => {
    const context = await browser.newContext({ offline: true, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(pack, 'index.html')).href);
    await page.getByRole('link', { name: '1.1.1', exact: true }).click();
    await page.getByRole('link', { name: 'other' }).click();
    equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Said');
    await page.goBack();
    await page.getByRole('link', { name: 'element', exact: true }).click();
    equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Element 3.2.4');
    equal(await page.getByText('gone', { exact: true }).count(), 0);
    await context.close();
  });

  it('has no link in any page that leads to nothing', async () => {
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    const broken: string[] = [];
    for (const path of kinds) {
      await page.goto(pathToFileURL(join(pack, path)).href);
      const links = await page.evaluate<readonly string[]>(
        `[...document.querySelectorAll('a[href], img[src]')].map((one) => one.href || one.src)`,
      );
      for (const link of links.map((one) => new URL(one)).filter(({ protocol }) => protocol === 'file:')) {
        const text = readFileSync(new URL(link.pathname, 'file:'), 'utf8');
        const name = decodeURIComponent(link.hash.slice(1));
        if (link.pathname.endsWith('.html') && name !== '' && !text.includes(`id="${name}"`)) broken.push(`${path}: ${link.href}`);
      }
    }
    deepEqual(broken, []);
    await context.close();
  }); // prettier-ignore

  it('is a page of paper that has everything', async () => {
    const context = await browser.newContext({ offline: true, colorScheme: 'dark' });
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(pack, 'print.html')).href);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    equal(
      await page.evaluate(`getComputedStyle(document.documentElement).backgroundColor`),
      'rgb(255, 255, 255)',
    );
    ok((await page.pdf({ format: 'A4' })).length > 10_000);
    await context.close();
  });
});
