/** A bundle runs as Node would run it, and what V8 keeps of it is made anew a few times only. */
import { deepEqual, equal, ok, throws } from 'node:assert/strict';
import { join } from 'node:path';
import { runBundle } from '../../../../server/host/start/bundle';
import type { Kept, KeptCode } from '../../../../server/host/start/keptCode';
import { folderWith, removeFolders } from '../../cli/support';

/** Starts that share what is kept of them. */
function starts(files: Readonly<Record<string, string>>) {
  const folder = folderWith(files);
  const store = new Map<string, Kept>();
  const written: string[] = [];
  const code: KeptCode = {
    read: (name) => store.get(name),
    write: (name, kept) => {
      written.push(name);
      store.set(name, kept);
    },
  };
  /** What the files told, and the names of those of which something was kept. */
  const run = (
    kept: KeptCode | undefined = code,
  ): { told: readonly unknown[]; written: readonly string[] } => {
    const told: unknown[] = [];
    const ends: (() => void)[] = [];
    written.length = 0;
    const others = (name: string): unknown => (name === 'tell' ? (word: unknown) => told.push(word) : name);
    runBundle(folder, 'cli.cjs', others, kept, (work) => ends.push(work));
    for (const end of ends) end();
    return { told, written: [...written] };
  };
  return { folder, store, run };
}

const files = {
  'cli.cjs': "const part = require('./part-AbCd1234.cjs'); require('tell')(part.add(1, 2)); require('tell')(require('node:x'));",
  'part-AbCd1234.cjs': 'exports.add = (a, b) => a + b; exports.never = () => 1;',
}; // prettier-ignore

describe('A bundle', () => {
  afterEach(removeFolders);

  it('runs the same in every start', () => {
    const { run } = starts(files);
    for (let start = 0; start < 5; start++) deepEqual(run().told, [3, 'node:x']);
    deepEqual(run(undefined).told, [3, 'node:x']);
  });

  it('keeps what has a name of its own, until nothing is added any more', () => {
    const { run, store } = starts(files);
    deepEqual(
      Array.from({ length: 6 }, () => run().written.length),
      [1, 1, 1, 1, 0, 0],
    );
    deepEqual([...store.keys()], ['part-AbCd1234.cjs']);
    equal(store.get('part-AbCd1234.cjs')?.idle, 3);
  });

  it('keeps functions that ran, and adds what runs later', () => {
    const { run, store, folder } = starts({
      ...files,
      'cli.cjs': "const part = require('./part-AbCd1234.cjs'); require('tell')(globalThis.more ? part.more() : 0);",
      'part-AbCd1234.cjs': `exports.more = () => { ${'var a = [1, 2]; a = a.map((b) => [b, a.length]).concat(a);'.repeat(20)} return 1; };`,
    }); // prettier-ignore
    const size = (): number => store.get('part-AbCd1234.cjs')?.bytes.length ?? 0;
    run();
    const few = size();
    try {
      Object.assign(globalThis, { more: true });
      run();
    } finally {
      Object.assign(globalThis, { more: false });
    }
    ok(size() > 2 * few, `${few} bytes, ${size()} with a function of ${folder} that ran`);
    const all = size();
    run();
    equal(size(), all);
  });

  it('takes nothing that was made of another text', () => {
    const { run, store } = starts(files);
    run();
    const kept = store.get('part-AbCd1234.cjs');
    const other = starts({ ...files, 'part-AbCd1234.cjs': 'exports.add = (a, b) => a * b + 10;' });
    if (kept) other.store.set('part-AbCd1234.cjs', kept);
    deepEqual(other.run().told, [12, 'node:x']);
    deepEqual(other.run().told, [12, 'node:x']);
  });

  it('gives files that need each other what there is so far, as Node does', () => {
    const { run } = starts({
      'cli.cjs': "exports.early = 'early'; const { seen } = require('./b.cjs'); require('tell')(seen);",
      'b.cjs': "exports.seen = require('./cli.cjs').early;",
    });
    deepEqual(run().told, ['early']);
  });

  it('knows where its files are, and lets them replace what they give', () => {
    const { run, folder } = starts({
      'cli.cjs': "require('tell')([__filename, __dirname, require('./b.cjs')]);",
      'b.cjs': "module.exports = 'other';",
    });
    deepEqual(run().told, [[join(folder, 'cli.cjs'), folder, 'other']]);
  });

  it('fails as its files do', () => {
    const { run } = starts({ 'cli.cjs': "throw new Error('a fault');" });
    throws(run, /a fault/);
    throws(starts({ 'cli.cjs': "require('./gone.cjs');" }).run, /ENOENT/);
  });
});
