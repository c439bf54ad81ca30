/** Code lenses: above each element how it stands, above the review date a way to mark the evidence reviewed, and above the status of a draft one to approve it. */
import type { CodeLens, Command } from 'vscode-languageserver-types';
import type { EvidenceFile } from '../../core/evidence/evidence';
import { standingOf } from '../../core/evidence/titleAndStanding';
import { pointsInFile, pointsInWords } from '../../core/portfolio/guidance';
import type { Span, Uri } from '../../core/text/span';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { StandardNode } from '../../core/standard/standard';
import { shortWords } from '../../core/standard/standard';
import { elementMentions } from '../text/mentions';
import { rangesIn } from '../text/range';
import { isToBeApproved, stateWords } from '../../words/states';
import { withoutIcons } from '../../words/asItStands';
import { count } from '../../words/counts';

/** What a lens carries until it is shown. */
export interface LensData {
  readonly uri: Uri;
  /** Absent: the lens of the review date, or of the status. */
  readonly element?: string;
  /** The lens of a draft's status. */
  readonly isDraft?: boolean;
}

export interface LensOptions {
  /** The client's command that shows an element, given `{ root, element }`; undefined where it has none. */
  readonly showElement: string | undefined;
  /** The server's own command, given `{ uri }`. */
  readonly markReviewed: string;
  /** The server's own command, given `{ uris, values }`. */
  readonly setDetails: string;
}

/** Where lenses stand; what they say is found when they are shown. */
export function codeLenses(portfolio: Portfolio, uri: Uri): CodeLens[] {
  const evidence = portfolio.isActive ? portfolio.evidence.get(uri) : undefined;
  if (!evidence) return [];
  const range = rangesIn(evidence.text);
  const lens = (span: Span, data: LensData): CodeLens => ({ range: range(span), data });
  const { reviewBy, status } = evidence;
  const isDraft = status.kind === 'valid' && isToBeApproved(status.value);
  const isWithdrawn = status.kind === 'valid' && status.value === 'withdrawn';
  return [
    ...elementMentions(portfolio.standard, evidence)
      .filter(({ node }) => node.assessable)
      .map(({ node, span }) => lens(span, { uri, element: node.id })),
    ...(isDraft ? [lens(status.key, { uri, isDraft })] : []),
    // A date that cannot be read is put right in the same way.
    ...(reviewBy.kind === 'absent' || isWithdrawn ? [] : [lens(reviewBy.key, { uri })]),
  ];
}

/** The lens with what it says. One that can do nothing in the client at hand says it all the same. */
export function resolveCodeLens(portfolio: Portfolio, lens: CodeLens, options: LensOptions): CodeLens {
  const { uri, element, isDraft } = lens.data as LensData;
  if (isDraft === true)
    return {
      ...lens,
      command: {
        title: 'Approve',
        command: options.setDetails,
        arguments: [{ uris: [uri], values: { status: ['approved'] } }],
      },
    };
  if (element === undefined)
    return {
      ...lens,
      command: { title: 'Mark reviewed', command: options.markReviewed, arguments: [{ uri }] },
    };
  const evidence = portfolio.evidence.get(uri);
  const node = portfolio.standard.nodes.get(element);
  const title = evidence && node ? elementWords(portfolio, evidence, node) : '';
  return { ...lens, command: elementCommand(portfolio, element, title, options) };
}

function elementCommand(
  { root }: Portfolio,
  element: string,
  title: string,
  { showElement }: LensOptions,
): Command {
  const plain = withoutIcons(title);
  return showElement === undefined
    ? { title: plain, command: '' }
    : { title: plain, command: showElement, arguments: [{ root, element }] };
}

/** `3.2.4: evidenced, 3 other items, 2 of 4 points addressed`. */
function elementWords(portfolio: Portfolio, evidence: EvidenceFile, node: StandardNode): string {
  const { state, current, overdue, draft } = portfolio.coverage(node.id);
  const isCounted = standingOf(evidence, portfolio.today) !== 'withdrawn';
  const others = current + overdue + draft - (isCounted ? 1 : 0);
  const points = pointsInFile(evidence, node);
  const said = [
    // Of a file that stands alone, nobody knows what other evidence there is.
    ...(portfolio.isLone
      ? []
      : [stateWords[state], others === 0 ? 'no other items' : count(others, 'other item')]),
    ...(points ? [pointsInWords(points)] : []),
  ];
  return said.length === 0 ? `${node.id}: ${shortWords(node)}` : `${node.id}: ${said.join(', ')}`;
}
