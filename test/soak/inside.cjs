// Goes into each server that is tried (`--require`): says how much it holds when all that can go has gone, which nobody
// can see from outside, and leaks on purpose where SOAK_LEAK says what, so that the test is seen to fail.
'use strict';
const { openSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const v8 = require('node:v8');
const vm = require('node:vm');

const { SOAK_REPORTS, SOAK_LEAK } = process.env;
v8.setFlagsFromString('--expose-gc');
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

const kept = [];
let messages = 0;
const leaks = {
  /** As one forgotten answer of a few kilobytes would. */
  memory: () => kept.push('x'.repeat(4000).split('')),
  handles: () => {
    if (messages % 100 === 0) kept.push(openSync(__filename, 'r'));
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
    leaks[SOAK_LEAK]();
  });
