/** The report on paper: LibreOffice opens the documents, and 57 elements are two pages. Needs `soffice` and `pdfinfo`. */
import { equal, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportOf } from '../../server/core/report/report';
import { writeReport } from '../../server/exchange/reports/writeReport';
import type { Files } from '../unit/support/portfolioFiles';
import { indexOf } from '../unit/support/portfolioFiles';

const titles = ['Annual survey of customers', 'Notes of the user panel in spring', 'Quarterly figures'];
const people = ['Library Services Manager', 'Performance Officer', 'Community Engagement Officer', 'Head of Libraries', 'Desk']; // prettier-ignore

/** 57 elements, of which some have evidence of every kind, and more people than a page has room for. */
const busy: Files = {
  'portfolio.yaml': 'title: Anytown Libraries, Customer Service Excellence 2027\nassessment-date: 2027-05-12\nassessment: { 1.1.1: { self: compliant, assessor: partial } }\n',
  ...Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => [
      `e/${at}.md`,
      `---\ntitle: ${titles[at % 3] ?? ''} ${at}\nelements: [${(at % 5) + 1}.1.1, ${(at % 5) + 1}.1.2]\nowner: ${people[at % 5] ?? ''} ${at % 25}\nstatus: ${at % 4 === 0 ? 'draft' : 'approved'}\nreview-by: 2026-${at % 2 === 0 ? '05' : '09'}-01\n---\n\nText.\n`,
    ]),
  ),
}; // prettier-ignore

const past = Array.from({ length: 12 }, (_, at) => ({
  day: `2026-${String(at + 1).padStart(2, '0')}-28`,
  summary: { total: 57, evidenced: at * 4, overdue: 0, draft: 0, missing: 57 - at * 4, notApplicable: 0 },
}));

describe('the report on paper', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'evidence-portfolio-report-'))));
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  for (const format of ['docx', 'odt'] as const)
    for (const [name, files] of [
      ['with nothing in it', { 'portfolio.yaml': '' }],
      ['with much in it', busy],
    ] as const)
      it(`is two pages: ${format}, ${name}`, () => {
        const [portfolio] = indexOf(files).portfolios();
        writeFileSync(
          join(folder, `a.${format}`),
          writeReport(format, reportOf(portfolio!, { progress: past })),
        );
        const home = `-env:UserInstallation=file://${join(folder, '.office')}`;
        execFileSync(
          'soffice',
          [home, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, `a.${format}`)],
          { stdio: 'ignore' },
        );
        const info = execFileSync('pdfinfo', [join(folder, 'a.pdf')], { encoding: 'utf8' });
        const pages = Number(/^Pages:\s+(\d+)/m.exec(info)?.[1]);
        ok(pages > 0);
        equal(Math.max(2, pages), 2);
      });
});
