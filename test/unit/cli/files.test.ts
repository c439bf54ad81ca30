/** Which files the command line reads, and how it counts in them. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { smallText } from '../support/standards';
import { checkJson, evidence, findings, folderWith, removeFolders, run } from './support';

afterEach(removeFolders);

const wrong = evidence('[3.2.9]');

describe('several portfolios in one folder', () => {
  const files = {
    'a.md': evidence('[1.1.1]'),
    'libraries/portfolio.yaml': 'title: Libraries\nassessment: { 3.3.3: { applicable: false } }\n',
    'libraries/evidence/a.md': evidence('[3.2.4]', 'ref: ES 1\n'),
    'libraries/evidence/b.md': evidence('[3.2.4]', 'review-by: 2026-01-01\n'),
    'museums/portfolio.yaml': 'title: Museums\nstandard: ../standards/small.yaml\n',
    'museums/evidence/a.md': evidence("['2.1', 3.2.4]", 'ref: ES 1\n'),
    'standards/small.yaml': smallText,
  };

  it('are told apart by their portfolio.yaml', async () => {
    const { portfolios } = await checkJson(folderWith(files));
    deepEqual(
      portfolios.map(({ root, standard, files: number }) => [root, standard, number]),
      [
        ['.', 'customer-service-excellence', 1],
        ['libraries', 'customer-service-excellence', 2],
        ['museums', '../standards/small.yaml', 1],
      ],
    );
    deepEqual(
      portfolios.map((portfolio) => [
        ...new Set(portfolio.findings.map(({ rule, file }) => `${file} ${rule}`)),
      ]),
      [
        [],
        [
          'libraries/evidence/b.md review-overdue',
          'libraries/portfolio.yaml element-uncovered',
          'libraries/portfolio.yaml not-applicable-without-reason',
        ],
        ['museums/evidence/a.md element-unknown', 'museums/portfolio.yaml element-uncovered'],
      ],
    );
    deepEqual(portfolios[2]?.coverage.elements['2.1'], {
      state: 'evidenced',
      evidence: ['museums/evidence/a.md'],
    });
  });

  it('stand one after the other in the output for people', async () => {
    const { status, out } = await run(['check', folderWith(files)]);
    match(out, /^Libraries\n\nlibraries\/evidence\/b\.md\n[^]*\n\nMuseums\n\nmuseums\/evidence\/a\.md\n/m);
    match(out, /^ {2}2\. Review “Correcting wrong information” \(libraries\/evidence\/b\.md\), /m);
    equal(status, 1);
  });

  it('have the faults of a standard file reported by the one that uses it', async () => {
    for (const first of ['# No evidence\n', files['a.md']]) {
      const folder = folderWith({
        ...files,
        'a.md': first,
        'standards/small.yaml': `${smallText}  - { title: No ID }\n`,
      });
      const { portfolios } = await checkJson(folder);
      const found = portfolios.map((portfolio) =>
        portfolio.findings.filter(({ file }) => file.startsWith('standards/')),
      );
      deepEqual(found.slice(0, -1).flat(), []);
      deepEqual(found.at(-1), [
        {
          rule: 'standard-file',
          severity: 'error',
          message: 'This node has no id.',
          file: 'standards/small.yaml',
          start: { line: 16, column: 5 },
          end: { line: 16, column: 21 },
        },
      ]);
    }
  });
});

describe('the files of a portfolio', () => {
  it('are those that .gitignore leaves in', async () => {
    const folder = folderWith({
      '.gitignore': 'build/\n*.draft.md\n',
      'a.md': wrong,
      'b.draft.md': wrong,
      'build/c.md': wrong,
      'evidence/.gitignore': '!kept.draft.md\nlocal.md\n',
      'evidence/kept.draft.md': wrong,
      'evidence/local.md': wrong,
      'local.md': wrong,
    });
    deepEqual(await findings(folder), [
      'a.md:3:12-3:17 element-unknown',
      'evidence/kept.draft.md:3:12-3:17 element-unknown',
      'local.md:3:12-3:17 element-unknown',
    ]);
  });

  it('are there where somebody checks a folder that git leaves out', async () => {
    const folder = folderWith({
      '.git/HEAD': '',
      '.gitignore': '/out/\n*.draft.md\n',
      'out/.gitignore': 'local.md\n',
      'out/portfolio/a.md': wrong,
      'out/portfolio/local.md': wrong,
      'in/a.md': wrong,
      'in/b.draft.md': wrong,
    });
    deepEqual(await findings(join(folder, 'out', 'portfolio')), [
      'a.md:3:12-3:17 element-unknown',
      'local.md:3:12-3:17 element-unknown',
    ]);
    deepEqual(await findings(join(folder, 'in')), ['a.md:3:12-3:17 element-unknown']);
  });

  it('are none of those in .git and node_modules', async () => {
    const folder = folderWith({ '.git/a.md': wrong, 'b/node_modules/c/a.md': wrong, '.github/a.md': wrong });
    deepEqual(await findings(folder), ['.github/a.md:3:12-3:17 element-unknown']);
  });

  it('are those that include names and exclude does not', async () => {
    const folder = folderWith({
      'portfolio.yaml': 'include: [evidence/**/*.md]\nexclude: ["**/old/**"]\n',
      'a.md': wrong,
      'evidence/b.md': wrong,
      'evidence/old/c.md': wrong,
    });
    deepEqual(await findings(folder), ['evidence/b.md:3:12-3:17 element-unknown']);
  });

  it('are none that a symbolic link brings in', async function () {
    const outside = folderWith({ 'secret.md': wrong, 'more/secret.md': wrong, 'secret.pdf': 'x' });
    const folder = folderWith({
      'a.md': evidence('[3.2.4]', 'attachments: [attachments/secret.pdf]\n'),
      'b.md': evidence('[3.2.4]', 'attachments: [attachments/own.pdf]\n'),
      'attachments/real.pdf': 'x',
    });
    try {
      symlinkSync(join(outside, 'secret.md'), join(folder, 'link.md'));
      symlinkSync(join(outside, 'more'), join(folder, 'more'));
      symlinkSync('..', join(folder, 'attachments', 'up'));
      symlinkSync(join(outside, 'secret.pdf'), join(folder, 'attachments', 'secret.pdf'));
      symlinkSync('real.pdf', join(folder, 'attachments', 'own.pdf'));
    } catch {
      // Windows lets few people make symbolic links.
      return this.skip();
    }
    deepEqual(await findings(folder), ['a.md:4:15-4:37 attachment-missing']);
  });

  it('are not portfolio.yaml where it is a link to a file outside', async function () {
    const outside = folderWith({ 'portfolio.yaml': 'title: Stolen\n' });
    const folder = folderWith({ 'a.md': evidence() });
    try {
      symlinkSync(join(outside, 'portfolio.yaml'), join(folder, 'portfolio.yaml'));
    } catch {
      return this.skip();
    }
    const { out } = await run(['check', folder]);
    equal(out.includes('Stolen'), false);
  });

  it('may be a folder whose name ends in .md', async () => {
    const folder = folderWith({ 'a.md': evidence() });
    mkdirSync(join(folder, 'folder.md'));
    deepEqual(await findings(folder), []);
  });
});

describe('places in files', () => {
  const text = '---\ntitle: A\nelements: [3.2.9]\n---\nSee [b](b.md).\n';
  const expected = ['a.md:3:12-3:17 element-unknown', 'a.md:5:9-5:13 link-broken'];

  for (const [name, changed] of [
    ['line feeds', text],
    ['carriage returns and line feeds', text.replaceAll('\n', '\r\n')],
  ] as const) {
    it(`are the same with ${name}`, async () => {
      deepEqual(await findings(folderWith({ 'a.md': changed })), expected);
    });
  }

  it('are the same behind a byte order mark, which editors do not count', async () => {
    deepEqual(await findings(folderWith({ 'a.md': `\uFEFF${text}` })), expected);
    const folder = folderWith({ 'portfolio.yaml': '\uFEFFcolours: x\n' });
    deepEqual(await findings(folder), ['portfolio.yaml:1:1-1:8 manifest-value']);
    match((await run(['check', folder])).out, /^ *1:1 {2}error {8}“colours” is not known here\./m);
  });
});

describe('files outside the repository', () => {
  const secret = 'title: Secret\nchildren: [{ id: S-1, text: The words of a secret. }]\n';
  const using = (standard: string): string => `standard: ${standard}\nrules: { element-uncovered: off }\n`;
  const said = async (top: string, folder: string): Promise<readonly string[]> => {
    const { portfolios } = await checkJson(join(top, folder));
    const { out } = await run(['show', 'S-1', join(top, folder)]);
    ok(!out.includes('secret'), out);
    return portfolios.flatMap((portfolio) => portfolio.findings.map(({ message }) => message));
  };

  it('are no standards, there or not, with a repository and without', async () => {
    for (const git of ['work/.git/HEAD', 'work/p/.git', 'other/.git/HEAD'])
      for (const standard of ['../../secret.yaml', '../../gone.yaml', 'x/../../../secret.yaml']) {
        const top = folderWith({
          'secret.yaml': secret,
          'work/p/portfolio.yaml': using(standard),
          [git]: '',
        });
        const messages = await said(top, 'work/p');
        equal(messages.length, 1);
        match(messages[0] ?? '', /leads outside the repository/);
      }
  });

  it('are no standards by symbolic links either', async () => {
    const top = folderWith({ 'secret.yaml': secret, 'work/.git/HEAD': '' });
    for (const [link, target] of [
      ['work/file.yaml', '../secret.yaml'],
      ['work/gone.yaml', '../gone.yaml'],
      ['work/whole.yaml', join(top, 'secret.yaml')],
      ['work/top', '..'],
    ] as const)
      symlinkSync(target, join(top, link));
    for (const standard of ['file.yaml', 'gone.yaml', 'whole.yaml', 'top/secret.yaml', 'top/gone.yaml']) {
      writeFileSync(join(top, 'work/portfolio.yaml'), using(standard));
      const messages = await said(top, 'work');
      equal(messages.length, 1);
      match(messages[0] ?? '', /symbolic link leads from .* out of the repository/);
    }
  });

  it('are no attachments, and those inside are', async () => {
    const top = folderWith({
      'secret.pdf': '',
      'work/.git/HEAD': '',
      'work/shared/inside.pdf': '',
      'work/p/portfolio.yaml': using('customer-service-excellence'),
      'work/p/a.md': evidence('[1.1.1]', 'attachments: [inside.pdf, secret.pdf, gone.pdf]\n'),
    });
    symlinkSync('../shared/inside.pdf', join(top, 'work/p/inside.pdf'));
    symlinkSync('../../secret.pdf', join(top, 'work/p/secret.pdf'));
    symlinkSync('../../gone.pdf', join(top, 'work/p/gone.pdf'));
    deepEqual(await said(top, 'work/p'), [
      'secret.pdf leads outside the repository, through a symbolic link, and nothing there is looked at. Copy the file into the portfolio.',
      'gone.pdf leads outside the repository, through a symbolic link, and nothing there is looked at. Copy the file into the portfolio.',
    ]);
  });

  it('are no manifests, but one inside may be shared', async () => {
    const top = folderWith({
      'portfolio.yaml': 'title: Secret\n',
      'work/.git/HEAD': '',
      'work/shared.yaml': 'title: Shared\nrules: { element-uncovered: off }\n',
      'work/p/a.md': evidence('[1.1.1]'),
      'work/q/a.md': evidence('[1.1.1]'),
      'work/r/a.md': evidence('[1.1.1]'),
    });
    symlinkSync('../shared.yaml', join(top, 'work/p/portfolio.yaml'));
    symlinkSync('../../portfolio.yaml', join(top, 'work/q/portfolio.yaml'));
    symlinkSync('gone.yaml', join(top, 'work/r/portfolio.yaml'));
    equal((await checkJson(join(top, 'work/p'))).portfolios[0]?.title, 'Shared');
    for (const [folder, why] of [
      ['q', 'leads out of the repository'],
      ['r', 'leads to no file'],
    ] as const) {
      const { status, out, err } = await run(['check', join(top, 'work', folder)]);
      equal(status, 2);
      ok(out.includes(why), out);
      match(err, /portfolio\.yaml cannot be read/);
    }
  });

  it('of the same repository may be standards', async () => {
    const top = folderWith({
      'standards/small.yaml': smallText,
      '.git': 'gitdir: elsewhere\n',
      'p/q/portfolio.yaml': using('../../standards/small.yaml'),
    });
    deepEqual(await said(top, 'p/q'), []);
  });
});
