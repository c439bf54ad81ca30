/** Every command on a portfolio, a plan, a standard and files of other programs whose texts try to act. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { commands } from '../../../server/cli/commands';
import { exportFormats, isOfficeFormat } from '../../../server/core/plan/exchange/exportFormats';
import { holdsNothingThatActs } from './acting';
import { officeHoldsNothingThatActs } from './actingOffice';
import { folderWith, removeFolders, run } from './support';

afterEach(removeFolders);

/** As YAML, in double quotation marks. */
const yaml = String.raw`T\e[31m\u202E\u2028\x9b1m <script>alert(1)</script> ::error::x ##vso[task.complete]y =1+1`;
/** As it stands in a file of another program. */
const raw = 'T\u001B[31m\u202E\u2028\u009B1m <script>alert(1)</script> ::error::x ##vso[task.complete]y =1+1';
const formula = '=HYPERLINK("http://evil.example","x")';

const attachment = `<img src=x onerror=alert(1)> ::error::x ##vso[task.complete]y =1+1;'&quot;.pdf`;
const fileName = `<img src=x onerror=alert(1)> ::error::x ##vso[task.complete]y =1+1;'&quot;\u202E.md`;
const heading = '3.2.4 <img src=x onerror=alert(1)> ##vso[task.complete]y';

/** Addresses that open a program, run something or send somebody’s name and password to a stranger. */
const schemes = [
  'javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\tscript:alert(1)', 'vbscript:msgbox(1)', 'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd', 'file://evil.example/share/a.pdf', '\\\\evil.example\\share\\a.pdf', '//evil.example/a.pdf', 'ms-word:ofe|u|http://evil.example/a.docm',
  'ms-excel:ofv|u|http://evil.example/a.xlsm', 'search-ms:query=a&crumb=location:evil.example', 'ms-msdt:/id', 'macro:///Standard.Module1.Main()',
  'vnd.sun.star.script:Module1.Main?language=Basic&location=document', 'service:com.sun.star', 'slot:x', 'mk:@MSITStore:a.chm', 'cmd:calc', 'smb://evil.example/a', 'jar:http://evil.example!/a', 'blob:x', 'about:blank',
]; // prettier-ignore

const files: Readonly<Record<string, string>> = {
  'portfolio.yaml': `title: "${yaml}"\nassessment:\n  1.1.1: { self: partial, comment: "${yaml}" }\n  1.1.2: { applicable: false, reason: "${yaml}" }\n  2.1.1: { self: partial, look-again: 2026-01-01, changed: "${yaml}" }\nassignments: { 2.2.1: "${yaml}" }\n`,
  'a.md': `---\ntitle: "${yaml}"\nelements: [3.2.4, "3.2.9\\e[31m"]\nref: "ES 1\\e[1m"\nowner: "${yaml}"\nattachments: ["x\\e[31m.pdf", "${attachment}#page=4", "${attachment}#${heading}", "https://evil.example/?${heading}"]\nkind: testimony\nwhere: "${yaml}"\nwhen: "${yaml}"\nreview-by: 2026-01-01\n---\n\n# ${raw}\n\n3.2.4 ${raw}\n\n[x](javascript:alert(1)) ![y](${raw}) <img src=x onerror=alert(1)> [z](${encodeURI(attachment)})\n`,
  'links.md': `---\ntitle: Links\nelements: [1.1.2, 3.1.1]\nattachments: [${schemes.map((address) => JSON.stringify(address)).join(', ')}]\n---\n\n${schemes.map((address) => `[x](<${address}>) ![y](<${address}>)`).join('\n')}\n`,
  'c.md': `---\ntitle: "${yaml}"\nelements: [2.1.1]\nstatus: draft\nowner: "${yaml}"\n---\n\n## ${heading}\n\nText.\n`,
  [attachment]: '%PDF-1.4',
  [fileName]: `---\ntitle: b\nelements: [2.1.2]\nreview-by: 2026-01-01\n---\n\nText.\n`,
  'b.md': `---\ntitle: '${formula}'\nelements: [1.1.1]\nowner: '${formula}'\n---\n\nText.\n`,
  'action-plan.md': `---\ntype: action-plan\ntitle: "${yaml}"\n---\n\n| Ref | Action | Responsibility | Target Completion Date | Progress | Comments |\n| --- | --- | --- | --- | --- | --- |\n| 1.1.1 | ${raw} | ${raw} | 2026-01-01 | ${raw} | ${raw} |\n`,
  'plan.csv': `Ref,Action,Owner,Target,${raw}\n1.1.1,${raw},${raw},${raw},${raw}\n${raw},a,b,c,d\n`,
  'matrix.csv': `Ref,Element,Evidence,ES ref,Owner,Status,Date,Review by,Where to look,Notes\n1.1.1,x,${raw},ES 9,${raw},${raw},${raw},${raw},../../${raw}.pdf,${raw}\n${raw},a,b,c,d\n`,
  'sheet.csv': `Ref,Element,Show me,Tell me,Self,Assessor,Assessor's comments\n1.1.1,a,b,c,,${raw},${raw}\n1.1.2,a,b,c,,Compliant,${raw}\n${raw},a,b,c,d,e,f\n`,
  'crosswalk.csv': `From,To,Relation,Note,${raw}\n"1 ${raw}",2,equal,${raw},x\n3,"${raw}",${raw},a,b\n4,5,subset,c,d\n`,
  'controls.csv': `ID,Title,Text,Guidance\n"A.1",${raw},${raw},${raw}\n"A.2 ${raw}",b,c,d\n`,
  'bad-pack/manifest.json': JSON.stringify({
    version: 1,
    title: raw,
    asOf: raw,
    files: [{ path: raw, size: 1, sha256: '0'.repeat(64) }],
  }),
  [`bad-pack/${raw.replaceAll('/', '')}`]: raw,
  'next.yaml': `title: "${yaml}"\nedition: "${yaml}"\nretired: { 3.2.4: "B.1\\e[31m", 1.1.1: [B.1, "B.1\\e[31m"], 1.1.2: }\nchildren:\n  - { id: "B.1\\e[31m", text: "${yaml}" }\n  - { id: B.1, text: "${yaml}" }\n`,
  'odd.yaml': `title: "${yaml}"\nlevels: [Element]\nchildren:\n  - { id: "A.1\\e[31m", title: "${yaml}", text: "${yaml}", related: ["A.1\\e[31m", "X:${yaml}"], profiles: [p] }\nprofiles: [{ id: p, title: "${yaml}" }, { id: "q\\e[31m", title: "${yaml}" }]\n`,
};

/** What is tried of each command; a folder stands in the place of `.`. */
const tries: Readonly<Record<string, readonly (readonly string[])[]>> = {
  check: [['check', '.'], ['check', '.', '--fix', '--dry-run']], // prettier-ignore
  coverage: [['coverage', '.'], ['coverage', '.', '--format', 'json']], // prettier-ignore
  rate: [['rate', '.'], ['rate', '1.1.1', '.'], ['rate', '1.1.1\u001B[31m', '.']], // prettier-ignore
  'what-if': [
    ...['text', 'markdown', 'json'].map((format) => ['what-if', '.', '--withdrawn', './a.md', '--rated', '1.1.1=partial', '--on', '2030-01-01', '--format', format]),
    ['what-if', '.', '--withdrawn', raw],
    ['what-if', '.', '--rated', `${raw}=${raw}`],
    ['what-if', '.', '--on', raw],
  ], // prettier-ignore
  diff: [['diff', 'HEAD\u001B[31m', '.']],
  show: [['show', '3.2.4', '.'], ['show', './a.md', '.'], ['show', '9.9\u001B[31m', '.']], // prettier-ignore
  // What it answers is tried in mcp.test.ts.
  mcp: [['mcp', './nothing\u001B[31m\u202E']],
  due: ['text', 'markdown', 'json', 'ics'].flatMap((format) => [['due', '.', '--format', format], ['due', '.', '--by', 'month', '--format', format]]), // prettier-ignore
  report: ['md', 'html', 'docx', 'odt'].map((format) => ['report', '.', '--format', format, '--output', `./out.${format}`]), // prettier-ignore
  find: [
    ['find', raw, '--folder', '.'],
    ['find', 'hearing', '\u001B[31m', '--folder', '.', '--format', 'json'],
    ['find', '--for', './a.md', '--folder', '.'],
    ['find', '--for', './a.md', '--folder', '.', '--format', 'json'],
  ],
  'plan import': [['plan', 'import', './plan.csv', '.']],
  'plan export': exportFormats.map((format) => ['plan', 'export', '.', '--format', format, '--output', `./out.${format}`]), // prettier-ignore
  'plan sync': [['plan', 'sync', '.']],
  'matrix import': [['matrix', 'import', './matrix.csv', '.']],
  'matrix export': exportFormats.map((format) => ['matrix', 'export', '.', '--guidance', '--format', format, '--output', `./out.${format}`]), // prettier-ignore
  'assessment export': exportFormats.map((format) => ['assessment', 'export', '.', '--format', format, '--output', `./out.${format}`]), // prettier-ignore
  'assessment import': [['assessment', 'import', './sheet.csv', '.']],
  pack: [
    ['pack', '.', '--output', './out'],
    ['pack', '.', '--output', './out', '--write'],
    ['pack', '.', '--drafts', '--output', './out.zip', '--write'],
  ],
  'pack verify': [['pack', 'verify', './bad-pack']],
  'standard show': [['standard', 'show', 'A.1', '--standard', './odd.yaml'], ['standard', 'show', '3.2.4\u001B[31m']], // prettier-ignore
  'standard list': [['standard', 'list', '.']],
  'standard import': [['standard', 'import', './controls.csv'], ['standard', 'import', './odd.yaml'], ['standard', 'import', './crosswalk.csv', '--from', raw]], // prettier-ignore
  'standard migrate': [
    ['standard', 'migrate', './next.yaml', '.'],
    ['standard', 'migrate', './next.yaml', '.', '--diff', '--map', `1.1.1=${raw}`],
    ['standard', 'migrate', './next.yaml', '.', '--diff', '--map', '1.1.2=B.1'],
    ['standard', 'migrate', './next.yaml', '.', '--mapping', raw],
    ['standard', 'migrate', './next.yaml', '.', '--mapping', './next.yaml'],
    ['standard', 'migrate', raw, '.'],
  ],
};

const standardOf = (name: string): string =>
  `title: "${name} ${yaml}"\nedition: "${yaml}"\nlevels: ["Part ${yaml}", Element]\nratings: [{ id: good, title: "${yaml}" }, { id: poor, title: "${yaml}" }]\nprofiles: [{ id: core, title: "${yaml}" }]\nacknowledgement: "${yaml}"\nchildren:\n  - id: ${name}\n    title: "${yaml}"\n    children:\n      - { id: ${name}.1, title: "${yaml}", text: "hearing ${yaml}", short: "${yaml}", guidance: ["${yaml}"], keywords: ["${yaml}"], related: [${name}.2, "X:${yaml}"], profiles: [core] }\n      - { id: ${name}.2, text: "${yaml}" }\n`;

/** Two standards whose words try to act, one of them in a profile. */
const ofStandards: Readonly<Record<string, string>> = {
  'portfolio.yaml': `title: Anytown\nstandards:\n  ONE: { file: one.yaml, profile: core }\n  TWO: two.yaml\nassignments: { B.2: "${yaml}" }\nassessment: { A.1: { self: poor }, B.1: { self: poor, look-again: 2026-01-01, changed: "${yaml}" } }\n`,
  'one.yaml': standardOf('A'),
  'two.yaml': standardOf('B'),
  'a.md': `---\ntitle: a\nelements: [A.1, B.1]\nowner: "${yaml}"\nreview-by: 2026-01-01\n---\n\nA hearing.\n`,
};

const triesOfStandards: readonly (readonly string[])[] = [
  ['coverage', '.'],
  ['coverage', '.', '--format', 'json'],
  ['rate', '.'],
  ...['text', 'markdown'].map((format) => ['what-if', '.', '--withdrawn', './a.md', '--rated', 'B.1=good', '--format', format]), // prettier-ignore
  ['show', 'B.1', '.'],
  ['find', 'hearing', '--folder', '.'],
  ['standard', 'list', '.'],
  ['standard', 'show', 'A.1', '--standard', './one.yaml'],
  ...['text', 'markdown', 'json', 'ics'].map((format) => ['due', '.', '--format', format]),
  ...['md', 'html', 'docx', 'odt'].map((format) => ['report', '.', '--format', format, '--output', `./out.${format}`]), // prettier-ignore
  ...['md', 'html'].map((format) => [
    'matrix',
    'export',
    '.',
    '--format',
    format,
    '--output',
    `./out.${format}`,
  ]),
  ['pack', '.', '--output', './out', '--write'],
];

/** No tag of a page does something or leads to what does; all that a stranger wrote is text. */
function pageHoldsNothingThatActs(html: string): void {
  ok(!/<script/i.test(html));
  for (const [tag] of html.matchAll(/<(?:[^"<>]|"[^"]*")*>/g)) {
    ok(!/\son\w+=|^<(?:base|embed|form|iframe|img|object)\b/i.test(tag.replace(/"[^"]*"/g, '""')), tag);
    ok(!/="\s*(?:data|javascript|vbscript):/i.test(tag), tag);
  }
}

/** No page of a pack has an element, an address or a character in it that does something. */
function pagesHoldNothingThatActs(folder: string, least = 50): void {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(?:html|ics|json)$/.test(path),
  );
  ok(pages.length > least);
  for (const page of pages) {
    const written = readFileSync(join(folder, page), 'utf8');
    // No log of a CI system: there, such a line would be a command.
    holdsNothingThatActs(written.replaceAll('\r\n', '\n').replaceAll('##vso[', ''));
    if (page.endsWith('.html')) pageHoldsNothingThatActs(written);
  }
}

/** Texts of a ZIP file by their paths; none of them leads out of the folder into which it is unpacked. */
function unpacked(zip: string): Readonly<Record<string, string>> {
  const entries = Object.entries(unzipSync(readFileSync(zip)));
  deepEqual(
    entries.filter(([path]) => !isPlainPath(path)).map(([path]) => path),
    [],
  );
  return Object.fromEntries(entries.map(([path, bytes]) => [path, strFromU8(bytes)]));
}

const isPlainPath = (path: string): boolean =>
  path
    .split('/')
    .every((part) => /^[\p{L}\p{N}]/u.test(part) && !/[\p{Cc}<>:"|?*\\\u202A-\u202E]/u.test(part));

describe('texts that try to act', () => {
  it('are tried with every command', () => {
    deepEqual(Object.keys(tries).sort(), commands.map(({ name }) => name).sort());
  });

  for (const words of Object.values(tries).flat())
    it(`do nothing in ${JSON.stringify(words.join(' '))}`, async () => {
      const folder = folderWith(files);
      const argv = words.map((word) =>
        word === '.' ? folder : word.startsWith('./') ? join(folder, word) : word,
      );
      const { out, err } = await run(argv);
      ok(out + err !== '', 'nothing is said, so nothing was tried');
      // Tabs of unified diffs, and the line ends of calendars.
      holdsNothingThatActs(out.replaceAll('\t', ' ').replaceAll('\r\n', '\n'));
      holdsNothingThatActs(err);
      const format = argv[argv.indexOf('--format') + 1] ?? '';
      if (argv[0] === 'pack' && existsSync(join(folder, 'out')))
        pagesHoldNothingThatActs(join(folder, 'out'));
      if (existsSync(join(folder, 'out.zip'))) {
        const pages = folderWith(unpacked(join(folder, 'out.zip')));
        pagesHoldNothingThatActs(pages);
      }
      if (!argv.includes('--output') || argv[0] === 'pack') return;
      const file = join(folder, `out.${format}`);
      if (isOfficeFormat(format)) {
        officeHoldsNothingThatActs(readFileSync(file), argv[0] === 'report');
        return;
      }
      const written = readFileSync(file, 'utf8');
      if (format === 'csv') equal(/(?:^|[",])\s*=/m.exec(written), null, written);
      if (format === 'html') pageHoldsNothingThatActs(written);
    });

  for (const words of triesOfStandards)
    it(`do nothing in ${JSON.stringify(words.join(' '))}, from a standard`, async () => {
      const folder = folderWith(ofStandards);
      const argv = words.map((word) =>
        word === '.' ? folder : word.startsWith('./') ? join(folder, word) : word,
      );
      const { out, err } = await run(argv);
      equal(err, '');
      holdsNothingThatActs(out.replaceAll('\t', ' ').replaceAll('\r\n', '\n'));
      if (argv[0] === 'pack') pagesHoldNothingThatActs(join(folder, 'out'), 5);
      const office = ['out.docx', 'out.odt'].find((path) => existsSync(join(folder, path)));
      if (office !== undefined) {
        officeHoldsNothingThatActs(readFileSync(join(folder, office)), true);
        return;
      }
      const file = ['out.md', 'out.html', 'out/index.html'].find((path) => existsSync(join(folder, path)));
      const written = file === undefined ? '' : readFileSync(join(folder, file), 'utf8');
      if (file === 'out.html') pageHoldsNothingThatActs(written);
      // Backslashes aside, and what folds the lines of a calendar.
      const told = `${out}${written}`.replace(/\\(?=[!-/:-@[-`{-~])|\r\n /g, '');
      ok(told.includes('alert(1)'), told);
    });

  for (const what of ['plan', 'matrix', 'assessment'])
    for (const format of exportFormats.filter((known) => !isOfficeFormat(known)))
      it(`do nothing on a terminal where ${what} export prints ${format}`, async () => {
        const { out } = await run([what, 'export', folderWith(files), '--format', format], {
          isTerminal: true,
        });
        ok(out.includes('\\u001B'), out);
        holdsNothingThatActs(out);
      });
});
