/** The GitHub Action: its steps, run as the runner runs them, on real repositories, with an API of our own. */
import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { chmodSync, cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { holdsNothingThatActs, isTameMarkdown } from '../unit/cli/acting';
import { gitIn } from '../unit/cli/gitRepository';
import { isAsInFixture } from '../unit/cli/support';
import type { Job } from './support/actionRunner';
import { readAction, runAction } from './support/actionRunner';
import type { CommentsApi, Trouble } from './support/commentsApi';
import { commentsApi } from './support/commentsApi';
import { folderOf } from './support/folders';
import type { PullRequest } from './support/pullRequest';
import { cloneOf, pullRequest } from './support/pullRequest';

const mark = '<!-- evidence-portfolio libraries -->';
const inputs = { folder: 'libraries', today: '2026-11-21', token: 'secret', command: resolve('dist/cli.js') };
const comments = '/repos/anytown/libraries/issues/7/comments';

/** The job of a workflow on a pull request, with the clone of one commit that actions/checkout makes. */
function jobOn(request: PullRequest, api?: CommentsApi, more: Job['inputs'] = {}): Job {
  return {
    workspace: cloneOf(request, `refs/pull/${request.number}/merge`, 1),
    inputs: { ...inputs, ...more },
    event: request.event,
    environment: {
      GITHUB_SHA: request.merge,
      GITHUB_REF: `refs/pull/${request.number}/merge`,
      ...(api ? { GITHUB_API_URL: api.address } : {}),
    },
  };
}

/** The IDs of commits change with whatever the small portfolio holds. */
const withFixedCommits = (text: string, { head, merge }: PullRequest): string =>
  text.replaceAll(merge, '5f3a9c17'.repeat(5)).replaceAll(head, 'c0ffee42'.repeat(5));

describe('action.yml', () => {
  const action = readAction();
  const variables = action.runs.steps.flatMap(({ env }) => Object.values(env));

  it('puts nothing that somebody typed into the text of a script', () => {
    equal(action.runs.using, 'composite');
    for (const { run, shell } of action.runs.steps) {
      equal(shell, 'bash');
      doesNotMatch(run, /\$\{\{/);
    }
  });

  it('hands on each input, and has scripts that are there', () => {
    for (const name of Object.keys(action.inputs)) ok(variables.includes(`\${{ inputs.${name} }}`), name);
    for (const { run } of action.runs.steps) {
      const [, script] = /\$GITHUB_ACTION_PATH\/([^"]*)/.exec(run) ?? [];
      ok(script === undefined || existsSync(script), run);
    }
  });
});

describe('the action on a pull request', () => {
  it('says what the change does: annotations, summary, outputs, and one comment that it keeps up to date', async () => {
    const api = await commentsApi();
    const request = pullRequest('remove');
    const first = await runAction(jobOn(request, api));
    equal(first.failed, undefined);
    equal(api.comments.length, 1);
    isAsInFixture(withFixedCommits(api.comments[0]?.body ?? '', request), 'action/comment.md');
    isAsInFixture(withFixedCommits(first.summary, request), 'action/summary.md');
    match(first.log, /^::warning file=libraries\/portfolio\.yaml,line=2,/m);
    match(first.log, /The comment was created\./);
    ok(api.headers.every(({ authorization }) => authorization === 'Bearer secret'));
    const { sarif, json, diff, 'diff-json': diffJson, pack, ...figures } = first.outputs;
    equal(pack, '');
    deepEqual(figures, {
      errors: '0',
      warnings: '1',
      information: '0',
      hints: '0',
      'already-there': '1',
      verdict:
        '1 element loses its only evidence, 1 element rests on a single source now. New findings: 1 warning; already there: 1.',
      lost: '1',
      changed: 'true',
    });
    ok([json, diff, diffJson].every((file) => existsSync(file ?? '')));
    match(readFileSync(sarif ?? '', 'utf8'), /"version": "2\.1\.0"[^]*"baselineState": "new"/);

    api.requests.length = 0;
    const second = await runAction(jobOn(pullRequest('prose'), api));
    equal(second.failed, undefined);
    equal(api.comments.length, 1);
    match(api.comments[0]?.body ?? '', /Coverage stays as it is\./);
    deepEqual(api.requests, [
      'GET /user',
      `GET ${comments}`,
      'PATCH /repos/anytown/libraries/issues/comments/1',
    ]);
  });

  it('fails on what is new, and not on what was there; it comments all the same', async () => {
    const api = await commentsApi();
    const request = pullRequest('add');
    const failing = await runAction(jobOn(request, api));
    equal(failing.failed, 'Fail on findings');
    equal(failing.outputs['errors'], '1');
    match(api.comments[0]?.body ?? '', /❌/);
    equal((await runAction(jobOn(request, api, { 'fail-on': 'never' }))).failed, undefined);
    equal((await runAction(jobOn(pullRequest('prose'), api, { 'fail-on': 'hint' }))).failed, undefined);
  });

  it('makes the pack that is asked for', async () => {
    const api = await commentsApi();
    const request = pullRequest('prose');
    const { failed, outputs } = await runAction(jobOn(request, api, { pack: 'true' }));
    equal(failed, undefined);
    const names = Object.keys(unzipSync(readFileSync(outputs['pack'] ?? '')));
    ok(names.includes('index.html') && names.includes('manifest.json'), names.join());
    const wrong = await runAction(jobOn(request, api, { pack: 'yes please' }));
    equal(wrong.failed, 'Make the pack for the assessor');
    match(wrong.log, /The input “pack” is true, public or false, not "yes please"\./);
  });

  it('starts no comment where the portfolio is not touched', async () => {
    const api = await commentsApi();
    const run = await runAction(jobOn(pullRequest({ 'README.md': '# Other words\n' }), api));
    deepEqual([run.failed, run.outputs['changed'], api.comments.length], [undefined, 'false', 0]);
  });

  it('keeps a comment for each folder', async () => {
    const api = await commentsApi();
    const request = pullRequest('remove');
    await runAction(jobOn(request, api));
    await runAction(jobOn(request, api, { folder: '.' }));
    await runAction(jobOn(request, api, { folder: './libraries/' }));
    deepEqual(
      api.comments.map(({ body }) => body.split('\n')[0]),
      [mark, '<!-- evidence-portfolio . -->'],
    );
  });

  it('writes none without a token, and none where it is told so', async () => {
    for (const [more, words] of [
      [{ token: '' }, /^_No comment was written on the pull request: there is no token\._$/m],
      [{ comment: 'false' }, /^\*\*⚠️ 1 element loses/],
    ] as const) {
      const api = await commentsApi();
      const run = await runAction(jobOn(pullRequest('remove'), api, more));
      deepEqual([run.failed, api.requests], [undefined, []]);
      match(run.summary, words);
    }
  });

  it('says for a fork that its token may only read', async () => {
    const api = await commentsApi();
    api.trouble = { POST: 403 };
    const run = await runAction(jobOn(pullRequest('remove', 'reader/libraries'), api));
    equal(run.failed, undefined);
    match(run.log, /^::notice title=Evidence Portfolio::No comment was written: pull requests from forks/m);
    match(run.summary, /No comment was written on the pull request: pull requests from forks/);
  });
});

describe('the comment', () => {
  /** The step that comments alone, as the steps before it leave things. */
  const commenting = (api: CommentsApi): Job => {
    const workspace = folderOf({ 'diff.md': '**✅ Coverage stays as it is. No new findings.**\n' }).path;
    return {
      workspace,
      inputs,
      event: {
        pull_request: { number: 7, head: { sha: 'a'.repeat(40), repo: { full_name: 'anytown/libraries' } } },
      },
      environment: { GITHUB_API_URL: api.address },
      only: 'Comment on the pull request',
      values: {
        'steps.check.outputs.diff': join(workspace, 'diff.md'),
        'steps.check.outputs.changed': 'true',
      },
    };
  };

  it('is found behind hundreds of others, and no other is written', async () => {
    const api = await commentsApi();
    for (let at = 0; at < 150; at += 1) api.say(`Comment ${at}`);
    const strangers = [
      api.say(`${mark}\nWritten by hand`),
      api.say(`> ${mark}\nQuoted by another bot`, { type: 'Bot', login: 'other[bot]' }),
    ];
    const own = api.say(`${mark}\nOld words`, { type: 'Bot', login: 'github-actions[bot]' });
    for (let at = 0; at < 100; at += 1) api.say(`Comment ${at}`);
    const before = strangers.map(({ body }) => body);
    const run = await runAction(jobOn(pullRequest('remove'), api));
    equal(run.failed, undefined);
    match(own.body, /1 element loses its only evidence/);
    deepEqual([api.comments.length, ...strangers.map(({ body }) => body)], [253, ...before]);
  });

  it('is that of the person whose token it is', async () => {
    const api = await commentsApi('service-manager');
    const bot = api.say(`${mark}\nA bot's`, { type: 'Bot', login: 'github-actions[bot]' });
    await runAction(jobOn(pullRequest('remove'), api));
    await runAction(jobOn(pullRequest('prose'), api));
    equal(bot.body, `${mark}\nA bot's`);
    deepEqual([api.comments.length, api.comments[1]?.user.login], [2, 'service-manager']);
  });

  it('is made anew where one that looks like it may not be written', async () => {
    const api = await commentsApi();
    api.say(`${mark}\nOf another app`, { type: 'Bot', login: 'other[bot]' });
    api.trouble = { 'PATCH /repos/anytown/libraries/issues/comments/1': 403 };
    await runAction(jobOn(pullRequest('remove'), api));
    await runAction(jobOn(pullRequest('prose'), api));
    equal(api.comments.length, 2);
    match(api.comments[1]?.body ?? '', /Coverage stays as it is/);
  });

  const troubles: readonly Trouble[] = [401, 403, 404, 500, 'hang up'];
  for (const [request, isThere] of [
    ['GET /user', false],
    [`GET ${comments}`, false],
    ['POST', false],
    ['PATCH', true],
  ] as const) {
    for (const trouble of troubles) {
      // That is how the token of a job is told from that of a person.
      if (request === 'GET /user' && (trouble === 403 || trouble === 404)) continue;
      it(`does not fail the job where ${request} ends with ${trouble}`, async () => {
        const api = await commentsApi();
        if (isThere) api.say(`${mark}\nOld words`, { type: 'Bot' });
        // Where a comment may not be updated, another one is made.
        api.trouble = isThere ? { [request]: trouble, POST: trouble } : { [request]: trouble };
        const run = await runAction(commenting(api));
        equal(run.failed, undefined);
        match(run.log, /^::warning title=Evidence Portfolio::No comment was written: it /m);
        match(run.summary, /_No comment was written on the pull request: it /);
        equal(api.comments.length, isThere ? 1 : 0);
      });
    }
  }

  it('is cut where it is longer than GitHub takes', async () => {
    interface Body {
      readonly bodyOf: (mark: string, text: string, footer: string, limit: number) => string;
      readonly fitted: (
        text: string,
        limit: number,
        note: string,
        sizeOf: (text: string) => number,
      ) => string;
    }
    const { bodyOf, fitted } = (await import(resolve('ci/forge/body.mjs'))) as Body;
    const rows = Array.from({ length: 5000 }, (_, at) => `| evidence ${at} 😀 |`).join('\n');
    const text = `**Verdict**\n\n<details>\n<summary>Long</summary>\n\n${rows}\n\n</details>\n`;
    for (const limit of [65_536, 1000, 300]) {
      const body = bodyOf(mark, text, '<sub>Footer</sub>', limit);
      ok(body.length <= limit, String(body.length));
      match(
        body,
        /^<!-- .* -->\n\*\*Verdict\*\*\n\n<details>[^]*\|\n\n<\/details>\n\n_This was too long[^]*<sub>/,
      );
    }
    equal(bodyOf(mark, 'Short\n', 'Footer', 1000), `${mark}\nShort\n\nFooter\n`);
    // The summary is counted in bytes.
    const summary = fitted(text, 5000, 'Note.', (part) => Buffer.byteLength(part));
    ok(Buffer.byteLength(summary) <= 5000 && summary.endsWith('</details>\n\n_Note._'), summary.slice(-100));
  });
});

describe('what the action compares with', () => {
  it('is where the branch began, if the branch itself is checked out with its history', async () => {
    const request = pullRequest('remove');
    const job = { ...jobOn(request), workspace: cloneOf(request, 'refs/pull/7/head') };
    gitIn(job.workspace, 'fetch', '--quiet', 'origin', 'main');
    const run = await runAction({ ...job, inputs: { ...inputs, comment: 'false' } });
    equal(run.failed, undefined);
    equal(run.outputs['lost'], '1');
    // What came into main meanwhile is no loss of this branch.
    doesNotMatch(run.summary, /other\.md/);
  });

  it('is asked for in words where the clone is too shallow', async () => {
    const request = pullRequest('remove');
    for (const [ref, breaks] of [
      ['refs/pull/7/head', false],
      ['refs/pull/7/merge', true],
    ] as const) {
      const workspace = cloneOf(request, ref, 1);
      if (breaks) gitIn(workspace, 'remote', 'remove', 'origin');
      const run = await runAction({ ...jobOn(request), workspace });
      equal(run.failed, 'Find what to compare with');
      match(run.log, /^::error title=Evidence Portfolio::.*fetch-depth: 0$/m);
    }
  });

  it('is nothing without a repository', async () => {
    const run = await runAction({ workspace: folderOf({}).path, inputs });
    equal(run.failed, 'Find what to compare with');
    match(run.log, /uses: actions\/checkout@v5$/m);
  });

  it('is a branch, a tag or a commit that an input names; what is not here is fetched', async () => {
    const request = pullRequest('remove');
    for (const base of ['main', request.base]) {
      const run = await runAction(jobOn(request, undefined, { base, comment: 'false' }));
      deepEqual([run.failed, run.outputs['lost']], [undefined, '1'], base);
    }
    // Of a shallow clone one commit more; a whole one is whole afterwards.
    for (const [depth, commits] of [
      [1, '1'],
      [undefined, '2'],
    ] as const) {
      const workspace = cloneOf(request, 'refs/pull/7/head', depth);
      await runAction({
        ...jobOn(request),
        workspace,
        inputs: { ...inputs, base: 'main', comment: 'false' },
      });
      equal(gitIn(workspace, 'rev-list', '--count', request.base).trim(), commits);
    }
    const unknown = await runAction(jobOn(request, undefined, { base: 'nowhere' }));
    match(
      unknown.log,
      /^::error title=Evidence Portfolio::The base "nowhere" is not here and cannot be fetched/m,
    );
  });

  it('is what was there before a push, or what a merge queue has before; else all findings count', async () => {
    const request = pullRequest('add');
    const run = (event: object) => runAction({ ...jobOn(request), event });
    const compared = [
      await run({ before: request.base }),
      await run({ merge_group: { base_sha: request.base } }),
    ];
    for (const { outputs, failed } of compared) {
      deepEqual([outputs['errors'], outputs['already-there']], ['1', '1']);
      equal(failed, 'Fail on findings');
    }
    for (const event of [{ before: '0'.repeat(40) }, { before: 'f'.repeat(40) }, {}]) {
      const { outputs } = await run(event);
      deepEqual([outputs['already-there'], outputs['verdict'], outputs['diff']], ['0', '', '']);
    }
  });
});

describe('the command of the action', () => {
  it('is the one that belongs to the action', async () => {
    const { failed } = await runAction(
      jobOn(pullRequest('prose'), undefined, { command: '', comment: 'false' }),
    );
    equal(failed, undefined);
  });

  it('is installed where a pull request has no say', async () => {
    const bin = folderOf({}).path;
    const npm = join(bin, 'npm');
    const made = 'node_modules/evidence-portfolio';
    writeFileSync(
      npm,
      `#!/bin/sh\npwd > "${bin}/where"; echo "$@" > "${bin}/words"\nmkdir -p ${made} && cp -R "${resolve('dist')}" ${made}\n`,
    );
    chmodSync(npm, 0o755);
    const job = jobOn(pullRequest('prose'), undefined, {
      command: '',
      package: 'evidence-portfolio@0.1.0',
      comment: 'false',
    });
    writeFileSync(join(job.workspace, '.npmrc'), 'registry=http://evil.example/\n');
    const run = await runAction({
      ...job,
      environment: { ...job.environment, PATH: `${bin}:${process.env['PATH'] ?? ''}` },
    });
    equal(run.failed, undefined);
    equal(
      readFileSync(join(bin, 'words'), 'utf8'),
      'install --allow-git=root --allow-remote=root --no-audit --no-fund --no-save evidence-portfolio@0.1.0\n',
    );
    ok(!readFileSync(join(bin, 'where'), 'utf8').startsWith(job.workspace));
  });

  /** Programs of these names and no others of theirs; what they are told is written down. */
  function toolsWith(scripts: Readonly<Record<string, string>>): string {
    const bin = folderOf({}).path;
    for (const name of ['bash', 'sh', 'cat', 'git', 'mkdir', 'cp']) {
      const found = (process.env['PATH'] ?? '').split(':').map((place) => join(place, name));
      symlinkSync(found.find((place) => existsSync(place)) ?? '', join(bin, name));
    }
    for (const [name, text] of Object.entries(scripts)) {
      writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`);
      chmodSync(join(bin, name), 0o755);
    }
    return bin;
  }
  const settingUp = (bin: string, more: Job['environment'] = {}) =>
    runAction({
      workspace: folderOf({}).path,
      inputs: { ...inputs, command: '' },
      only: 'Set up the command',
      environment: { PATH: bin, ...more },
    });

  it('is built with all that the build needs, whatever NODE_ENV says', async () => {
    const action = folderOf({}).path;
    cpSync('ci', join(action, 'ci'), { recursive: true });
    const build = `mkdir -p "${action}/dist" && echo > "${action}/dist/cli.js"`;
    const bin = toolsWith({
      node: `exec "${process.execPath}" "$@"`,
      npm: `echo "$NODE_ENV $*" >> "${action}/words"; [ "$1" = ci ] || { ${build}; }`,
    });
    const run = await settingUp(bin, { NODE_ENV: 'production', GITHUB_ACTION_PATH: action });
    equal(run.failed, undefined, run.log);
    equal(
      readFileSync(join(action, 'words'), 'utf8'),
      'production ci --include=dev --ignore-scripts --no-audit --no-fund\nproduction run build\n',
    );
  });

  for (const [what, scripts, words] of [
    [
      'no Node.js',
      {},
      /^::error title=Evidence Portfolio::There is no Node\.js on this runner\. Add a step before this one:%0A%0A- uses: actions\/setup-node@v5/m,
    ],
    [
      'Node.js 20.18',
      { node: 'echo 20.18.3' },
      /^::error title=Evidence Portfolio::Node\.js 20\.19 or later is needed, and this is 20\.18\.3\. Add a step/m,
    ],
    ['Node.js 8', { node: 'echo 8.17.0' }, /this is 8\.17\.0\./],
  ] as const)
    it(`asks for a newer one in words where the runner has ${what}`, async () => {
      const run = await settingUp(toolsWith(scripts));
      equal(run.failed, 'Set up the command');
      match(run.log, words);
      equal(run.log.trim().split('\n').length, 1, run.log);
    });

  it('asks for npm in words where the runner has none', async () => {
    const action = folderOf({}).path;
    cpSync('ci', join(action, 'ci'), { recursive: true });
    const bin = toolsWith({ node: `exec "${process.execPath}" "$@"` });
    const run = await settingUp(bin, { GITHUB_ACTION_PATH: action });
    equal(run.failed, 'Set up the command');
    match(run.log, /^::error title=Evidence Portfolio::There is no npm on this runner\./m);
  });

  for (const [input, value, words] of [
    ['command', 'nowhere/cli.js', /There is no file "nowhere\/cli\.js"/],
    ['package', '--registry=http://evil.example', /is not something that npm installs/],
    ['package', 'a; touch acted', /is not something that npm installs/],
  ] as const)
    it(`is not ${value}`, async () => {
      const run = await runAction({
        workspace: folderOf({}).path,
        inputs: { ...inputs, command: '', [input]: value },
      });
      equal(run.failed, 'Set up the command');
      match(run.log, words);
    });
});

describe('a hostile pull request', () => {
  const acts =
    '$(touch acted) `touch acted` "; touch acted; \' --> <!-- @everyone\n::error::x\n##[error]x %0A::error::y';

  /** Without the commands of the action's own scripts. */
  const logOf = (log: string): string =>
    log.replace(/^::(?:error|warning|notice) title=Evidence Portfolio::/gm, '');
  const nothingActed = (job: Job): void => {
    ok(!existsSync(join(job.workspace, 'acted')));
  };

  it('does nothing by the names and the texts of its files', async () => {
    const api = await commentsApi();
    const job = jobOn(pullRequest('hostile'), api);
    const run = await runAction(job);
    equal(run.failed, 'Fail on findings');
    nothingActed(job);
    holdsNothingThatActs(logOf(run.log));
    const body = api.comments[0]?.body ?? '';
    equal(body.match(/<!--|-->/g)?.length, 2);
    isTameMarkdown(body.slice(mark.length).replace(/<sub>.*<\/sub>/, ''));
  });

  it('does nothing by the name of its folder', async () => {
    const api = await commentsApi();
    const folder = acts.replaceAll('/', '');
    const evidence = '---\ntitle: A\nelements: [3.2.9]\n---\n\nText.\n';
    const request = pullRequest({ [`${folder}/portfolio.yaml`]: 'title: B\n', [`${folder}/a.md`]: evidence });
    const job = jobOn(request, api, { folder });
    const run = await runAction(job);
    nothingActed(job);
    holdsNothingThatActs(logOf(run.log));
    equal(api.comments.length, 1);
    match(api.comments[0]?.body ?? '', /^<!-- evidence-portfolio [\w%.!~*'()]+ -->\n/);
  });

  for (const input of ['folder', 'base', 'today', 'fail-on', 'comment', 'token', 'command', 'package'])
    it(`does nothing by the input ${input}`, async () => {
      for (const value of [acts, '--upload-pack=touch acted', '-h']) {
        const job = jobOn(pullRequest('prose'), await commentsApi(), { command: '', [input]: value });
        const run = await runAction(job);
        nothingActed(job);
        holdsNothingThatActs(logOf(run.log));
        if (input === 'token') ok(![run.log, run.summary].some((text) => text.includes('acted')));
      }
    });
});
