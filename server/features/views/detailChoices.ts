/** What can be offered for one detail of an evidence file: what `evidencePortfolio/detailChoices` answers. */
import type { EvidenceFile } from '../../core/evidence/evidence';
import type { Direction } from '../../core/frontMatter/daysMeant';
import { daysMeant } from '../../core/frontMatter/daysMeant';
import { addMonths } from '../../core/frontMatter/monthsAround';
import type { FrontMatterKey, KeyEntry } from '../../core/frontMatter/keys';
import { entryNamed } from '../../core/frontMatter/keys';
import type { ValueKind } from '../../core/frontMatter/values';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { CivilDate } from '../../core/text/civilDate';
import { addDays } from '../../core/text/civilDate';
import { joinPath } from '../../core/text/uri';
import { capitalised } from '../../words/capitals';
import { dayWords } from '../../words/dates';
import { attachmentFolders } from '../completion/paths';
import { choicesFor } from '../completion/values';
import { rangesIn } from '../text/range';
import { detailValues } from './detailValues';

export interface DetailChoices {
  readonly key: FrontMatterKey;
  /** The key in words: `Review by`. */
  readonly label: string;
  /** What the key is for. */
  readonly description: string;
  readonly holds: ValueKind;
  /** What stands there now: texts, IDs or paths as the file has them; none where it has nothing that can be read. */
  readonly values: readonly string[];
  /** The likeliest first. */
  readonly choices: readonly DetailChoice[];
  /** Of a key that holds paths: the folder where attachments go, whether it is there or not. */
  readonly folder?: string;
  /** Of a key that holds paths: the folder in which attachments have to be. */
  readonly scope?: string;
  /** Of a key that holds a day: from where days are counted, YYYY-MM-DD. */
  readonly today?: string;
}

export interface DetailChoice {
  /** What is to be set. */
  readonly value: string;
  /** The same for people: `In review`, `Wednesday 12 May 2027`. */
  readonly label: string;
  /** What it means, or why it is offered; may be empty. */
  readonly words: string;
}

/** @param typed of a key that holds a day: what somebody has typed, and then the days that it may mean are the choices */
export function detailChoices(
  portfolio: Portfolio,
  evidence: EvidenceFile,
  key: string,
  typed?: string,
): DetailChoices | null {
  const entry = entryNamed(key);
  if (!entry) return null;
  const { label, description, holds } = entry;
  return {
    key: entry.key,
    label,
    description,
    holds,
    values: detailValues(portfolio, evidence, entry.key),
    choices: typed === undefined ? offered(portfolio, evidence, entry) : daysIn(portfolio, entry, typed),
    ...(holds === 'paths' ? { folder: folderOf(portfolio), scope: portfolio.scopeOf(evidence.uri) } : {}),
    ...(isDay(holds) ? { today: portfolio.days.today } : {}),
  };
}

function offered(
  portfolio: Portfolio,
  evidence: EvidenceFile,
  { key, holds }: KeyEntry,
): readonly DetailChoice[] {
  const { uri, text } = evidence;
  const question = { portfolio, cursor: { uri, text, offset: 0 }, options: {}, range: rangesIn(text) };
  const choices = choicesFor(question, key).map(({ label, words = '' }) => {
    if (holds === 'choice') return { value: label, label: capitalised(label.replaceAll('-', ' ')), words };
    // Completion has the day first, and behind it in words.
    const [day = label, reason = ''] = words.split(/: /);
    return isDay(holds) ? { value: label, label: day, words: reason } : { value: label, label, words };
  });
  return isDay(holds) ? [...choices, ...otherDays(holds, portfolio.days.today, choices)] : choices;
}

const isDay = (holds: ValueKind): holds is 'day' | 'lastDay' => holds === 'day' || holds === 'lastDay';

/** Days that one chooses rather than types. */
function otherDays(
  holds: 'day' | 'lastDay',
  today: CivilDate,
  known: readonly DetailChoice[],
): readonly DetailChoice[] {
  const days: readonly (readonly [CivilDate, string])[] =
    holds === 'day'
      ? [
          [addDays(today, -7), 'a week ago'],
          [addMonths(today, -1), 'a month ago'],
        ]
      : [
          [addMonths(today, 1), 'in a month'],
          [addMonths(today, 3), 'in three months'],
          [addMonths(today, 6), 'in six months'],
        ];
  return days
    .filter(([day]) => !known.some(({ value }) => value === day))
    .map(([day, words]) => ({ value: day, label: dayWords(day), words }));
}

function daysIn(portfolio: Portfolio, { holds }: KeyEntry, typed: string): readonly DetailChoice[] {
  return isDay(holds) ? daysTyped(typed, portfolio.days.today, holds === 'day' ? 'past' : 'future') : [];
}

/** The days that a text may mean, the likeliest first, with what is taken for granted. */
export const daysTyped = (typed: string, today: CivilDate, direction: Direction): readonly DetailChoice[] =>
  daysMeant(typed, today, direction).map(({ date, assumption = '' }) => ({
    value: date,
    label: dayWords(date),
    words: assumption,
  }));

/** Where most attachments are; else a folder of that name at the top of the portfolio. */
const folderOf = (portfolio: Portfolio): string =>
  attachmentFolders(portfolio)[0] ?? joinPath(portfolio.root, 'attachments');

/** Of the day of the assessment, in a portfolio that is begun. */
export const assessmentDays = (typed: string | undefined, today: CivilDate): readonly DetailChoice[] =>
  typed !== undefined
    ? daysTyped(typed, today, 'future')
    : [
        [addMonths(today, 6), 'in six months'] as const,
        [addMonths(today, 12), 'in a year'] as const,
        [addMonths(today, 3), 'in three months'] as const,
      ].map(([day, words]) => ({ value: day, label: dayWords(day), words }));
