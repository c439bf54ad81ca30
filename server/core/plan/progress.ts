/** How far an action is, as people write it: a word, a percentage, or both. */
import type { PlanProgress, ProgressWord } from './model';
import { inEither, plainLetters } from '../tables/welsh';
import { plainCell } from './plainCell';

/** What people write, in Wales too. */
const synonyms: Readonly<Record<ProgressWord, readonly string[]>> = {
  'not started': ['not started', 'not yet started', 'not begun', 'to do', 'todo', 'planned', 'pending', 'heb ddechrau', 'heb ddechrau eto', 'heb gychwyn', 'heb gychwyn eto', "heb ei ddechrau", "i'w wneud", "i'w gwneud"],
  'in progress': [
    'in progress', 'work in progress', 'wip', 'started', 'begun', 'ongoing', 'on-going', 'on going', 'underway',
    'under way', 'in hand', 'on track', 'on target', 'on schedule', 'active', 'continuing', 'part complete', 'partly complete',
    'partially complete', 'ar y gweill', 'yn mynd rhagddo', 'yn mynd rhagddi', 'ar waith', 'parhaus', 'yn parhau', 'wedi dechrau', 'wedi cychwyn',
    'ar y trywydd iawn', "wedi'i gwblhau'n rhannol", "wedi'i chwblhau'n rhannol",
  ],
  'on hold': ['on hold', 'paused', 'suspended', 'stalled', 'blocked', 'deferred', 'postponed', 'gohiriwyd', "wedi'i ohirio", "wedi'i gohirio", 'wedi ei ohirio', "wedi'i oedi", "wedi'i atal"],
  complete: ['complete', 'completed', 'done', 'finished', 'closed', 'achieved', 'fully complete', 'implemented', 'fully implemented', '✓', '✔', '✅', '☑',
    'cyflawn', 'cwblhawyd', 'wedi cwblhau', "wedi'i gwblhau", "wedi'i chwblhau", "wedi'u cwblhau", 'wedi ei gwblhau', 'wedi ei chwblhau', 'cyflawnwyd',
    "wedi'i gyflawni", "wedi'i chyflawni", 'wedi gorffen', "wedi'i orffen", 'gorffennwyd', "wedi'i roi ar waith"],
}; // prettier-ignore

const words: readonly (readonly [string, ProgressWord])[] = Object.entries(synonyms).flatMap(
  ([word, others]) => others.map((other) => [other, word as ProgressWord] as const),
);

/** What may follow the word: nothing, or a remark behind a mark. */
const remark = /^\uFE0F?\s*(?:$|[-–—:;,.(])/;
/** A traffic light before the words that say how far it is: `Green – on track`, `Amber (not started)`. Alone, it says nothing of that. */
const colour =
  /^(?:red|amber|green|blue|yellow|coch|oren|ambr|gwyrdd|glas|melyn)\s*[-–—:;,(/]+\s*([^()]+)\)?$/;
const percentage = /(?<![\d.,-])(\d{1,3})(?:\.\d+)?\s*%/;

/**
 * Reads a progress: one of the words or what people write for it, also with a remark behind it
 * (`Completed – report published`), or a percentage from 0 to 100 with or without a word. Anything else is `other`.
 */
export function readProgress(cell: string): PlanProgress {
  const read = readText(cell);
  if (read.kind !== 'other') return read;
  // On one line, both languages would run together.
  const word = inEither(cell.replace(/<br[ \t]*\/?>/gi, '\n'), (text) => {
    const half = readText(text);
    return half.kind === 'known' ? half.word : undefined;
  });
  return word ? { kind: 'known', word, percent: undefined } : read;
}

function readText(cell: string): PlanProgress {
  const text = plainLetters(plainCell(cell)).replace(colour, '$1');
  if (text === '' || /^[-–—]+$/.test(text)) return { kind: 'none' };
  const match = percentage.exec(text);
  const percent = match ? Number(match[1]) : undefined;
  const rest = match
    ? text
        .replace(match[0], '')
        .replace(/\(\s*\)/, '')
        .trim()
    : text;
  const word = inEither(rest, wordAt);
  if (percent === undefined) return word ? { kind: 'known', word, percent } : { kind: 'other' };
  if (percent > 100) return { kind: 'other' };
  // “50 % complete” is not complete; “on hold, 50 %” is on hold.
  if (word === 'on hold' && percent < 100) return { kind: 'known', word, percent };
  return { kind: 'known', word: wordOfPercent(percent), percent };
}

const wordAt = (text: string): ProgressWord | undefined =>
  words.find(([start]) => text.startsWith(start) && remark.test(text.slice(start.length)))?.[1];

const wordOfPercent = (percent: number): ProgressWord =>
  percent === 100 ? 'complete' : percent === 0 ? 'not started' : 'in progress';
