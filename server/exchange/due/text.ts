/** What is due as plain text, for a terminal or a file. */
import type { DueGroup } from '../../core/due/groups';
import { groupsOf } from '../../core/due/groups';
import type { DueItem, Urgency } from '../../core/due/model';
import { dueSummary, elementsBeside, remarkOf, whenWords } from '../../core/due/words';
import { printable } from '../../core/text/printable';
import { relativePath } from '../../core/text/uri';
import type { PortfolioDue, ShownDue } from './shown';

type Style = 'error' | 'warning' | 'information' | 'faint' | 'strong';

/** How a terminal shows a text that is safe already; in a file it stands as it is. */
interface Out {
  readonly style: (style: Style, text: string) => string;
}

const plain: Out = { style: (_, text) => text };

export const dueAsText = (shown: ShownDue, out: Out = plain): string =>
  shown.portfolios.map((one) => portfolioAsText(one, shown, out)).join('\n');

function portfolioAsText({ portfolio, due }: PortfolioDue, shown: ShownDue, out: Out): string {
  const lineOf = (item: DueItem): readonly string[] => {
    const remark = remarkOf(item);
    const when = `${whenWords(item, due.today)}${remark === '' ? '' : `, ${remark}`}`;
    const others = shown.by === 'month' ? item.people.join(', ') || 'nobody yet' : '';
    const where = relativePath(shown.folder, item.uri);
    // What is missing stands in no file.
    const about = [elementsBeside(item).join(', '), others, item.kind === 'element' ? '' : where];
    return [
      `  ${out.style(styles[item.urgency], marks[item.urgency])} ${printable(item.what)}`,
      `      ${out.style(styles[item.urgency], when)}${about.some((part) => part !== '') ? out.style('faint', printable(`; ${about.filter((part) => part !== '').join('; ')}`)) : ''}`,
    ];
  };
  const groupAsText = ({ title, items }: DueGroup): readonly string[] => [
    '',
    `${out.style('strong', printable(title))}  ${out.style('faint', String(items.length))}`,
    ...items.flatMap(lineOf),
  ];
  return [
    out.style('strong', printable(portfolio.title)),
    dueSummary(due),
    ...groupsOf(due, shown.by).flatMap(groupAsText),
    '',
  ].join('\n');
}

const marks: Readonly<Record<Urgency, string>> = { late: '!', soon: '•', later: '·', undated: '·' };

const styles: Readonly<Record<Urgency, Style>> = {
  late: 'error',
  soon: 'warning',
  later: 'information',
  undated: 'faint',
};
