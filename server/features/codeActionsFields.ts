/** Quick fixes for findings about the other details at the top of a file. */
import { closingFence } from '../core/blockMends';
import type { CivilDate } from '../core/civilDate';
import { addYears, formatDate, parseDate } from '../core/civilDate';
import { splitElements } from '../core/elementEdits';
import type { EvidenceFile } from '../core/evidence';
import { markReviewed, setField } from '../core/fieldEdits';
import { kinds, statuses } from '../core/keys';
import { nextRef } from '../core/nextRef';
import { fileName } from '../core/uri';
import { scalarChange, singleText } from '../core/yamlEdits';
import type { Fix, FixContext, Fixer } from './codeActionsContext';
import { fixHere } from './codeActionsContext';

/** What the finding suggests in the place of what it underlines: a key or a word. */
export const replaceWord: Fixer = (context, { span, suggestions = [] }) =>
  suggestions.flatMap(({ replacement }, at) =>
    fixHere(
      context,
      `Replace with ${replacement}`,
      [scalarChange(context.text, span, replacement)],
      at === 0,
    ),
  );

export const frontMatterValue: Fixer = (context, finding) => {
  const { evidence, text } = context;
  if (!evidence) return [];
  const { start } = finding.span;
  if (evidence.misplaced.some(({ span }) => span.start === start)) {
    return fixHere(context, 'Write these IDs as a list', splitElements(evidence), true);
  }
  if ((finding.suggestions ?? []).length > 0) return replaceWord(context, finding);
  const isHere = ({ kind, ...field }: EvidenceFile['date'] | EvidenceFile['kind'] | EvidenceFile['status']) =>
    kind === 'invalid' && 'span' in field && field.span.start === start;
  if (isHere(evidence.date) || isHere(evidence.reviewBy)) return dates(context, finding);
  const words = isHere(evidence.kind) ? kinds : isHere(evidence.status) ? statuses : {};
  // A list or a map is not one wrong word.
  if (singleText(text, finding.span) === undefined) return [];
  return Object.keys(words).flatMap((word) =>
    fixHere(context, `Replace with ${word}`, [scalarChange(text, finding.span, word)]),
  );
};

/** A date that somebody wrote in another way, as year-month-day. */
export const dates: Fixer = (context, { span }) => {
  return readings(singleText(context.text, span) ?? '').flatMap((date, at) =>
    fixHere(
      context,
      `Replace with ${date}, ${formatDate(date)}`,
      [scalarChange(context.text, span, date)],
      at === 0,
    ),
  );
};

const two = (value: number): string => String(value).padStart(2, '0');

/** In lower case, January first. */
const months = Array.from({ length: 12 }, (_, month) =>
  formatDate(`2000-${two(month + 1)}-01`)
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase(),
);

/** The days that a date of any fashion may stand for: first as the British read it, then as the Americans do. */
export function readings(written: string): readonly CivilDate[] {
  const [, first = '', second = '', third = ''] =
    /^(\d{1,4}|[A-Za-z]{3,9})(?:st|nd|rd|th)?[\s./,-]+(\d{1,2}|[A-Za-z]{3,9})(?:st|nd|rd|th)?[\s./,-]+(\d{1,4})$/i.exec(
      written.trim(),
    ) ?? [];
  const orders =
    first.length === 4
      ? [[first, second, third]]
      : [
          [third, second, first],
          [third, first, second],
        ];
  const found = orders.flatMap(([year = '', month = '', day = '']) => dayOf(year, month, day) ?? []);
  return [...new Set(found)];
}

function dayOf(year: string, month: string, day: string): CivilDate | undefined {
  const word = month.toLowerCase();
  const number = /^\d+$/.test(month) ? Number(month) : months.findIndex((name) => name.startsWith(word)) + 1;
  const fullYear = year.length === 2 ? `20${year}` : year;
  if (!/^\d{4}$/.test(fullYear) || !/^\d{1,2}$/.test(day) || Number(day) > 31) return undefined;
  // The 31st of a month that has 30 days is its last.
  const days = [0, 1, 2, 3].map((less) => parseDate(`${fullYear}-${two(number)}-${two(Number(day) - less)}`));
  return days.find((date) => date !== undefined);
}

export const reviewed: Fixer = (context) => markedReviewed(context);

/** Both dates, with their days in the title. */
export function markedReviewed(context: FixContext): readonly Fix[] {
  const { evidence, portfolio } = context;
  const next = formatDate(addYears(portfolio.days.today, 1));
  return fixHere(
    context,
    `Mark reviewed: true as of today, ${formatDate(portfolio.days.today)}, next review by ${next}`,
    evidence && markReviewed(evidence, portfolio.days.today),
  );
}

export const duplicateRef: Fixer = (context) => {
  const { evidence, portfolio } = context;
  if (evidence?.ref.kind !== 'valid') return [];
  const next = nextRef(portfolio, evidence.ref.value);
  return next === undefined
    ? []
    : fixHere(context, `Use ${next}, the next free ref`, setField(evidence, 'ref', next), true);
};

export const missingTitle: Fixer = (context) => {
  const title = titleFromName(fileName(context.uri));
  return title === ''
    ? []
    : fixHere(
        context,
        `Add the title “${title}”, after the file’s name`,
        context.evidence && setField(context.evidence, 'title', title),
        true,
      );
};

/** `annual-customer-survey.md`: Annual customer survey. */
export function titleFromName(name: string): string {
  const words = name
    .replace(/\.(?:md|markdown)$/i, '')
    .replace(/[-_\s]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const unclosedBlock: Fixer = (context) => {
  const frontMatter = context.evidence?.frontMatter;
  if (frontMatter?.kind !== 'unclosed') return [];
  const title = frontMatter.ending
    ? 'Write --- here, and nothing else'
    : 'Close the block with a line of ---';
  return fixHere(context, title, closingFence(context.text, frontMatter), true);
};
