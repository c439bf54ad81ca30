/** What we offer for GitLab, Azure Pipelines and pre-commit: the files parse, and their scripts run in a real shell. */
import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { holdsNothingThatActs, isTameMarkdown } from '../unit/cli/acting';
import { gitIn } from '../unit/cli/gitRepository';
import { bash } from './support/actionRunner';
import { commentsApi } from './support/commentsApi';
import { folderOf, sampleFolder } from './support/folders';
import type { PullRequest } from './support/pullRequest';
import { cloneOf, pullRequest } from './support/pullRequest';

type Texts = Readonly<Record<string, string>>;

const read = (file: string): unknown => parse(readFileSync(file, 'utf8'));

/** A folder for PATH with the command, and with an npm that installs what has been built, wherever it is told to. */
function tools(): string {
  const bin = folderOf({}).path;
  const command = `#!/bin/sh\nexec node "${resolve('dist/cli.js')}" "$@"\n`;
  const npm = `#!/bin/sh
[ "$1 $2 $3 $4 $5" = "install --allow-git=root --no-audit --no-fund --prefix" ] || exit 9
mkdir -p "$6/node_modules/.bin" && cp "${bin}/evidence-portfolio" "$6/node_modules/.bin/"
ln -s "${resolve('.')}" "$6/node_modules/evidence-portfolio"
[ -n "$7" ]
`;
  for (const [name, text] of Object.entries({ 'evidence-portfolio': command, npm })) {
    writeFileSync(join(bin, name), text);
    chmodSync(join(bin, name), 0o755);
  }
  return bin;
}

const surroundings = (bin: string): Texts => ({
  PATH: `${bin}:${process.env['PATH'] ?? ''}`,
  HOME: bin,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  CI: 'true',
});

async function runLines(lines: readonly string[], folder: string, environment: Texts) {
  const script = join(folderOf({}).path, 'script.sh');
  writeFileSync(script, lines.join('\n'));
  return bash(script, folder, environment);
}

describe('ci/gitlab.yml', () => {
  interface Template {
    readonly 'evidence-portfolio': {
      readonly variables: Texts;
      readonly before_script: readonly string[];
      readonly script: readonly string[];
      readonly artifacts: {
        readonly expose_as: string;
        readonly paths: readonly string[];
        readonly reports: Texts;
      };
    };
  }
  const { 'evidence-portfolio': job } = read('ci/gitlab.yml') as Template;

  const run = (request: PullRequest, workspace: string, more: Texts = {}) =>
    runLines([...job.before_script, ...job.script], workspace, {
      ...surroundings(tools()),
      ...job.variables,
      EVIDENCE_FOLDER: 'libraries',
      GITLAB_CI: 'true',
      CI_PROJECT_URL: 'https://gitlab.com/anytown/libraries',
      CI_PROJECT_ID: '5',
      CI_COMMIT_SHA: request.head,
      CI_MERGE_REQUEST_IID: '7',
      CI_MERGE_REQUEST_DIFF_BASE_SHA: gitIn(request.origin, 'merge-base', 'main', 'topic').trim(),
      CI_JOB_URL: 'https://gitlab.com/anytown/libraries/-/jobs/9',
      ...more,
    });
  const cloneOfBranch = (request: PullRequest): string => cloneOf(request, 'refs/pull/7/head');

  it('writes the artifacts that it names', async () => {
    const request = pullRequest('remove');
    const workspace = cloneOfBranch(request);
    const { status, log } = await run(request, workspace);
    equal(status, 0, log);
    for (const path of [...job.artifacts.paths, ...Object.values(job.artifacts.reports)])
      ok(existsSync(join(workspace, path)), path);
    match(job.artifacts.expose_as, /^[\w -]{1,100}$/);
    match(readFileSync(join(workspace, 'evidence-diff.md'), 'utf8'), /1 element loses its only evidence/);
    match(readFileSync(join(workspace, 'gl-code-quality-report.json'), 'utf8'), /"fingerprint"/);
    match(log, /No note was written on the merge request: there is no EVIDENCE_TOKEN/);
  });

  it('fails on errors that are new, after it has written the artifacts', async () => {
    const request = pullRequest('add');
    const workspace = cloneOfBranch(request);
    equal((await run(request, workspace)).status, 1);
    for (const path of job.artifacts.paths) ok(existsSync(join(workspace, path)), path);
    equal((await run(request, workspace, { EVIDENCE_FAIL_ON: 'never' })).status, 0);
  });

  it('compares merged results with the branch that is merged into', async () => {
    const request = pullRequest('remove');
    const workspace = cloneOf(request, 'refs/pull/7/merge');
    await run(request, workspace, { CI_MERGE_REQUEST_TARGET_BRANCH_SHA: request.base });
    doesNotMatch(readFileSync(join(workspace, 'evidence-diff.md'), 'utf8'), /other\.md/);
  });

  it('checks all of it on the default branch', async () => {
    const request = pullRequest('prose');
    const workspace = cloneOf(request, 'main');
    const none = { CI_MERGE_REQUEST_DIFF_BASE_SHA: '', CI_MERGE_REQUEST_IID: '' };
    const { status, log } = await run(request, workspace, none);
    deepEqual([status, existsSync(join(workspace, 'evidence-diff.md'))], [0, false], log);
    ok(existsSync(join(workspace, 'gl-code-quality-report.json')));
  });

  it('keeps one note, where it has a token', async () => {
    const api = await commentsApi('project_5_bot');
    const more = { EVIDENCE_TOKEN: 'secret', CI_API_V4_URL: api.address };
    const foreign = api.say('<!-- evidence-portfolio libraries -->\nA reader’s');
    for (const name of ['remove', 'prose']) {
      const request = pullRequest(name);
      equal((await run(request, cloneOfBranch(request), more)).status, 0);
    }
    equal(api.comments.length, 2);
    match(
      api.comments[1]?.body ?? '',
      /^<!-- evidence-portfolio libraries -->\n[^]*stays as it is[^]*\/jobs\/9\)<\/sub>\n$/,
    );
    equal(foreign.body, '<!-- evidence-portfolio libraries -->\nA reader’s');
    ok(api.headers.every((headers) => headers['private-token'] === 'secret'));
    const notes = '/projects/5/merge_requests/7/notes';
    deepEqual(api.requests, [
      'GET /user', `GET ${notes}`, `POST ${notes}`, 'GET /user', `GET ${notes}`, `PUT ${notes}/2`,
    ]); // prettier-ignore
  });

  for (const trouble of [401, 403, 404, 500, 'hang up'] as const)
    it(`passes where the API ends with ${trouble}`, async () => {
      const api = await commentsApi('project_5_bot');
      api.trouble = { GET: trouble };
      const request = pullRequest('remove');
      const more = { EVIDENCE_TOKEN: 'secret', CI_API_V4_URL: api.address };
      const { status, log } = await run(request, cloneOfBranch(request), more);
      equal(status, 0, log);
      match(log, /No note was written on the merge request: it /);
    });

  it('does nothing by names and texts of a hostile branch', async () => {
    const api = await commentsApi('project_5_bot');
    const request = pullRequest('hostile');
    const workspace = cloneOfBranch(request);
    const { status, log } = await run(request, workspace, {
      EVIDENCE_TOKEN: 'secret',
      CI_API_V4_URL: api.address,
    });
    equal(status, 1);
    holdsNothingThatActs(log);
    const [, body = ''] = /^<!--[^\n]*-->\n([^]*)<sub>/.exec(api.comments[0]?.body ?? '') ?? [];
    isTameMarkdown(
      body.replaceAll('https://gitlab.com/anytown/libraries/-/', 'https://github.com/anytown/libraries/'),
    );
  });

  it('does nothing by the variables that somebody sets', async () => {
    const request = pullRequest('prose');
    for (const name of [
      'EVIDENCE_FOLDER',
      'EVIDENCE_FAIL_ON',
      'EVIDENCE_TOKEN',
      'CI_MERGE_REQUEST_DIFF_BASE_SHA',
    ]) {
      const workspace = cloneOfBranch(request);
      await run(request, workspace, { [name]: '$(touch acted) `touch acted`"; touch acted; \'' });
      ok(!existsSync(join(workspace, 'acted')), name);
    }
  });
});

describe('ci/azure-pipelines.yml', () => {
  interface Pipeline {
    readonly variables: Texts;
    readonly steps: readonly {
      readonly bash?: string;
      readonly checkout?: string;
      readonly fetchDepth?: number;
    }[];
  }
  const pipeline = read('ci/azure-pipelines.yml') as Pipeline;
  const scripts = pipeline.steps.flatMap((step) => step.bash ?? []);

  const run = (workspace: string, temporary: string, more: Texts) =>
    runLines(scripts, workspace, {
      ...surroundings(tools()),
      ...pipeline.variables,
      EVIDENCE_FOLDER: 'libraries',
      TF_BUILD: 'True',
      AGENT_TEMPDIRECTORY: temporary,
      ...more,
    });

  /** All branches, as `fetchDepth: 0` has them. */
  function cloneWithBranches(request: PullRequest): string {
    const workspace = cloneOf(request, 'refs/pull/7/merge');
    gitIn(workspace, 'fetch', '--quiet', 'origin');
    return workspace;
  }

  it('fetches the whole history, and puts nothing into scripts', () => {
    ok(pipeline.steps.some(({ checkout, fetchDepth }) => checkout === 'self' && fetchDepth === 0));
    for (const script of scripts) doesNotMatch(script, /\$\(|\$\{\{/);
  });

  for (const branch of ['refs/heads/main', 'main'])
    it(`compares a pull request with ${branch}`, async () => {
      const temporary = folderOf({}).path;
      const workspace = cloneWithBranches(pullRequest('remove'));
      const { status, log } = await run(workspace, temporary, { SYSTEM_PULLREQUEST_TARGETBRANCH: branch });
      match(log, /^##vso\[task\.uploadsummary\].*\/evidence\/change\.md$/m);
      match(log, /^##vso\[task\.logissue type=warning;sourcepath=libraries\/portfolio\.yaml;/m);
      equal(status, 0, log);
      match(readFileSync(join(temporary, 'evidence/change.md'), 'utf8'), /1 element loses its only evidence/);
      for (const name of ['findings.xml', 'evidence.sarif', 'change.html'])
        ok(existsSync(join(temporary, 'evidence', name)), name);
    });

  it('checks all of it elsewhere, and fails on errors', async () => {
    const temporary = folderOf({}).path;
    const { status } = await run(cloneWithBranches(pullRequest('add')), temporary, {});
    deepEqual([status, existsSync(join(temporary, 'evidence/change.md'))], [1, false]);
  });

  it('does nothing by the name of a branch, or by what a hostile one holds', async () => {
    const workspace = cloneWithBranches(pullRequest('hostile'));
    const name = '$(touch acted)`touch acted`";touch acted;\'';
    await run(workspace, folderOf({}).path, { SYSTEM_PULLREQUEST_TARGETBRANCH: name });
    ok(!existsSync(join(workspace, 'acted')));
    const { log } = await run(workspace, folderOf({}).path, { SYSTEM_PULLREQUEST_TARGETBRANCH: 'main' });
    holdsNothingThatActs(log.replace(/^##vso\[task\.uploadsummary\].*$/m, ''));
  });
});

describe('.pre-commit-hooks.yaml', () => {
  interface Hook {
    readonly id: string;
    readonly entry: string;
    readonly language: string;
    readonly pass_filenames: boolean;
  }
  const hooks = read('.pre-commit-hooks.yaml') as readonly Hook[];

  /** The sample in a repository: its faults on purpose are in the last commit. */
  function committedSample(): string {
    const folder = sampleFolder().path;
    gitIn(folder, 'init', '--quiet', '--initial-branch=main');
    gitIn(folder, 'add', '--all');
    gitIn(folder, 'commit', '--quiet', '--message=Begin');
    return folder;
  }

  for (const [id, before, after] of [
    ['evidence-portfolio', 1, 1],
    ['evidence-portfolio-new', 0, 1],
  ] as const)
    it(`has a hook ${id} whose entry runs`, async () => {
      const hook = hooks.find((each) => each.id === id);
      deepEqual([hook?.language, hook?.pass_filenames], ['node', false]);
      const folder = committedSample();
      const entry = hook?.entry ?? '';
      equal((await runLines([entry], folder, surroundings(tools()))).status, before);
      mkdirSync(join(folder, 'evidence/new'));
      writeFileSync(join(folder, 'evidence/new/a.md'), '---\ntitle: A\nelements: [9.9.9]\n---\n\nText.\n');
      equal((await runLines([entry], folder, surroundings(tools()))).status, after);
    });
});

describe('the command for everything else, in docs/ci.md', () => {
  const page = readFileSync('docs/ci.md', 'utf8');
  const lines = Array.from(
    page.matchAll(/^npx --yes evidence-portfolio@1 (.*)$/gm),
    ([, line = '']) => `evidence-portfolio ${line}`,
  );

  it('is there for check and for diff', () => {
    deepEqual(
      lines.map((line) => line.split(' ').slice(0, 2).join(' ')),
      ['evidence-portfolio check', 'evidence-portfolio diff'],
    );
  });

  for (const line of lines)
    it(`runs: ${line}`, async () => {
      const request = pullRequest('remove');
      const workspace = cloneOf(request, 'refs/pull/7/head');
      gitIn(workspace, 'fetch', '--quiet', 'origin', 'main:refs/remotes/origin/main');
      const { status, log } = await runLines([line], workspace, surroundings(tools()));
      equal(status, 0, log);
      const written = line.includes('>') ? readFileSync(join(workspace, 'change.md'), 'utf8') : log;
      match(written, /Anytown Libraries/);
    });
});
