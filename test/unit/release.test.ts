/** What the scripts of a release decide: which sources may go out, to whom, and what stands in the package of npm. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

type Problems = (
  sources: { readonly manifest: object; readonly lock: object; readonly changelog: string },
  tag?: string,
) => readonly string[];
interface Scripts {
  readonly problemsOf: Problems;
  readonly channelOf: (version: string) => string;
  readonly notesOf: (changelog: string, version: string) => string;
  readonly tagsOf: (version: string, channel: string) => readonly { readonly tag: string; moves: boolean }[];
  readonly manifestForNpm: (manifest: object) => Readonly<Record<string, unknown>>;
  readonly weaknessesIn: (answer: unknown, counts: (place: string) => boolean) => readonly object[];
}
const scripts = async (): Promise<Scripts> =>
  Object.assign(
    {},
    ...(await Promise.all(
      ['check', 'builtCommit', 'npmPackage', 'audit'].map(
        (name) => import(resolve(`.scripts/release/${name}.mjs`)) as Promise<Scripts>,
      ),
    )),
  ) as Scripts;

const read = (name: string): string => readFileSync(name, 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly repository: { readonly url: string };
};

const changelog = `# Changelog

## 1.0.0 - 2026-11-30

### Added

- One thing.

## 0.9.0 - Unreleased

- Another.
`;
const of = (version: string, lock = version) => ({
  manifest: { version },
  lock: { version: lock },
  changelog,
});

describe('sources that are to be released', () => {
  const cases: readonly (readonly [string, ReturnType<typeof of>, string | undefined, readonly RegExp[]])[] =
    [
      ['that are ready', of('1.0.0'), 'release-1.0.0', []],
      ['that are ready, whatever the tag', of('1.0.0'), undefined, []],
      [
        'with the tag of another version',
        of('1.0.0'),
        'release-1.0.1',
        [/"release-1\.0\.1".*"release-1\.0\.0"/],
      ],
      ['with a tag that users name', of('1.0.0'), 'v1.0.0', [/"v1\.0\.0".*"release-1\.0\.0"/]],
      ['without a day', of('0.9.0'), 'release-0.9.0', [/says "Unreleased" for version 0\.9\.0/]],
      ['without a day, while they are worked on', of('0.9.0'), undefined, []],
      ['without a heading', of('2.0.0'), 'release-2.0.0', [/no heading "## 2\.0\.0 - "/]],
      ['of which one file was forgotten', of('1.0.0', '0.9.0'), 'release-1.0.0', [/package-lock\.json says/]],
      [
        'of a version that VS Code does not know',
        of('1.0.0-beta.1'),
        'release-1.0.0-beta.1',
        [/no version of three numbers/, /no heading/],
      ],
    ];
  for (const [what, sources, tag, words] of cases)
    it(`${what}: ${words.length === 0 ? 'nothing in the way' : 'says why not'}`, async () => {
      const problems = (await scripts()).problemsOf(sources, tag);
      equal(problems.length, words.length, problems.join('\n'));
      for (const [at, word] of words.entries()) match(problems[at] ?? '', word);
    });

  it('are these, but for the day', async () => {
    const lock = JSON.parse(read('package-lock.json')) as object;
    deepEqual((await scripts()).problemsOf({ manifest, lock, changelog: read('CHANGELOG.md') }), []);
  });

  it('have in the changelog what the release says of itself', async () => {
    const { notesOf } = await scripts();
    equal(notesOf(changelog, '1.0.0'), '### Added\n\n- One thing.\n');
    equal(notesOf(changelog.replaceAll('\n', '\r\n'), '0.9.0'), '- Another.\n');
    ok(notesOf(read('CHANGELOG.md'), manifest.version).length > 1000);
  });
});

describe('a version', () => {
  it('is a pre-release where its second number is odd, and no tag of others moves to it then', async () => {
    const { channelOf, tagsOf } = await scripts();
    const tags = (version: string): string =>
      tagsOf(version, channelOf(version))
        .map(({ tag, moves }) => (moves ? `${tag} moves` : tag))
        .join();
    deepEqual(
      ['1.0.0', '1.1.0', '1.2.3', '2.11.0'].map((version) => [channelOf(version), tags(version)]),
      [
        ['stable', 'v1.0.0,v1 moves'],
        ['pre-release', 'v1.1.0'],
        ['stable', 'v1.2.3,v1 moves'],
        ['pre-release', 'v2.11.0'],
      ],
    );
  });
});

describe('the package.json of the package of npm', () => {
  it('asks for nothing to be installed or run, and says where it comes from', async () => {
    const made = (await scripts()).manifestForNpm(manifest);
    for (const key of [
      'dependencies',
      'devDependencies',
      'scripts',
      'contributes',
      'private',
      'main',
      'files',
    ])
      ok(!(key in made), key);
    deepEqual(made['bin'], manifest.bin);
    // npm holds what it says of itself against the run that published it.
    equal(manifest.repository.url, 'git+https://github.com/evidence-portfolio/evidence-portfolio.git');
    for (const key of ['name', 'version', 'license', 'author', 'homepage', 'bugs', 'repository', 'keywords'])
      ok(made[key], key);
    deepEqual(made['engines'], { node: '>=20.19' });
  });
});

describe('known weaknesses', () => {
  // As npm 11 answers: https://docs.npmjs.com/cli/commands/npm-audit
  const answer = {
    auditReportVersion: 2,
    vulnerabilities: {
      yaml: {
        name: 'yaml',
        severity: 'moderate',
        via: [{ name: 'yaml', severity: 'moderate', title: 'Deep nesting', url: 'https://example.org/1' }],
        nodes: ['node_modules/yaml'],
      },
      mocha: {
        name: 'mocha',
        severity: 'high',
        via: ['serialize'],
        nodes: ['node_modules/mocha'],
      },
      serialize: {
        name: 'serialize',
        severity: 'high',
        via: [{ name: 'serialize', severity: 'high', title: 'Code', url: 'https://example.org/2' }],
        nodes: ['node_modules\\mocha\\node_modules\\serialize'],
      },
    },
  };

  it('are told apart by whether the package is in a bundle', async () => {
    const { weaknessesIn } = await scripts();
    const names = (counts: (place: string) => boolean) =>
      weaknessesIn(answer, counts).map((known) => (known as { readonly name: string }).name);
    deepEqual(names((place) => place === 'node_modules/yaml'), ['yaml']); // prettier-ignore
    deepEqual(names(() => true), ['yaml', 'serialize']); // prettier-ignore
    deepEqual(names((place) => place === 'node_modules/mocha/node_modules/serialize'), ['serialize']); // prettier-ignore
    deepEqual(weaknessesIn({ vulnerabilities: {} }, () => true), []); // prettier-ignore
  });
});

describe('the scripts of package.json', () => {
  it('ask no shell for more than one command after another', () => {
    for (const [name, line] of Object.entries(manifest.scripts))
      for (const command of line.split(' && ')) {
        match(command, /^(?:node|npm|tsx|mocha|eslint|prettier|tsc) /, name);
        // Variables, patterns, quotes, pipes: each is something else to the shell of Windows.
        match(command, /^[\w ./:=-]+$/, name);
      }
  });

  it('name scripts and files that are there', () => {
    for (const line of Object.values(manifest.scripts)) {
      for (const [, name = ''] of line.matchAll(/npm run ([\w:]+)/g)) ok(name in manifest.scripts, name);
      for (const [file] of line.matchAll(/[\w./]+\.(?:mjs|ts|json)\b/g)) ok(existsSync(file), file);
    }
  });
});

describe('the workflows', () => {
  interface Workflow {
    readonly permissions: Readonly<Record<string, string>>;
    readonly jobs: Readonly<
      Record<
        string,
        {
          readonly if?: string;
          readonly steps: readonly { readonly run?: string; readonly uses?: string; readonly env?: object }[];
        }
      >
    >;
  }
  const workflow = (name: string) => parse(read(`.github/workflows/${name}.yml`)) as Workflow;

  for (const name of ['ci', 'release', 'pack'])
    it(`${name} may read only, unless a job says otherwise, and runs what there is`, () => {
      const { permissions, jobs } = workflow(name);
      deepEqual(permissions, { contents: 'read' });
      for (const { steps } of Object.values(jobs))
        for (const { run = '', uses } of steps) {
          for (const [, script = ''] of run.matchAll(/npm run ([\w:]+)/g))
            ok(script in manifest.scripts, script);
          for (const [file] of run.matchAll(/\.(?:scripts|ci)\/[\w./]+/g)) ok(existsSync(file), file);
          // Nothing that somebody typed, such as the name of a tag, becomes a part of a script.
          ok(!run.includes('${{'), run);
          ok(uses === undefined || /^(?:actions\/[\w-]+@v\d+|\.\/)$/.test(uses), uses);
        }
    });

  it('hand out a secret only where something is given to others, for a tag', () => {
    for (const [name, { if: condition, steps }] of Object.entries(workflow('release').jobs)) {
      const isSecret = steps.some(({ env }) => JSON.stringify(env ?? {}).includes('secrets.'));
      if (isSecret) equal(condition, "github.event_name == 'push'", name);
    }
    ok(!read('.github/workflows/ci.yml').includes('secrets.'));
  });
});
