/** Whether an action says what the standard says. */
import type { Lexicon, StandardNode } from '../standard/standard';
import { wordingsOf } from '../standard/wordings';
import { significantWords } from '../text/words';
import type { ActionPlan, PlanAction } from './model';

/** Only letters and digits count: marks, capitals, spaces and line ends do not. */
export const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** True where a text holds the element's words, whatever stands before or behind them. */
export function hasWordingOf(text: string, element: StandardNode): boolean {
  const letters = lettersOf(text);
  return wordingsOf(element).some(({ text: wording, title }, at) => {
    const said = lettersOf(wording || title);
    // What is not translated says nothing.
    return (said !== '' || at === 0) && letters.includes(said);
  });
}

/** A text with at least this share of the words of the two together is the standard's text, changed. */
const alike = 0.5;

export interface Deviation {
  readonly action: PlanAction;
  readonly element: StandardNode;
}

/**
 * Actions whose text should be the standard's and is not. In a column of criteria, that is the first row about an
 * element, whatever it says; everywhere else, a text that is much like the standard's: others are actions of the
 * writer's own.
 */
export function deviationsFrom(standard: Lexicon, { tables }: ActionPlan): readonly Deviation[] {
  return tables.flatMap(({ columns, rows }) => {
    const isOfCriteria = /criteri/i.test(columns.find(({ role }) => role === 'action')?.name ?? '');
    const seen = new Set<string>();
    return rows.flatMap((row) => {
      if (row.kind !== 'action') return [];
      const isFirst = !seen.has(row.id);
      seen.add(row.id);
      const element = standard.nodes.get(row.id);
      const text = row.action?.text ?? '';
      if (!element?.assessable || text === '' || hasWordingOf(text, element)) return [];
      return (isOfCriteria && isFirst) || isLike(text, element) ? [{ action: row, element }] : [];
    });
  });
}

/** True where a text is the standard’s, changed, rather than something of the writer’s own. */
export function isLike(text: string, element: StandardNode): boolean {
  const own = significantWords(text);
  return wordingsOf(element).some((wording) => {
    const wanted = significantWords(wording.text || wording.title);
    const shared = [...own].filter((word) => wanted.has(word)).length;
    return shared > 0 && shared / (own.size + wanted.size - shared) >= alike;
  });
}
