// @ts-check
// How much of the processor something has used: unlike the clock, that is the same on a busy machine.
import { readdirSync, readFileSync } from 'node:fs';

/** Hundredths of a second, on every Linux that Node runs on. */
const ticks = 100;

/**
 * Seconds of the processor that a process, those below it, and those of them that have ended, have used so far. What is
 * killed together with its parent is left out. Undefined where the system does not say: everywhere but on Linux.
 *
 * @param {number | undefined} root
 * @returns {number | undefined}
 */
export function processorTime(root) {
  const processes = new Map(numbers().flatMap((pid) => [...entryOf(pid)]));
  if (root === undefined || !processes.has(root)) return undefined;
  /** @type {(pid: number) => boolean} */
  const isBelow = (pid) => pid === root || (processes.has(pid) && isBelow(processes.get(pid)?.parent ?? 0));
  return [...processes].reduce((sum, [pid, { used }]) => (isBelow(pid) ? sum + used : sum), 0);
}

function numbers() {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/**
 * @param {string} pid
 * @returns {readonly (readonly [number, { readonly parent: number, readonly used: number }])[]} none if it has just ended
 */
function entryOf(pid) {
  try {
    // The name of a program may have spaces and brackets; the parent is the second word behind it.
    const words = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number);
    const used = words.slice(11, 15).reduce((sum, one) => sum + one, 0) / ticks;
    return [[Number(pid), { parent: words[1] ?? 0, used }]];
  } catch {
    return [];
  }
}
