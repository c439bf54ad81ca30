/** The hierarchy of calls, read as one of support: evidence calls on the elements that it names. */
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
} from 'vscode-languageserver-types';
import { SymbolKind } from 'vscode-languageserver-types';
import type { EvidenceFile } from '../../core/evidence/evidence';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { displayTitle } from '../../core/evidence/titleAndStanding';
import type { StandardNode } from '../../core/standard/standard';
import { shortWords } from '../../core/standard/standard';
import type { StandardLocations } from './definition';
import { evidenceLocation } from './evidenceLocation';
import type { Cursor } from '../text/identifierAt';
import { elementMentions } from '../text/mentions';
import { rangesIn } from '../text/range';
import { subjectAt } from './subjectAt';
import { coverageWords, standingWords } from '../text/wording';

/** What an item carries from one request to the next. */
export interface HierarchyData {
  readonly root: string;
  /** Absent: the item is the evidence file at its address. */
  readonly element?: string;
}

/** The element under the cursor, elsewhere in an evidence file that file. */
export function prepareHierarchy(
  portfolio: Portfolio,
  cursor: Cursor,
  standardPlace: StandardLocations,
): CallHierarchyItem[] | null {
  const subject = subjectAt(portfolio, cursor);
  if (subject?.kind === 'node' && subject.node.assessable)
    return some(elementItem(portfolio, subject.node, standardPlace));
  const evidence = portfolio.isActive ? portfolio.evidence.get(cursor.uri) : undefined;
  return evidence ? [evidenceItem(portfolio, evidence)] : null;
}

/** Of an element, the evidence that names it. */
export function incomingCalls(
  portfolio: Portfolio,
  { data }: CallHierarchyItem,
): CallHierarchyIncomingCall[] {
  const { element } = data as HierarchyData;
  const node = element === undefined ? undefined : portfolio.standard.nodes.get(element);
  if (!node) return [];
  return portfolio.evidenceFor(node.id).map((evidence) => ({
    from: evidenceItem(portfolio, evidence),
    fromRanges: rangesOf(portfolio, evidence, node),
  }));
}

/** Of an evidence file, the elements that it names. */
export function outgoingCalls(
  portfolio: Portfolio,
  { uri, data }: CallHierarchyItem,
  standardPlace: StandardLocations,
): CallHierarchyOutgoingCall[] {
  const { element } = data as HierarchyData;
  const evidence = element === undefined ? portfolio.evidence.get(uri) : undefined;
  if (!evidence) return [];
  const nodes = new Set(elementMentions(portfolio.standard, evidence).map(({ node }) => node));
  return [...nodes].flatMap((node) => {
    const to = elementItem(portfolio, node, standardPlace);
    return to ? [{ to, fromRanges: rangesOf(portfolio, evidence, node) }] : [];
  });
}

function rangesOf({ standard }: Portfolio, evidence: EvidenceFile, node: StandardNode) {
  const range = rangesIn(evidence.text);
  return elementMentions(standard, evidence)
    .filter((mention) => mention.node === node)
    .map(({ span }) => range(span));
}

function elementItem(
  portfolio: Portfolio,
  node: StandardNode,
  standardPlace: StandardLocations,
): CallHierarchyItem | undefined {
  const location = standardPlace(node.id);
  return (
    location && {
      name: `${node.id} ${shortWords(node)}`,
      kind: SymbolKind.EnumMember,
      detail: node.assessable ? coverageWords(portfolio.coverage(node.id)) : node.level,
      uri: location.uri,
      range: location.range,
      selectionRange: location.range,
      data: { root: portfolio.root, element: node.id } satisfies HierarchyData,
    }
  );
}

function evidenceItem(portfolio: Portfolio, evidence: EvidenceFile): CallHierarchyItem {
  const { range } = evidenceLocation(evidence);
  return {
    name: displayTitle(evidence),
    kind: SymbolKind.File,
    detail: standingWords(portfolio, evidence),
    uri: evidence.uri,
    range,
    selectionRange: range,
    data: { root: portfolio.root } satisfies HierarchyData,
  };
}

const some = <Item>(item: Item | undefined): Item[] | null => (item === undefined ? null : [item]);
