/** What `check` prints for the places where reviews happen. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { outputs } from '../../../server/cli/check/outputs/all';
import { namesOf } from '../../../server/cli/command/shared';
import { holdsNothingThatActs, isTameMarkdown } from './acting';
import { hostileFiles } from './hostile';
import { evidence, folderWith, isAsInFixture, removeFolders, run } from './support';
import { elementsOf, junitProblems } from './xml';

afterEach(removeFolders);

/** Quiet about the elements that nobody has evidence for. */
const quiet = 'title: Anytown Libraries\nrules: { element-uncovered: off }\n';

const files = {
  '.git/HEAD': '',
  'libraries/portfolio.yaml': `${quiet}assessment:\n  4.2.2: { self: compliant }\n`,
  'libraries/a file.md': evidence('[3.2.9, 3.2.4, 3.2.4]', 'owners: Nobody\n'),
  'libraries/old.md': evidence('[1.1.1]', 'review-by: 2026-10-01\n'),
  'libraries/soon.md': evidence('[1.1.2]', 'review-by: 2026-12-01\n'),
};

const checkFormats = namesOf(outputs);
const rulePage = (code: string): string => readFileSync(join('docs/rules', `${code}.md`), 'utf8');
const inFolder = (texts: Readonly<Record<string, string>>): string => join(folderWith(texts), 'libraries');

describe('the outputs of check', () => {
  for (const format of checkFormats.filter((name) => name !== 'text' && name !== 'json')) {
    it(`are as in the fixture for ${format}`, async () => {
      const { out, err, status } = await run(['check', inFolder(files), '--format', format], { rulePage });
      isAsInFixture(out, `outputs/check.${format}.txt`);
      equal(err, '');
      equal(status, 1);
    });
  }

  it('are chosen by the system on which the check runs', async () => {
    const folder = inFolder(files);
    const first = async (environment: Record<string, string>): Promise<string> =>
      (await run(['check', folder], { environment })).out.slice(0, 20);
    match(await first({ GITHUB_ACTIONS: 'true' }), /^::error /);
    match(await first({ TF_BUILD: 'True' }), /^##vso\[task\.logissue/);
    match(await first({ GITLAB_CI: 'true' }), /^Anytown Libraries/);
    match(await first({}), /^Anytown Libraries/);
    const { out } = await run(['check', folder, '--format', 'json'], {
      environment: { GITHUB_ACTIONS: 'true' },
    });
    match(out, /^\{/);
  });
});

describe('check --output', () => {
  it('writes several files beside standard output', async () => {
    const place = folderWith({});
    const outputs = ['sarif', 'markdown', 'junit'].flatMap((name) => [
      '--output',
      `${name}=${join(place, `out.${name}`)}`,
    ]);
    const folder = inFolder(files);
    const { out, status } = await run(['check', folder, ...outputs], { rulePage, isTerminal: true });
    match(out, /error/);
    equal(status, 1);
    deepEqual(readdirSync(place).sort(), ['out.junit', 'out.markdown', 'out.sarif']);
    for (const name of ['sarif', 'markdown', 'junit'])
      equal(
        readFileSync(join(place, `out.${name}`), 'utf8'),
        (await run(['check', folder, '--format', name], { rulePage })).out,
      );
  });

  it('says which folder is not there, before it does anything', async () => {
    const file = join(folderWith({}), 'gone', 'out.sarif');
    const { out, err, status } = await run(['check', inFolder(files), '--output', `sarif=${file}`]);
    match(err, /^evidence-portfolio: there is no folder .*gone for .*out\.sarif\. Make it first\.\n$/);
    equal(out, '');
    equal(status, 2);
  });

  it('does not take a folder for a file', async () => {
    const place = folderWith({});
    mkdirSync(join(place, 'out'));
    const { err, status } = await run(['check', inFolder(files), '--output', `sarif=${join(place, 'out')}`]);
    match(err, /out is a folder\. Give the name of a file\.\n$/);
    equal(status, 2);
  });
});

describe('the annotations of GitHub', () => {
  const many = {
    'portfolio.yaml': quiet,
    ...Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [
        `${at}.md`,
        `---\ntitle: T\nelements: [3.2.9, 3.2.4, 3.2.4]\nowners: A\n---\nText.\n`,
      ]),
    ),
  };

  it('are ten of a kind, the most severe first, and the rest is counted', async () => {
    const { out } = await run(['check', folderWith(many), '--format', 'github']);
    const kinds = out.match(/^::\w+/gm) ?? [];
    deepEqual(kinds, [
      ...Array<string>(10).fill('::error'),
      ...Array<string>(10).fill('::warning'),
      ...Array<string>(10).fill('::notice'),
    ]);
    match(out, /^6 more findings: GitHub shows ten of a kind\. The job summary has them all\.$/m);
  });

  it('have all findings in the job summary, behind what is there', async () => {
    const summary = join(folderWith({ 'summary.md': 'Before.\n' }), 'summary.md');
    const environment = {
      GITHUB_ACTIONS: 'true',
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'anytown/libraries',
      GITHUB_SHA: 'a'.repeat(40),
    };
    await run(['check', folderWith(many)], { environment });
    const text = readFileSync(summary, 'utf8');
    match(text, /^Before\.\n## /);
    match(text, /<summary>Findings \(36\)<\/summary>/);
    match(text, /\[11\.md:3\]\(https:\/\/github\.com\/anytown\/libraries\/blob\/a{40}\/11\.md#L3\)/);
  });

  it('do not stop the check where the job summary cannot be written', async () => {
    const environment = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(folderWith({}), 'gone', 'x') };
    const { err, status } = await run(['check', folderWith(many)], { environment });
    match(err, /x cannot be written: its folder is not there\.\n$/);
    equal(status, 1);
  });
});

describe('the escapes of GitHub', () => {
  const names = [
    '100%.md',
    'a%0Ab.md',
    'a,b.md',
    'a:b::c.md',
    'a\nb.md',
    'é😀.md',
    '%25.md',
    'line=1,col=2.md',
  ];

  it('give back every name and every message, as the runner reads them', async function () {
    if (process.platform === 'win32') return this.skip();
    const texts = Object.fromEntries(
      names.map((name) => [name, `---\ntitle: T\nelements: ["%, ::x::, %0A, ${name.length}"]\n---\nText.\n`]),
    );
    const { out } = await run([
      'check',
      folderWith({ 'portfolio.yaml': quiet, ...texts }),
      '--format',
      'github',
    ]);
    // As ActionCommand.TryParseV2 of the runner.
    const read = out
      .split('\n')
      .filter((line) => line.startsWith('::error '))
      .map((line) => {
        const end = line.indexOf('::', 2);
        const unescaped = (text: string): string =>
          text
            .replaceAll('%0D', '\r')
            .replaceAll('%0A', '\n')
            .replaceAll('%3A', ':')
            .replaceAll('%2C', ',')
            .replaceAll('%25', '%');
        const properties = Object.fromEntries(
          line
            .slice(8, end)
            .split(',')
            .map((pair) => [pair.split('=')[0], unescaped(pair.split('=').slice(1).join('='))]),
        ) as Readonly<Record<string, string>>;
        return [properties['file'], unescaped(line.slice(end + 2)).replace(/ is not .*/, '')];
      });
    deepEqual(read.map(([file]) => file).sort(), [...names].sort());
    deepEqual(
      read.map(([file, message]) => [file, message]),
      read.map(([file = '']) => [file, `%, ::x::, %0A, ${file.length}`]),
    );
  });
});

describe('docs/outputs.md', () => {
  it('names every format', () => {
    const rows = readFileSync('docs/outputs.md', 'utf8').match(/^\| `\w+`/gm) ?? [];
    deepEqual(
      rows.map((row) => row.slice(3, -1)),
      checkFormats,
    );
  });
});

describe('SARIF', () => {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  (addFormats as unknown as (to: Ajv) => void)(ajv);
  // The schema is of JSON Schema's draft 4. What it uses of it is the same in draft 7, but for the name of its ID.
  const schema = JSON.parse(readFileSync('test/unit/cli/fixtures/sarif-schema-2.1.0.json', 'utf8')) as {
    $schema?: string;
    id?: string;
  };
  delete schema.$schema;
  delete schema.id;
  const isSarif = ajv.compile(schema);

  interface Log {
    readonly runs: readonly {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly partialFingerprints: Readonly<Record<string, string>>;
      }[];
    }[];
  }
  const logOf = async (folder: string): Promise<Log> =>
    JSON.parse((await run(['check', folder, '--format', 'sarif'], { rulePage })).out) as Log;
  const fingerprints = async (folder: string): Promise<readonly string[]> =>
    (await logOf(folder)).runs[0]!.results.map(
      ({ ruleId, partialFingerprints }) => `${ruleId} ${partialFingerprints['evidencePortfolio/v1'] ?? ''}`,
    );

  for (const [what, texts] of [
    ['findings', files],
    ['nothing', { 'libraries/portfolio.yaml': quiet }],
    [
      'hostile files',
      Object.fromEntries(Object.entries(hostileFiles).map(([p, t]) => [`libraries/${p}`, t])),
    ],
    ['no portfolio', { 'libraries/README.md': '' }],
  ] as const) {
    it(`is valid after the schema of OASIS with ${what}`, async () => {
      const log = await logOf(inFolder(texts));
      ok(isSarif(log), ajv.errorsText(isSarif.errors));
      for (const { ruleId, ruleIndex } of log.runs[0]!.results)
        equal(log.runs[0]!.tool.driver.rules[ruleIndex]?.id, ruleId);
    });
  }

  it('has a fingerprint for each finding, of which no two are the same', async () => {
    const all = await fingerprints(inFolder(files));
    equal(new Set(all).size, all.length);
  });

  it('keeps the fingerprints when lines move and days pass', async () => {
    const folder = inFolder(files);
    const before = await fingerprints(folder);
    const place = join(folder, 'a file.md');
    writeFileSync(place, readFileSync(place, 'utf8').replace('---\n', '---\n# a line more\n'));
    writeFileSync(join(folder, 'portfolio.yaml'), `# a line more\n${files['libraries/portfolio.yaml']}`);
    deepEqual(await fingerprints(folder), before);
    renameSync(place, join(folder, 'b.md'));
    ok((await fingerprints(folder)).filter((text) => !before.includes(text)).length > 0);
  });
});

describe('SARIF of more findings than GitHub takes', () => {
  interface Log {
    readonly runs: readonly {
      readonly invocations?: readonly {
        readonly executionSuccessful: boolean;
        readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[];
      }[];
      readonly results: readonly {
        readonly level: string;
        readonly ruleId: string;
        readonly message: { readonly text: string };
      }[];
    }[];
  }
  const sarifOf = async (texts: Readonly<Record<string, string>>) => {
    const argv = ['check', folderWith({ 'portfolio.yaml': quiet, ...texts }), '--format', 'sarif'];
    const { out, err, status } = await run(argv, { rulePage });
    return { run: (JSON.parse(out) as Log).runs[0]!, out, err, status };
  };
  /** Named twice and more often: as many warnings but one. */
  const warnings = (number: number): string =>
    evidence(
      `[${Array<string>(number + 1)
        .fill('3.2.4')
        .join(', ')}]`,
    );

  it('has the gravest, and says how many it has not', async () => {
    const texts = { 'a.md': warnings(25_100), 'z.md': evidence('[9.9.9, 8.8.8]') };
    const { run: log, err, status } = await sarifOf(texts);
    equal(log.results.length, 25_000);
    deepEqual(
      log.results.slice(0, 3).map(({ level }) => level),
      ['error', 'error', 'warning'],
    );
    const said =
      '102 findings of 25,102 are not in the SARIF file, the least grave ones: GitHub would not take it with all of them. Other formats have them all.';
    equal(err, `evidence-portfolio: ${said}\n`);
    const [invocation] = log.invocations ?? [];
    equal(invocation?.toolExecutionNotifications[0]?.message.text, said);
    equal(invocation.executionSuccessful, true);
    equal(status, 1);
  });

  it('has all of them at the limit, the gravest first where GitHub stores some only', async () => {
    const { run: log, err } = await sarifOf({ 'a.md': warnings(24_999), 'z.md': evidence('[9.9.9]') });
    deepEqual(
      [log.results.length, log.results[0]?.level, log.invocations, err],
      [25_000, 'error', undefined, ''],
    );
  });

  it('keeps the order of the files below that', async () => {
    const { run: log } = await sarifOf({ 'a.md': warnings(20), 'z.md': evidence('[9.9.9]') });
    deepEqual(
      [log.results[0]?.level, log.results.at(-1)?.level, log.results.length],
      ['warning', 'error', 21],
    );
  });

  it('is no larger than GitHub takes after gzip', async () => {
    // Words that no two have in common, so that they do not pack well.
    let seed = 1;
    const word = (): string => {
      let text = '';
      for (let at = 0; at < 150; at += 1) {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        text += seed.toString(36).slice(-6);
      }
      return text;
    };
    const long = (): string => evidence(`[${Array.from({ length: 1_000 }, word).join(', ')}]`);
    const texts = Object.fromEntries(Array.from({ length: 16 }, (_, at) => [`${at}.md`, long()]));
    const { run: log, out, err } = await sarifOf(texts);
    const { length } = gzipSync(out);
    ok(length <= 10_000_000 && length > 5_000_000, String(length));
    ok(log.results.length < 16_000);
    match(err, /^evidence-portfolio: [\d,]+ findings of 16,000 are not in the SARIF file/);
  });

  it('cuts a message that quotes what nobody reads', async () => {
    const { run: log } = await sarifOf({ 'a.md': evidence(`[${'x'.repeat(5000)}]`) });
    ok(log.results.length > 0);
    for (const { message } of log.results) ok(message.text.length <= 2000, String(message.text.length));
  });
});

describe('JUnit', () => {
  const namesIn = async (texts: Readonly<Record<string, string>>): Promise<readonly string[]> => {
    const { out } = await run(['check', inFolder(texts), '--format', 'junit']);
    return Array.from(
      out.matchAll(/<testcase name="([^"]*)" classname="([^"]*)"/g),
      ([, name = '', path = '']) => `${path} ${name}`,
    );
  };

  it('calls a case the same when lines move and days pass, and no two cases of a file', async () => {
    const before = await namesIn(files);
    equal(new Set(before).size, before.length);
    deepEqual(
      before.filter((name) => /:\d/.test(name)),
      [],
    );
    const moved = {
      ...files,
      'libraries/portfolio.yaml': `# a line more\n\n${files['libraries/portfolio.yaml']}`,
      'libraries/a file.md': files['libraries/a file.md']
        .replace('---\n', '---\n# a line more\n')
        .replace('[3.2.9,', '[ 3.2.9,'),
    };
    deepEqual(await namesIn(moved), before);
    const { out } = await run(['check', inFolder(files), '--format', 'junit', '--today', '2026-11-23']);
    for (const name of before)
      ok(out.includes(`name="${name.slice(name.lastIndexOf('.md ') + 4)}"`) || name.includes('yaml'), name);
  });

  it('counts what is the same, and cuts what is long', async () => {
    const long = 'x'.repeat(300);
    const names = await namesIn({
      'libraries/portfolio.yaml': quiet,
      'libraries/a.md': evidence(`[3.2.4, 3.2.4, 3.2.4, ${long}1, ${long}2]`),
    });
    deepEqual(names, [
      'a.md element-duplicate 3.2.4',
      'a.md element-duplicate 3.2.4 (2)',
      `a.md element-unknown ${'x'.repeat(79)}…`,
      `a.md element-unknown ${'x'.repeat(79)}… (2)`,
    ]);
  });

  for (const [what, texts] of [
    ['findings', files],
    ['nothing', { 'libraries/portfolio.yaml': quiet }],
    [
      'hostile files',
      Object.fromEntries(Object.entries(hostileFiles).map(([p, t]) => [`libraries/${p}`, t])),
    ],
  ] as const) {
    it(`has the shape that Jenkins and others read, with ${what}`, async () => {
      const { out } = await run(['check', inFolder(texts), '--format', 'junit']);
      deepEqual(junitProblems(elementsOf(out)), []);
    });
  }
});

describe('the code quality report of GitLab', () => {
  it('has the fields that GitLab documents, and no fingerprint twice', async () => {
    for (const texts of [files, { 'libraries/portfolio.yaml': quiet }]) {
      const { out } = await run(['check', inFolder(texts), '--format', 'gitlab']);
      const issues = JSON.parse(out) as readonly {
        readonly description: unknown;
        readonly check_name: unknown;
        readonly fingerprint: unknown;
        readonly severity: unknown;
        readonly location: { readonly path: unknown; readonly lines: { readonly begin: unknown } };
      }[];
      for (const { description, check_name, fingerprint, severity, location } of issues) {
        for (const text of [description, check_name, fingerprint, location.path])
          ok(typeof text === 'string' && text !== '');
        ok(['info', 'minor', 'major', 'critical', 'blocker'].includes(String(severity)));
        ok(Number.isInteger(location.lines.begin));
        ok(!/^\.?\//.test(String(location.path)));
      }
      equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, issues.length);
    }
  });
});

describe('a hostile portfolio', () => {
  for (const format of checkFormats) {
    it(`does nothing in the output ${format}`, async () => {
      const { out, err } = await run(['check', folderWith(hostileFiles), '--format', format], { rulePage });
      holdsNothingThatActs(out);
      holdsNothingThatActs(err);
      isAsInFixture(out, `outputs/hostile.${format}.txt`);
      if (format === 'markdown') isTameMarkdown(out);
    });
  }
});
