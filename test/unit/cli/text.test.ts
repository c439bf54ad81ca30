/** What check and coverage print for people. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { evidence, folderWith, isAsInFixture, removeFolders, run, sample } from './support';

afterEach(removeFolders);

/** Everything that a terminal would obey, and that a line end is not. */
const obeyed = /(?!\n)[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u;

describe('check for people', () => {
  it('prints the findings of the sample, what they add up to, and what to do next', async () => {
    const { status, out, err } = await run(['check', sample, '--today', '2026-11-21']);
    isAsInFixture(out, 'check-sample.txt');
    equal(err, '');
    equal(status, 1);
  });

  it('says the same in colours on a terminal', async () => {
    const plain = await run(['check', sample]);
    const coloured = await run(['check', sample], { isTerminal: true });
    ok(!plain.out.includes('\u001B'));
    ok(coloured.out.includes('\u001B[31merror      \u001B[39m'));
    // eslint-disable-next-line no-control-regex
    equal(coloured.out.replace(/\u001B\[\d+m/g, ''), plain.out);
  });

  it('says that there is nothing to report', async () => {
    const folder = folderWith({
      'portfolio.yaml': 'title: Eastfield\nrules: { element-uncovered: off }\n',
      'a.md': evidence(),
    });
    const { out } = await run(['check', folder]);
    equal(
      out,
      `Eastfield

1 evidence file. 57 elements: 1 evidenced, 56 missing.
Nothing to report.

What to do next
  1. Find evidence for 1.1.1, “We have an in-depth understanding of the characteristics of our current and…”, and for 55 more elements.
`,
    );
  });

  it('counts what it found', async () => {
    const folder = folderWith({
      'portfolio.yaml': 'title: Eastfield\nrules: { element-uncovered: off }\n',
      'a.md': evidence('[3.2.9, 3.2.4, 3.2.4, 1.1.1, 1.1.1]', 'owners: Ms Gray\nreview-by: 2026-12-01\n'),
      'b.md': evidence('[3.2.9]'),
    });
    const { out } = await run(['check', folder]);
    match(out, /^2 errors, 2 warnings, 1 information, 1 hint\.$/m);
    match(out, /^ {2}1\. Mend the 2 errors, beginning with a\.md, line 3\.$/m);
  });

  it('names what is most pressing first: errors, then the longest overdue review, then drafts', async () => {
    const folder = folderWith({
      'a.md': evidence('[1.1.1]', 'review-by: 2026-10-21\n'),
      'b.md': evidence('[1.1.2]', 'review-by: 2026-01-21\n'),
      'c.md': evidence('[1.1.3]', 'status: draft\n'),
      'd.md': evidence('[3.2.9]'),
    });
    const { out } = await run(['check', folder]);
    deepEqual(out.split('What to do next\n')[1]?.split('\n'), [
      '  1. Mend the error in d.md, line 3.',
      '  2. Review “Correcting wrong information” (b.md), 304 days overdue, the longest overdue of 2.',
      '  3. Finish the draft for 1.1.3, “We make particular efforts to identify hard-to-reach and disadvantaged groups…”.',
      '',
    ]);
  });
});

describe('coverage for people', () => {
  it('has no line, not even an empty one, for what is out of scope', async () => {
    const folder = folderWith({
      'portfolio.yaml': 'title: Eastfield\nstandard: { file: flat.yaml, profile: core }\n',
      'flat.yaml': `title: Flat\nprofiles: [{ id: core, title: Core }, { id: more, title: More }]\nchildren:\n${['B.1', 'B.2', 'B.3', 'B.4'].map((id) => `  - { id: ${id}, title: Part ${id}, profiles: [${id === 'B.3' ? 'core' : 'more'}] }\n`).join('')}`,
      'a.md': '---\ntitle: A\nelements: [B.4]\n---\n\nText.\n',
    });
    const { out } = await run(['coverage', folder, '--today', '2026-11-21']);
    match(out, /\n\n✗ B\.3 {2}Part B\.3 {2}missing\n\n· B\.4 {2}Part B\.4 {2}out of scope\n$/);
  });

  it('prints the standard with the states of the sample', async () => {
    const { status, out, err } = await run(['coverage', sample, '--today', '2026-11-21']);
    isAsInFixture(out, 'coverage-sample.txt');
    equal(err, '');
    equal(status, 0);
  });

  it('says the same in colours on a terminal', async () => {
    const plain = await run(['coverage', sample]);
    const coloured = await run(['coverage', sample], { isTerminal: true });
    ok(!plain.out.includes('\u001B'));
    ok(coloured.out.includes('\u001B[32m✓\u001B[39m'));
    // eslint-disable-next-line no-control-regex
    equal(coloured.out.replace(/\u001B\[\d+m/g, ''), plain.out);
  });
});

describe('files that want to play with the terminal', () => {
  const escape = '\u001B[2J\u001B]0;gone\u0007';
  const name = process.platform === 'win32' ? 'a\u202Egpj.md' : `a${escape}\u202Egpj\n\r.md`;
  const hostile = {
    'portfolio.yaml':
      'title: "Any\\e[31mtown\\u202E\\u0085\\u2028\\x9b31m"\nassessment:\n  "1.1.1\\e[1m": { applicable: false, reason: "\\e[0m" }\n  "3.2.4": { self: "comp\\e[5mliant" }\n',
    [name]: `---\ntitle: "T\\e[31m\\u2066"\nelements: ["3.2.9\\e[31m", 3.2.4, "4.1.2\\u202E"]\nref: "\\e[1m"\nreview-by: 2026-01-01\n"owner\\e": x\nattachments: ["x\\e[31m.pdf", "../\\u202Efdp"]\n---\n\n[a](b\u202E${escape}.md)\n`,
    'b.md': '---\ntitle: B\nelements: [3.2.1]\nref: "\\e[1m"\n---\n\nB\n',
  };

  for (const [command, isTerminal] of [
    ['check', false],
    ['check', true],
    ['coverage', false],
    ['coverage', true],
  ] as const) {
    it(`are shown by ${command}${isTerminal ? ' on a terminal' : ''}, and not obeyed`, async () => {
      const { out, err } = await run([command, folderWith(hostile)], { isTerminal });
      // Colours are ours.
      // eslint-disable-next-line no-control-regex
      const shown = isTerminal ? out.replace(/\u001B\[(?:1|22|31|32|33|36|39|90)m/g, '') : out;
      equal(obeyed.exec(shown), null);
      equal(obeyed.exec(err), null);
      ok(shown.includes('Any\\u001B[31mtown\\u202E\\u0085\\u2028\\u009B31m'));
      if (command === 'check') ok(shown.includes('3.2.9\\u001B[31m is not an element'));
    });
  }

  it('are escaped in JSON, which says the same', async () => {
    const { out } = await run(['check', folderWith(hostile), '--format', 'json']);
    equal(obeyed.exec(out), null);
    const { portfolios } = JSON.parse(out) as {
      portfolios: { title: string; findings: { file: string }[] }[];
    };
    equal(portfolios[0]!.title, 'Any\u001B[31mtown\u202E\u0085\u2028\u009B31m');
    ok(portfolios[0]!.findings.some(({ file }) => file === name));
  });

  it('are shown where the folder itself has such a name', async () => {
    const { err } = await run(['check', `nowhere${escape}`]);
    equal(err, 'evidence-portfolio: there is no folder nowhere\\u001B[2J\\u001B]0;gone\\u0007.\n');
  });
});
