/** Nothing costs more for each thing where there are more of them: by counting work, not by the clock. */
import { ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { bodyCases } from './bodyCases';
import { cases } from './cases';
import type { Counts } from './countWork';
import { packCases } from './packCases';
import { standardCases } from './standardCases';

/** How much more one of many may cost than one of few. */
const most = 2;

/** How much more many may cost than few where nobody asks for any. */
const mostForFree = 1.1;

describe('Work for each of many is at most twice the work for each of few', () => {
  let counts: Counts = {};
  before(function () {
    this.timeout(120_000);
    // Code that the engine has compiled anew is not counted.
    const engine = ['--no-opt', '--no-maglev', '--import=tsx'];
    const printed = execFileSync(process.execPath, [...engine, 'test/unit/work/countWork.ts'], {
      encoding: 'utf8',
    });
    counts = JSON.parse(printed) as Counts;
  });

  for (const { name, isFree } of [...cases, ...standardCases, ...bodyCases, ...packCases])
    it(name, () => {
      const counted = counts[name] ?? [];
      if (isFree) {
        const [few, many] = counted.map(({ blocks }) => blocks);
        ok(few !== undefined && many !== undefined && few > 1, 'Nothing was counted.');
        ok(many <= mostForFree * few, `${few} for few, ${many} for many.`);
        return;
      }
      const [few, many] = counted.map(({ things, blocks }) => blocks / things);
      ok(few !== undefined && many !== undefined && few > 1, 'Nothing was counted.');
      ok(many <= most * few, `${few.toFixed(0)} for each of few, ${many.toFixed(0)} for each of many.`);
    });
});
