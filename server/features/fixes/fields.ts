/** Quick fixes for findings about the other details at the top of a file. */
import { closingFence } from '../../core/evidence/blockMends';
import { addYears } from '../../core/text/civilDate';
import { formatDate } from '../../words/dates';
import { splitElements } from '../../core/evidence/elementEdits';
import type { EvidenceFile } from '../../core/evidence/evidence';
import { markReviewed, setField } from '../../core/evidence/fieldEdits';
import { kinds, statuses } from '../../core/frontMatter/keys';
import { nextRef } from '../../core/portfolio/nextRef';
import { fileName } from '../../core/text/uri';
import { readWrittenDate } from '../../core/text/writtenDates';
import { scalarEdit, singleText } from '../../core/yaml/edits';
import type { Fix, FixContext, Fixer } from './context';
import { fixHere } from './context';
import { separate } from './elements';
import { titleFromName } from '../../core/text/titleFromName';

/** What the finding suggests in the place of what it underlines: a key or a word. */
export const replaceWord: Fixer = (context, { span, suggestions = [] }) =>
  suggestions.flatMap(({ replacement }, at) =>
    fixHere(context, `Replace with ${replacement}`, [scalarEdit(context.text, span, replacement)], at === 0),
  );

export const frontMatterValue: Fixer = (context, finding) => {
  const { evidence, text } = context;
  if (!evidence) return [];
  const { start } = finding.span;
  if (evidence.misplaced.some(({ span }) => span.start === start)) {
    const list = fixHere(context, 'Write these IDs as a list', splitElements(evidence), true);
    return list.length > 0 ? list : separate(context, start);
  }
  if (evidence.elements.some(({ span }) => span.start === start)) return separate(context, start);
  if ((finding.suggestions ?? []).length > 0) return replaceWord(context, finding);
  const isHere = ({ kind, ...field }: EvidenceFile['date'] | EvidenceFile['kind'] | EvidenceFile['status']) =>
    kind === 'invalid' && 'span' in field && field.span.start === start;
  if (isHere(evidence.date) || isHere(evidence.reviewBy)) return dates(context, finding);
  const words = isHere(evidence.kind) ? kinds : isHere(evidence.status) ? statuses : {};
  // A list or a map is not one wrong word.
  if (singleText(text, finding.span) === undefined) return [];
  return Object.keys(words).flatMap((word) =>
    fixHere(context, `Replace with ${word}`, [scalarEdit(text, finding.span, word)]),
  );
};

/** Quotation marks around the whole value, the part that YAML takes for a remark included. */
export const cutValue: Fixer = (context, { span }) => {
  const meant = context.text.slice(span.start, span.end);
  const change = { span, newText: JSON.stringify(meant) };
  return fixHere(context, `Put quotation marks around “${meant}”`, [change], true);
};

/** A date that somebody wrote in another way, as year-month-day. */
export const dates: Fixer = (context, { span }) => {
  return readWrittenDate(singleText(context.text, span) ?? '').flatMap(({ date, assumption }, at) =>
    fixHere(
      context,
      `Replace with ${date}, ${formatDate(date)}${assumption === undefined ? '' : ` (${assumption})`}`,
      [scalarEdit(context.text, span, date)],
      at === 0,
    ),
  );
};

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

export const unclosedBlock: Fixer = (context) => {
  const frontMatter = context.evidence?.frontMatter;
  if (frontMatter?.kind !== 'unclosed') return [];
  const title = frontMatter.ending
    ? 'Write --- here, and nothing else'
    : 'Close the block with a line of ---';
  return fixHere(context, title, closingFence(context.text, frontMatter), true);
};
