/** The report as a page: in a browser, without a network, for everybody. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { ensureAxe } from '../../.scripts/editors.mjs';
import { faultsIn } from './support/axe';
import { giveBrowserBack, takeBrowser } from './support/browser';

const acting = `<script>document.title = 'acted'</script><img src=x onerror="document.title='acted'"> ${'W'.repeat(200)}`;

const evidenceOf = (front: string): string => `---\n${front}\n---\n\nText.\n`;

/** Two standards, one of them with words that would act; people, dates, actions and decisions of every kind. */
const busy: Readonly<Record<string, string>> = {
  'portfolio.yaml': [
    `title: ${JSON.stringify(`Anytown ${acting}`)}`,
    'standards: { CSE: customer-service-excellence, OWN: own.yaml }',
    'assessment-date: 2027-05-12',
    'assessment:',
    '  CSE:1.1.1: { self: compliant, assessor: partial, comment: Look again }',
    '  CSE:3.3.3: { applicable: false, reason: No premises }',
    '  OWN:A1: { self: good }',
    `assignments: { CSE:4.2.3: ${JSON.stringify(acting)}, CSE:5: [Jane, Joe] }`,
    '',
  ].join('\n'),
  'own.yaml': `title: ${JSON.stringify(`Own ${acting}`)}\nlevels: [Part, Element]\nratings: [{ id: good, title: Good }, { id: poor, title: Poor }]\naward: { rating: good, percent: 100 }\nchildren:\n  - { id: A, title: ${JSON.stringify(acting)}, children: [{ id: A1, text: One }, { id: A2, text: Two }] }\n`,
  'a.md': evidenceOf(`title: ${JSON.stringify(acting)}\nelements: [CSE:1.1.1, OWN:A1]\nowner: ${JSON.stringify(acting)}\nreview-by: 2026-10-01`),
  'b.md': evidenceOf('title: B\nelements: [CSE:1.1.1, CSE:2.1.1]\nowner: Jane\nreview-by: 2027-01-01'),
  'c.md': evidenceOf('title: C\nelements: [CSE:3.2.4]\nowner: Joe\nstatus: draft'),
  'action-plan.md': `---\ntype: action-plan\n---\n\n| Ref | Action | Responsibility | Target Completion Date | Progress | Comments |\n| --- | --- | --- | --- | --- | --- |\n| CSE:1.1.2 | Ask | Jane | 2026-10-01 | | |\n| CSE:2.2.1 | Do | ${acting.replaceAll('|', '')} | 2027-02-01 | | |\n`,
}; // prettier-ignore

const portfolios: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  busy,
  empty: { 'portfolio.yaml': 'title: Empty\n' },
};

describe('a report in a browser', () => {
  let folder = '';
  let browser: Browser;
  let axe = '';
  const reports = new Map<string, string>();

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'evidence-portfolio-report-page-'));
    for (const [name, files] of Object.entries(portfolios))
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, name, path)), { recursive: true });
        writeFileSync(join(folder, name, path), text);
      }
    for (const [name, from] of [
      ['busy', join(folder, 'busy')],
      ['empty', join(folder, 'empty')],
      ['sample', 'samples/anytown-libraries'],
    ] as const) {
      const file = join(folder, `${name}.html`);
      const options = ['--format', 'html', '--output', file, '--today', '2026-11-21'];
      execFileSync(process.execPath, ['dist/cli.js', 'report', from, ...options]);
      reports.set(name, file);
    }
    axe = readFileSync(await ensureAxe({ log: console.log }), 'utf8');
    browser = await takeBrowser();
  });

  after(async () => {
    await giveBrowserBack();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1280, 320])
      it(`can be used by everybody, ${colorScheme}, ${width} pixels wide`, async () => {
        const context = await browser.newContext({ offline: true, colorScheme, viewport: { width, height: 900 } });
        const page = await context.newPage();
        const asked: string[] = [];
        const complaints: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
        for (const [name, file] of reports) {
          await page.goto(pathToFileURL(file).href);
          deepEqual(await faultsIn(page, axe), [], name);
          const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
          equal(overflow, 0, `${name} is moved sideways`);
          ok((await page.title()) !== 'acted', name);
          equal(await page.getByRole('heading', { level: 1 }).count(), 1, name);
        }
        deepEqual(asked.filter((url) => !url.startsWith('file:')), []);
        deepEqual(complaints, []);
        await context.close();
      }); // prettier-ignore

  it('is white on paper, and two pages for the 57 elements of the sample', async () => {
    const context = await browser.newContext({ offline: true, colorScheme: 'dark' });
    const page = await context.newPage();
    await page.goto(pathToFileURL(reports.get('sample') ?? '').href);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    equal(
      await page.evaluate('getComputedStyle(document.documentElement).backgroundColor'),
      'rgb(255, 255, 255)',
    );
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    equal(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length, 2);
    await context.close();
  });
});
