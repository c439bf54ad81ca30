/** Counterparts of an element in words, with links to what stands for them. */
import type { PairedNode } from '../../core/mapping/resolved';
import { summarise } from '../../core/portfolio/coverage';
import { evidenceOfCounterpart, lacksEvidence } from '../../core/portfolio/counterparts';
import { displayTitle } from '../../core/evidence/titleAndStanding';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { StandardNode } from '../../core/standard/standard';
import { nameInList } from '../../core/standard/standard';
import type { Uri } from '../../core/text/span';
import { asksWords } from '../../words/relations';
import type { Markup } from './markup';
import { coverageWords, summaryWords } from './wording';

/** More links than these are counted only. */
const maximumLinks = 4;
/** Enough to tell each from the others. */
const longestName = 60;

/**
 * `ISO:9.1.2 Customers are asked, asks for the same: evidenced, 1 item: Survey`. The evidence is named where the
 * element has none that is current: it may serve there.
 * @param address what a link to a file leads to
 */
export function counterpartWords(
  portfolio: Portfolio,
  element: StandardNode,
  { node, relation, note }: PairedNode,
  { text, link }: Pick<Markup, 'text' | 'link'>,
  address: (uri: Uri) => string = (uri) => uri,
): string {
  const standing = node.assessable
    ? coverageWords(portfolio.coverage(node.id))
    : summaryWords(summarise([node], (id) => portfolio.coverage(id)));
  const said = text(
    `${nameInList(node, longestName)}, which ${asksWords(relation)}${note === '' ? '' : ` (${note})`}: ${standing}`,
  );
  const files = lacksEvidence(portfolio, element) ? evidenceOfCounterpart(portfolio, node) : [];
  if (files.length === 0) return said;
  const links = files.slice(0, maximumLinks).map((file) => link(displayTitle(file), address(file.uri)));
  const more = files.length > maximumLinks ? [text(`${files.length - maximumLinks} more`)] : [];
  return `${said}: ${[...links, ...more].join(', ')}`;
}
