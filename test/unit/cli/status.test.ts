/** Exit statuses: 0 all well, 1 findings, 2 it could not run. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkJson, evidence, findings, folderWith, removeFolders, run, sample } from './support';

afterEach(removeFolders);

/** portfolio.yaml with the rules about elements without evidence switched off. */
const quiet = 'rules: { element-uncovered: off }\n';

describe('the exit status of check', () => {
  const worst = {
    nothing: {},
    hint: { 'a.md': evidence(undefined, 'owners: Ms Gray\n') },
    information: { 'a.md': evidence(undefined, 'review-by: 2026-12-01\n') },
    warning: { 'a.md': evidence('[3.2.4, 3.2.4]') },
    error: { 'a.md': evidence('[3.2.9]') },
  };
  const limits = ['error', 'warning', 'information', 'hint'] as const;

  for (const [severity, files] of Object.entries(worst)) {
    for (const [at, limit] of limits.entries()) {
      const found = limits.indexOf(severity as (typeof limits)[number]);
      const expected = found >= 0 && found <= at ? 1 : 0;
      it(`is ${expected} for ${severity} with --fail-on ${limit}`, async () => {
        const folder = folderWith({ 'portfolio.yaml': quiet, ...files });
        const { status, err } = await run(['check', folder, '--fail-on', limit]);
        equal(err, '');
        equal(status, expected);
      });
    }
    it(`is 0 for ${severity} with --fail-on never`, async () => {
      const folder = folderWith({ 'portfolio.yaml': quiet, ...files });
      equal((await run(['check', folder, '--fail-on', 'never'])).status, 0);
    });
  }

  it('looks for errors where nothing is said', async () => {
    equal((await run(['check', sample])).status, 1);
    const folder = folderWith({ 'portfolio.yaml': quiet, ...worst.warning });
    equal((await run(['check', folder])).status, 0);
  });

  it('is 0 with JSON too where nothing is found, and 1 where something is', async () => {
    const folder = folderWith({ 'portfolio.yaml': quiet });
    equal((await run(['check', folder, '--format', 'json'])).status, 0);
    writeFileSync(join(folder, 'a.md'), worst.error['a.md']);
    equal((await run(['check', folder, '--format', 'json'])).status, 1);
  });
});

for (const command of ['check', 'coverage']) {
  describe(`${command} that cannot run`, () => {
    const fails = async (place: string, message: RegExp): Promise<void> => {
      const { status, out, err } = await run([command, place]);
      match(err, message);
      equal(out, '');
      equal(status, 2);
    };

    it('has no folder', () =>
      fails(join(folderWith({}), 'gone'), /^evidence-portfolio: there is no folder .*gone\.\n$/));

    it('has a file in place of a folder', () =>
      fails(
        join(folderWith({ 'a.md': '' }), 'a.md'),
        /a\.md is a file\. Give the folder of the portfolio\.\n$/,
      ));

    it('may not read the folder', async function () {
      if (process.platform === 'win32' || !process.seteuid) return this.skip();
      const folder = join(folderWith({}), 'closed');
      mkdirSync(folder);
      chmodSync(folder, 0);
      // The superuser may read everything.
      const isRoot = process.getuid?.() === 0;
      chmodSync(join(folder, '..'), 0o755);
      if (isRoot) process.seteuid(65534);
      try {
        await fails(folder, /the folder .*closed cannot be read/);
      } finally {
        if (isRoot) process.seteuid(0);
        chmodSync(folder, 0o700);
      }
    });
  });

  describe(`${command} of a folder in which something may not be read`, () => {
    const closed = ['closed', 'b.md', 'p/.gitignore'];
    for (const [name, files, isPortfolio] of [
      [
        'with a manifest',
        { 'portfolio.yaml': 'rules: { element-uncovered: off }\n', 'a.md': evidence() },
        true,
      ],
      ['without one', { 'a.md': evidence() }, true],
      ['with no portfolio', { 'a.md': '# Text\n' }, false],
    ] as const) {
      it(`says so, ${name}`, async function () {
        if (process.platform === 'win32' || !process.seteuid) return this.skip();
        const folder = folderWith({
          ...files,
          'closed/c.md': evidence(),
          'b.md': evidence(),
          'p/.gitignore': 'd.md\n',
        });
        chmodSync(folder, 0o755);
        for (const path of closed) chmodSync(join(folder, path), 0);
        // The superuser may read everything.
        const isRoot = process.getuid?.() === 0;
        if (isRoot) process.seteuid(65534);
        try {
          const { out, err } = await run([command, folder]);
          const said = command === 'check' && isPortfolio ? out : err;
          for (const path of closed) ok(said.includes(path), `${path} in ${said}`);
          equal(said.match(/you may not read it/g)?.length, 3);
        } finally {
          if (isRoot) process.seteuid(0);
          for (const path of closed) chmodSync(join(folder, path), 0o700);
        }
      });
    }
  });

  describe(`${command} of a broken portfolio.yaml`, () => {
    for (const [name, text] of [
      ['a fault', 'title: "Anytown\nstandard: customer-service-excellence\n'],
      [
        'a fault that its rule must not report',
        'title: A: B\nrules: { manifest-syntax: off, manifest-value: off }\n',
      ],
    ] as const) {
      it(`says so and answers 2 for ${name}`, async () => {
        const folder = folderWith({ 'portfolio.yaml': text, 'a.md': evidence() });
        for (const failOn of command === 'check' ? [[], ['--fail-on', 'never']] : [[]]) {
          const { status, out, err } = await run([command, folder, ...failOn]);
          equal(err, 'evidence-portfolio: portfolio.yaml cannot be read, so the result is not complete.\n');
          ok(out.length > 0);
          equal(status, 2);
        }
      });
    }

    it('says so and answers 2 for one that is too large', async () => {
      const folder = folderWith({ 'portfolio.yaml': `# ${'x'.repeat(5 * 1024 * 1024)}\n` });
      for (const files of [{}, { 'a.md': evidence() }]) {
        for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
        const { status, err } = await run([command, folder]);
        ok(
          err.endsWith('evidence-portfolio: portfolio.yaml cannot be read, so the result is not complete.\n'),
        );
        // Where there is nothing else, no list of findings says why.
        if (Object.keys(files).length === 0) match(err, /portfolio\.yaml: .* larger than 5 MB/);
        equal(status, 2);
      }
    });

    it('names each of several', async () => {
      const folder = folderWith({ 'a/portfolio.yaml': '{', 'b/portfolio.yaml': '[', 'c/portfolio.yaml': '' });
      const { status, err } = await run([command, folder]);
      deepEqual(err.match(/\w\/portfolio\.yaml/g), ['a/portfolio.yaml', 'b/portfolio.yaml']);
      equal(status, 2);
    });
  });

  describe(`${command} of a folder without a portfolio`, () => {
    it('says so', async () => {
      const folder = folderWith({
        'README.md': '# Hello\n',
        'page.md': '---\nelements: [button, form]\n---\n',
      });
      const { status, err } = await run([command, folder]);
      match(
        err,
        /^There is no evidence portfolio in .*: no portfolio\.yaml, and no Markdown file whose front matter/,
      );
      equal(status, 0);
    });
  });
}

describe('check', () => {
  it('takes the folder where it is called when none is named', async () => {
    const before = process.cwd();
    process.chdir(folderWith({ 'a.md': evidence('[3.2.9]') }));
    try {
      const { status, out } = await run(['check']);
      match(out, /^a\.md$/m);
      equal(status, 1);
    } finally {
      process.chdir(before);
    }
  });

  it('takes the day from the clock when none is named', async () => {
    const folder = folderWith({ 'a.md': evidence(undefined, 'review-by: 2027-01-31\n') });
    const on = async (clock: Date, ...more: string[]): Promise<string> =>
      (await run(['check', folder, ...more], { clock: () => clock })).out;
    match(await on(new Date(2027, 0, 31, 23, 59)), /review is due today/);
    match(await on(new Date(2027, 1, 1, 0, 1)), /1 day ago/);
    match(await on(new Date(2027, 1, 1), '--today', '2027-01-31'), /review is due today/);
  });

  it('reports a file that is too large and leaves it out', async () => {
    const folder = folderWith({
      'portfolio.yaml': quiet,
      'a.md': evidence('[3.2.9]', `# ${'x'.repeat(5 * 1024 * 1024)}\n`),
      'b.md': evidence(),
    });
    const { portfolios } = await checkJson(folder);
    deepEqual(await findings(folder), ['a.md:1:1-1:1 file-unreadable']);
    deepEqual(
      portfolios[0]!.findings.map(({ severity, message }) => `${severity}: ${message}`),
      ['error: This file was left out: it is larger than 5 MB (5.0 MB).'],
    );
    equal(portfolios[0]!.files, 1);
  });

  it('is not kept busy for minutes by a file with very many wrong IDs', async () => {
    const ids = Array.from({ length: 15_000 }, (_, at) => `\n  - x${at}`).join('');
    const { status, out } = await run([
      'check',
      folderWith({ 'portfolio.yaml': quiet, 'a.md': evidence(ids) }),
    ]);
    match(out, /^15000 errors\.$/m);
    equal(status, 1);
  });
});
