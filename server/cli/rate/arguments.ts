/** The words of `rate`. Which of them is the folder shows on the disk. */
import { existsSync, statSync } from 'node:fs';
import type { CivilDate } from '../../core/text/civilDate';
import { dateOf, UsageError } from '../command/argumentValues';

export interface RateArguments {
  readonly command: 'rate';
  readonly folder: string;
  readonly today: CivilDate | undefined;
  /** Undefined: the self-assessment as a whole. */
  readonly element: string | undefined;
  /** Undefined, and nothing else to write: the element is shown. */
  readonly rating: string | undefined;
  readonly comment: string | undefined;
  /** The rating is the assessor's. */
  readonly assessor: boolean;
  /** When the assessor looked; undefined: today. */
  readonly date: CivilDate | undefined;
  /** Takes the rating back. */
  readonly clear: boolean;
}

/** What `rate` takes beside its words; the name of each is that of the option. */
export const rateOptions = ['today', 'comment', 'assessor', 'date', 'clear'] as const;

interface RateValues {
  readonly today?: string | undefined;
  readonly comment?: string | undefined;
  readonly assessor?: boolean | undefined;
  readonly date?: string | undefined;
  readonly clear?: boolean | undefined;
}

/** Reads `rate [element [rating]] [folder]`: the last word is the folder if it is one. @throws UsageError */
export function rateArguments(words: readonly string[], values: RateValues): RateArguments {
  const last = words.at(-1);
  const isFolder = last !== undefined && (words.length === 3 || isPlace(last));
  const [element, rating, ...more] = isFolder ? words.slice(0, -1) : words;
  if (more.length > 0)
    throw new UsageError('rate takes an element, a rating and a folder, such as “rate 3.2.4 compliant .”.');
  const { comment, assessor = false, clear = false } = values;
  const date = dateOf(values.date, 'date');
  const writes = rating !== undefined || comment !== undefined || clear;
  if (element === undefined && (writes || assessor || date))
    throw new UsageError('say which element is rated, such as “rate 3.2.4 compliant”.');
  if (clear && (rating !== undefined || comment !== undefined))
    throw new UsageError('--clear takes a rating back, so it takes no rating and no comment.');
  if (date !== undefined && !assessor)
    throw new UsageError('--date is the day on which the assessor looked: say --assessor, too.');
  if (assessor && !writes)
    throw new UsageError('say how the assessor rates it, or what they say with --comment.');
  if (comment?.trim() === '') throw new UsageError('--comment is empty. Say something, or leave it out.');
  return {
    command: 'rate',
    folder: isFolder ? last : '.',
    today: dateOf(values.today),
    element,
    rating,
    comment,
    assessor,
    date,
    clear,
  };
}

const isPlace = (word: string): boolean =>
  /[/\\]/.test(word) || word === '.' || word === '..' || (existsSync(word) && statSync(word).isDirectory());
