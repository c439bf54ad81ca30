/** `due` as Markdown, ready to be mailed or put into minutes. */
import type { DueGroup } from '../../core/due/groups';
import { groupsOf } from '../../core/due/groups';
import type { DueItem } from '../../core/due/model';
import { dueSummary, elementsBeside, remarkOf, whenWords } from '../../core/due/words';
import { printable } from '../../core/text/printable';
import { relativePath } from '../../core/text/uri';
import { formatDate } from '../../words/dates';
import { escapeAt, escapeInLine, escapeStart } from '../../words/markdown';
import type { PortfolioDue, ShownDue } from './shown';

export const dueAsMarkdown = (shown: ShownDue): string =>
  shown.portfolios.map((one) => portfolioAsMarkdown(one, shown)).join('\n');

/** A text of a stranger's file as a piece of a line. */
const plain = (text: string): string => escapeAt(escapeInLine(printable(text)));

function portfolioAsMarkdown({ portfolio, due }: PortfolioDue, shown: ShownDue): string {
  const itemAsMarkdown = (item: DueItem): string => {
    const remark = remarkOf(item);
    const when = `${whenWords(item, due.today)}${remark === '' ? '' : `, ${remark}`}`;
    const about = [
      plain(elementsBeside(item).join(', ')),
      shown.by === 'month' ? plain(item.people.join(', ') || 'nobody yet') : '',
      item.kind === 'element' ? '' : plain(relativePath(shown.folder, item.uri)),
    ].filter((part) => part !== '');
    const details = about.length > 0 ? ` (${about.join('; ')})` : '';
    return `- ${item.urgency === 'late' ? `**${when}**` : when}: ${plain(item.what)}${details}`;
  };
  const groupAsMarkdown = ({ title, items }: DueGroup): readonly string[] => [
    '',
    `## ${escapeStart(plain(title))}`,
    '',
    ...items.map(itemAsMarkdown),
  ];
  return [
    `# ${escapeStart(plain(portfolio.title))}: what is due`,
    '',
    `As of ${formatDate(due.today)}. ${dueSummary(due)}`,
    ...groupsOf(due, shown.by).flatMap(groupAsMarkdown),
    '',
  ].join('\n');
}
