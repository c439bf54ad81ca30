/** What is done about dates: another way of writing, and a review that has taken place. */
import type { EvidenceFile } from '../evidence/evidence';
import { markReviewed } from '../evidence/fieldEdits';
import type { Portfolio } from '../portfolio/portfolio';
import { addYears } from '../text/civilDate';
import type { Problem } from '../text/span';
import { readWrittenDate } from '../text/writtenDates';
import { formatDate } from '../../words/dates';
import { scalarEdit, singleText } from '../yaml/edits';
import type { Proposal, TextFile } from './remedy';
import { changing } from './remedy';

/** A date that somebody wrote in another way, as year-month-day. */
export const writingDate = (file: TextFile, { span }: Problem): readonly Proposal[] =>
  readWrittenDate(singleText(file.text, span) ?? '').flatMap(({ date, assumption }, at) =>
    changing(
      file,
      `Replace with ${date}, ${formatDate(date)}${assumption === undefined ? '' : ` (${assumption})`}`,
      [scalarEdit(file.text, span, date)],
      at === 0,
    ),
  );

/** Both dates, with their days in the title. */
export function markingReviewed({ days }: Portfolio, evidence: EvidenceFile): readonly Proposal[] {
  const next = formatDate(addYears(days.today, 1));
  return changing(
    evidence,
    `Mark reviewed: true as of today, ${formatDate(days.today)}, next review by ${next}`,
    markReviewed(evidence, days.today),
  );
}
