/** The built command line as processes of their own: several at once, stopped in the middle, and with their output cut. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { bash } from './support/actionRunner';
import { folderOf, sampleFolder } from './support/folders';

const command = resolve('dist/cli.js');

interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly err: string;
}

/** @param stopAfter milliseconds after which it is asked to end */
function runs(words: readonly string[], stopAfter?: number): Promise<Ended> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [command, ...words], { stdio: ['ignore', 'ignore', 'pipe'] });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => void (err += text));
    if (stopAfter !== undefined) setTimeout(() => child.kill('SIGTERM'), stopAfter);
    child.once('error', failed);
    child.once('close', (status, signal) => done({ status, signal, err }));
  });
}

const elements = ['1.1.1', '1.1.2', '1.1.3', '1.2.1', '1.2.2', '1.2.3', '1.3.1', '1.3.2', '1.3.4', '1.3.5'];

describe('several commands at the same time', () => {
  it('rate ten elements, and no rating is lost', async () => {
    const folder = folderOf({ 'portfolio.yaml': '# Ours\ntitle: T\n' });
    const all = await Promise.all(elements.map((id) => runs(['rate', id, 'partial', folder.path])));
    for (const { status, err } of all) equal(status, 0, err);
    const text = readFileSync(join(folder.path, 'portfolio.yaml'), 'utf8');
    for (const id of elements) ok(text.includes(`  ${id}:\n    self: partial\n`), `${id} in\n${text}`);
    match(text, /^# Ours\ntitle: T\n/);
    deepEqual(readdirSync(folder.path), ['portfolio.yaml']);
  });

  it('rate where there is no portfolio.yaml yet', async () => {
    const folder = folderOf({ 'a.md': '---\ntitle: A\nelements: [3.2.4]\n---\n\nText.\n' });
    const all = await Promise.all(elements.map((id) => runs(['rate', id, 'partial', folder.path])));
    for (const { status, err } of all) equal(status, 0, err);
    const text = readFileSync(join(folder.path, 'portfolio.yaml'), 'utf8');
    equal(text.match(/self: partial/g)?.length, elements.length, text);
    equal(text.match(/^standard:/gm)?.length, 1, text);
  });

  it('import ten plans into one, and no action is lost', async () => {
    const folder = folderOf({ 'portfolio.yaml': 'title: T\n' });
    const sources = folderOf(
      Object.fromEntries(elements.map((id) => [`${id}.csv`, `Ref,Action\n${id},Ask about ${id}\n`])),
    );
    const all = await Promise.all(
      elements.map((id) => runs(['plan', 'import', join(sources.path, `${id}.csv`), folder.path, '--write'])),
    );
    for (const { status, err } of all) equal(status, 0, err);
    const text = readFileSync(join(folder.path, 'action-plan.md'), 'utf8');
    for (const id of elements)
      equal(
        text.match(new RegExp(`Ask about ${id.replaceAll('.', '\\.')}`, 'g'))?.length,
        1,
        `${id} in\n${text}`,
      );
    deepEqual(readdirSync(folder.path).sort(), ['action-plan.md', 'portfolio.yaml']);
  });

  it('add the same actions once', async () => {
    const folder = folderOf({ 'portfolio.yaml': 'title: T\n' });
    const all = await Promise.all(
      Array.from({ length: 5 }, () => runs(['plan', 'sync', folder.path, '--write'])),
    );
    for (const { status, err } of all) equal(status, 0, err);
    const rows = readFileSync(join(folder.path, 'action-plan.md'), 'utf8').match(/^\| \d\.\d\.\d /gm) ?? [];
    deepEqual([rows.length, new Set(rows).size], [57, 57]);
  });
});

describe('a command that is stopped', () => {
  it('leaves a whole file, and nothing beside it', async function () {
    if (process.platform === 'win32') return this.skip();
    const folder = folderOf({ 'portfolio.yaml': 'title: T\n' });
    const started = performance.now();
    await runs(['rate', '5.1.1', 'partial', folder.path]);
    const usual = performance.now() - started;
    const ended = await Promise.all(
      elements.map((id, at) =>
        runs(['rate', id, 'partial', folder.path], usual * (0.8 + (4 * at) / elements.length)),
      ),
    );
    for (const { status, signal, err } of ended) ok(status === 0 || signal === 'SIGTERM', err);
    const text = readFileSync(join(folder.path, 'portfolio.yaml'), 'utf8');
    match(text, /^title: T\nassessment:\n(?: {2}\d\.\d\.\d:\n {4}self: partial\n)+$/);
    deepEqual(readdirSync(folder.path), ['portfolio.yaml']);
  });
});

describe('a hostile checkout', () => {
  it('makes no command write outside of it', async function () {
    if (process.platform === 'win32') return this.skip();
    const outside = folderOf({ secret: 'mine' });
    const target = join(outside.path, 'secret');
    const folder = folderOf({ 'portfolio.yaml': 'title: T\n' });
    // The number of the next process can be guessed.
    const next = process.pid;
    for (let id = next; id < next + 500; id += 1)
      for (const name of ['portfolio.yaml', 'action-plan.md'])
        symlinkSync(target, join(folder.path, `${name}.${id}.part`));
    equal((await runs(['rate', '3.2.4', 'partial', folder.path])).status, 0);
    equal((await runs(['plan', 'sync', folder.path, '--write'])).status, 0);
    equal(readFileSync(target, 'utf8'), 'mine');

    for (const [name, words] of [
      ['portfolio.yaml', ['rate', '3.2.4', 'partial']],
      ['action-plan.md', ['plan', 'sync', '--write']],
    ] as const) {
      const linked = folderOf({ 'a.md': '---\ntitle: A\nelements: [3.2.4]\n---\n\nText.\n' });
      for (const leadsTo of [target, join(outside.path, 'none')]) {
        symlinkSync(leadsTo, join(linked.path, name));
        const { status, err } = await runs([...words, linked.path]);
        deepEqual([status, err.includes('is a symbolic link, and links are not followed.')], [2, true], err);
        linked.remove(name);
      }
    }
    equal(readFileSync(target, 'utf8'), 'mine');
    ok(!existsSync(join(outside.path, 'none')));
  });
});

describe('check --fix', () => {
  it('ends between two files when it is stopped, and leaves nothing half done', async function () {
    if (process.platform === 'win32') return this.skip();
    const before = '---\ntitle: A\nelements: [3.2.4, 3.2.4]\n---\n\nText.\n';
    const after = before.replace(', 3.2.4', '');
    const names = Array.from({ length: 600 }, (_, at) => `${at}.md`);
    const folder = folderOf(Object.fromEntries(names.map((name) => [name, before])));
    const textOf = (name: string): string => readFileSync(join(folder.path, name), 'utf8');
    const child = spawn(process.execPath, [command, 'check', '--fix', folder.path], { stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
    while (textOf('0.md') === before) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGINT');
    equal(await ended, 'SIGINT');
    const mended = names.filter((name) => textOf(name) === after);
    ok(mended.length > 0 && mended.length < names.length, String(mended.length));
    deepEqual(
      names.filter((name) => ![before, after].includes(textOf(name))),
      [],
    );
    deepEqual(
      readdirSync(folder.path).filter((name) => name.startsWith('.')),
      [],
    );
  });
});

describe('the output of a command', () => {
  const surroundings = { PATH: process.env['PATH'] ?? '', COMMAND: command, NODE: process.execPath };
  const inBash = async (line: string) => {
    const folder = sampleFolder();
    writeFileSync(join(folder.path, 'step.sh'), `set +e +o pipefail\n${line}\n`);
    return bash(join(folder.path, 'step.sh'), folder.path, surroundings);
  };

  for (const [line, ends] of [
    ['"$NODE" "$COMMAND" check . --format json | head -1; echo "${PIPESTATUS[0]}"', '{\n1\n'],
    ['"$NODE" "$COMMAND" check . --format json | true; echo "${PIPESTATUS[0]}"', '1\n'],
    ['"$NODE" "$COMMAND" coverage . --format json | head -c 1; echo "${PIPESTATUS[0]}"', '{0\n'],
    ['"$NODE" "$COMMAND" standard show 3.2.4 | true; echo "${PIPESTATUS[0]}"', '0\n'],
    ['"$NODE" "$COMMAND" help | head -1 > /dev/null; echo "${PIPESTATUS[0]}"', '0\n'],
    ['"$NODE" "$COMMAND" chek 2>&1 >/dev/null | true; echo "${PIPESTATUS[0]}"', '2\n'],
    ['"$NODE" "$COMMAND" check . --output json=/dev/stdout | true; echo "${PIPESTATUS[0]}"', '1\n'],
    [
      '"$NODE" "$COMMAND" check . --output json=>(cat > cut) > /dev/null; echo "$?"; sleep 1; head -1 cut',
      '1\n{\n',
    ],
    ['"$NODE" "$COMMAND" check . >&-; echo "$?"', '1\n'],
    [
      '"$NODE" "$COMMAND" check . > /dev/full; echo "$?"',
      'evidence-portfolio: the output cannot be written: the disk is full. Make room on it, and try again.\n2\n',
    ],
    [
      '"$NODE" "$COMMAND" check . --fix > /dev/full; echo "$?"',
      'evidence-portfolio: the output cannot be written: the disk is full. Make room on it, and try again.\n2\n',
    ],
    [
      '"$NODE" "$COMMAND" coverage . --format json > all; "$NODE" "$COMMAND" check . --output json=/dev/stdout > both; tail -1 both; head -1 both',
      '}\nAnytown Libraries, Customer Service Excellence 2027\n',
    ],
  ] as const)
    it(`may be cut, or kept from being written: ${line}`, async function () {
      if (process.platform !== 'linux') return this.skip();
      equal((await inBash(line)).log, ends);
    });
});

describe('What V8 has made of the code', () => {
  /** The check of the sample in a home of its own. */
  function checkIn(home: string, more: Readonly<Record<string, string>> = {}): string {
    const env = {
      ...process.env,
      ...{
        NODE_COMPILE_CACHE: '',
        NODE_DISABLE_COMPILE_CACHE: '',
        NODE_V8_COVERAGE: '',
        XDG_CACHE_HOME: '',
        CI: '',
      },
      ...{ HOME: home, LOCALAPPDATA: home, ...more },
    };
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [command, 'check', 'samples/anytown-libraries'],
      {
        encoding: 'utf8',
        env,
      },
    );
    return `${status}\n${stdout}\n${stderr}`;
  }

  const keptIn = (home: string): readonly string[] =>
    readdirSync(home, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.cjs'))
      .map((entry) => join(entry.parentPath, entry.name));

  it('is kept for the next start, and changes nothing of what is told', () => {
    const home = folderOf({}).path;
    const first = checkIn(home);
    match(first, /^1\n/);
    const kept = keptIn(home);
    ok(kept.some((file) => basename(file).startsWith('core-')) && kept.length > 3, kept.join('\n'));
    for (let start = 0; start < 2; start++) equal(checkIn(home), first);
    for (const file of kept) writeFileSync(file, readFileSync(file).fill(0, 512, 1024));
    equal(checkIn(home), first);
    ok(
      kept.every((file) =>
        readFileSync(file)
          .subarray(512, 1024)
          .some((byte) => byte !== 0),
      ),
    );
  });

  it('is not kept where nobody wants it, and nothing is told where it cannot be', () => {
    const home = folderOf({}).path;
    const first = checkIn(home, { NODE_DISABLE_COMPILE_CACHE: '1' });
    deepEqual(keptIn(home), []);
    const file = join(home, 'file');
    writeFileSync(file, '');
    equal(checkIn(file), first);
    equal(checkIn(join(home, 'gone', 'a')), first);
  });
});
