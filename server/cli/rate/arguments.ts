/** The words of `rate`. Which of them is the folder shows on the disk. */
import { existsSync, statSync } from 'node:fs';
import type { CivilDate } from '../../core/text/civilDate';
import { UsageError } from '../command/errors';
import type { RateTold } from './command';

export interface RateArguments {
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

/** Reads `rate [element [rating]] [folder]`: the last word is the folder if it is one. @throws UsageError */
export function rateArguments({
  given,
  today: asOf,
  comment,
  assessor,
  date: day,
  clear,
}: RateTold): RateArguments {
  const last = given.at(-1);
  const isFolder = last !== undefined && (given.length === 3 || isPlace(last));
  const [element, rating] = isFolder ? given.slice(0, -1) : given;
  const writes = rating !== undefined || comment !== undefined || clear;
  if (element === undefined && (writes || assessor || day))
    throw new UsageError('say which element is rated, such as “rate 3.2.4 compliant”.');
  if (clear && (rating !== undefined || comment !== undefined))
    throw new UsageError('--clear takes a rating back, so it takes no rating and no comment.');
  if (day !== undefined && !assessor)
    throw new UsageError('--date is the day on which the assessor looked: say --assessor, too.');
  if (assessor && !writes)
    throw new UsageError('say how the assessor rates it, or what they say with --comment.');
  if (comment?.trim() === '') throw new UsageError('--comment is empty. Say something, or leave it out.');
  return {
    folder: isFolder ? last : '.',
    today: asOf,
    element,
    rating,
    comment,
    assessor,
    date: day,
    clear,
  };
}

const isPlace = (word: string): boolean =>
  /[/\\]/.test(word) || word === '.' || word === '..' || (existsSync(word) && statSync(word).isDirectory());
