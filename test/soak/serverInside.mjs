// @ts-check
// Goes into each server that is tried (`--import`): says how much it holds when all that can go has gone, which nobody
// can see from outside, and leaks on purpose where SOAK_LEAK says what, so that the test is seen to fail.
import { openSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setInterval } from 'node:timers';
import v8 from 'node:v8';
import vm from 'node:vm';

const { SOAK_REPORTS = '', SOAK_LEAK } = process.env;
v8.setFlagsFromString('--expose-gc');
/** @type {() => void} */
const collect = vm.runInNewContext('gc');

process.on('SIGUSR2', () => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  const report = { held: heapUsed + external, resources: process.getActiveResourcesInfo().length };
  const place = join(SOAK_REPORTS, String(process.pid));
  writeFileSync(`${place}.part`, JSON.stringify(report));
  // Whoever waits for it never reads half of it.
  renameSync(`${place}.part`, `${place}.json`);
});

/** @type {unknown[]} */
const kept = [];
let messages = 0;
/** @type {Readonly<Record<string, () => void>>} */
const leaks = {
  /** As one forgotten answer of a few kilobytes would. */
  memory: () => void kept.push('x'.repeat(4000).split('')),
  handles: () => {
    if (messages % 100 === 0) kept.push(openSync(import.meta.filename, 'r'));
  },
  /** Timers that are set anew and never cleared. */
  resources: () => {
    if (messages % 100 === 0) setInterval(() => undefined, 60_000).unref();
  },
  /** What goes through a list that grows by each message. */
  time: () => {
    for (let times = 0; times < messages * 100; times++) kept[0] = times;
  },
};
if (SOAK_LEAK !== undefined)
  process.stdin.on('data', () => {
    messages++;
    leaks[SOAK_LEAK]?.();
  });
