/** What can be offered for one detail of an evidence file: what `evidencePortfolio/detailChoices` answers. */
import type { EvidenceFile } from '../../core/evidence/evidence';
import { textsOf } from '../../core/evidence/valueTexts';
import { daysMeant } from '../../core/frontMatter/daysMeant';
import type { FrontMatterKey, KeyEntry } from '../../core/frontMatter/keys';
import { entryNamed } from '../../core/frontMatter/keys';
import type { ValueKind } from '../../core/frontMatter/values';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { joinPath } from '../../core/text/uri';
import { capitalised } from '../../words/capitals';
import { dayWords } from '../../words/dates';
import { attachmentFolders } from '../completion/paths';
import { choicesFor } from '../completion/values';
import { rangesIn } from '../text/range';

export interface DetailChoices {
  readonly key: FrontMatterKey;
  /** The key in words: `Review by`. */
  readonly label: string;
  /** What the key is for. */
  readonly description: string;
  readonly holds: ValueKind;
  /** Several values may stand there. */
  readonly isList: boolean;
  /** What stands there now: texts, IDs or paths as the file has them; none where it has nothing that can be read. */
  readonly values: readonly string[];
  /** The likeliest first. */
  readonly choices: readonly DetailChoice[];
  /** Of a key that holds paths: the folder where attachments go, whether it is there or not. */
  readonly folder?: string;
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
  const { label, description, holds, isList } = entry;
  return {
    key: entry.key,
    label,
    description,
    holds,
    isList,
    values: textsOf(evidence, entry.key) ?? [],
    choices: typed === undefined ? offered(portfolio, evidence, entry) : daysIn(portfolio, entry, typed),
    ...(holds === 'paths' ? { folder: folderOf(portfolio) } : {}),
  };
}

function offered(
  portfolio: Portfolio,
  evidence: EvidenceFile,
  { key, holds }: KeyEntry,
): readonly DetailChoice[] {
  const { uri, text } = evidence;
  const question = { portfolio, cursor: { uri, text, offset: 0 }, options: {}, range: rangesIn(text) };
  return choicesFor(question, key).map(({ label, words = '' }) => {
    if (holds === 'choice') return { value: label, label: capitalised(label.replaceAll('-', ' ')), words };
    // Completion has the day first, and behind it in words.
    const [day = label, reason = ''] = words.split(/: /);
    return holds === 'day' || holds === 'lastDay'
      ? { value: label, label: day, words: reason }
      : { value: label, label, words };
  });
}

function daysIn(portfolio: Portfolio, { holds }: KeyEntry, typed: string): readonly DetailChoice[] {
  if (holds !== 'day' && holds !== 'lastDay') return [];
  return daysMeant(typed, portfolio.days.today, holds === 'day' ? 'past' : 'future').map(
    ({ date, assumption = '' }) => ({ value: date, label: dayWords(date), words: assumption }),
  );
}

/** Where most attachments are; else a folder of that name at the top of the portfolio. */
const folderOf = (portfolio: Portfolio): string =>
  attachmentFolders(portfolio)[0] ?? joinPath(portfolio.root, 'attachments');
