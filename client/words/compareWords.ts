/** A comparison in words, and put onto the coverage that is on show. Nothing here knows VS Code. */
import type {
  Comparison,
  CoverageNode,
  CoverageResult,
  ElementChangeKind,
  NodeChange,
} from '../../server/lsp/protocol';
import { changesCounted } from './changeWords';
import type { Direction, Relation } from '../git/relation';
import { count } from '../../server/words/counts';
import { escapeEveryMark } from '../../server/words/markdown';
import { visible } from '../../server/words/visible';
import { eachByName } from './perPortfolio';

/** A comparison, and what it was made with. */
export interface Compared extends Comparison {
  /** The base for people: `main`. */
  readonly base: string;
  /** A branch or tag, and not the last commit. */
  readonly isBranch: boolean;
  /** Who made the last commit of a branch that is somebody else’s. */
  readonly by?: string;
  readonly relation: Relation;
  readonly direction: Direction;
  /** The default branch is checked out, and the user has chosen another. */
  readonly isOnDefault: boolean;
  /** Files that both sides have changed since they went apart; they count as in the branch. */
  readonly changedOnBoth: number;
  /** The workspace has no other portfolio than what was compared. */
  readonly isOnly: boolean;
}

type ComparedPortfolio = Comparison['portfolios'][number];

const isProposed = ({ direction }: Compared): boolean => direction === 'would';

const countedIn = ({ elements }: ComparedPortfolio, compared: Compared): string =>
  changesCounted(
    elements.map(({ kind }) => kind),
    isProposed(compared),
  );

/** How the branch stands to what is here, as a part of a sentence about it; empty where that says nothing new. */
function standingOf({ isBranch, relation, direction, isOnDefault }: Compared): string {
  if (!isBranch) return '';
  switch (relation) {
    case 'same':
      return 'at the same commit';
    case 'behind':
      return isOnDefault ? 'all of which is here already' : '';
    case 'ahead':
      return direction === 'would' ? 'which goes on from what is here' : 'which has moved on since';
    case 'diverged':
      return 'which has moved on since';
  }
}

/** A page of Markdown: what is compared, and then what goes into the pull request. */
export const comparedPage = (compared: Compared): string =>
  `${escapeEveryMark(visible(comparedMessage(compared)))}\n\n${compared.markdown}`;

/** The line above the tree, a sentence for each portfolio: `Compared with main: 2 gained, 1 lost.` */
export function comparedMessage(compared: Compared): string {
  const standing = standingOf(compared);
  const by = compared.by === undefined ? '' : ` of ${compared.by}`;
  const about = `${compared.base}${by}${standing === '' ? '' : `, ${standing}`}`;
  const nothing = isProposed(compared) ? 'no element would change' : 'every element stands as it did';
  const says = sayEach(compared, (portfolio) => countedIn(portfolio, compared) || nothing);
  const both =
    compared.changedOnBoth === 0
      ? ''
      : ` ${count(compared.changedOnBoth, 'file')} changed here, too, ${compared.changedOnBoth === 1 ? 'counts' : 'count'} as in ${compared.base}.`;
  const what = isProposed(compared) ? 'What would change with' : 'Compared with';
  if (says.length <= 1) return `${what} ${about}: ${says[0] ?? nothing}.${both}`;
  return `${what} ${about}. ${says.map((said) => `${said}.`).join(' ')}${both}`;
}

/** One part for each portfolio, with its title where the workspace has several. */
function sayEach(
  { portfolios, isOnly }: Compared,
  say: (portfolio: ComparedPortfolio) => string,
): readonly string[] {
  const [only] = portfolios;
  if (portfolios.length !== 1 || only === undefined || isOnly) return eachByName(portfolios, say);
  const said = say(only);
  return said === '' ? [] : [`${only.title}: ${said}`];
}

/** What the status bar shows, and what it says to those who cannot read signs. */
export function comparedStatus(compared: Compared): {
  readonly text: string;
  readonly spoken: string;
  /** Short facts for a tooltip. */
  readonly facts: readonly string[];
} {
  const { base, relation, portfolios } = compared;
  const signs = sayEach(compared, signsOf);
  const where = isProposed(compared) ? `with ${base}` : `since ${base}`;
  const same = relation === 'behind' || relation === 'same' ? `as in ${base}` : `unchanged since ${base}`;
  const none = isProposed(compared) ? `unchanged ${where}` : same;
  const narrow = signs.length > maximumInStatus ? `${signs.length} portfolios changed` : signs.join(' · ');
  const standing = standingOf(compared);
  const spoken = sayEach(compared, (portfolio) => spokenOf(portfolio, compared));
  return {
    text: signs.length === 0 ? none : `${narrow} ${where}`,
    spoken: spoken.length === 0 ? none : spoken.join('; '),
    facts: [
      ...(standing === '' ? [] : [`${base} is ${factOf(standing)}`]),
      ...portfolios.flatMap((portfolio) => factsOf(portfolio, compared)),
    ],
  };
}

/** The status bar has room for so many portfolios. */
const maximumInStatus = 2;

/** `which has moved on since` as a fact: `a branch that has moved on since`. */
const factOf = (standing: string): string =>
  standing.replace(/^which /, 'a branch that ').replace(/^all of which is/, 'merged: all of it is');

/** `+2 −1 elements, 1 weakened`; empty where nothing has changed. */
function signsOf({ elements }: ComparedPortfolio): string {
  const number = (...wanted: readonly ElementChangeKind[]): number =>
    elements.filter(({ kind }) => wanted.includes(kind)).length;
  const [gained, lost] = [number('gained'), number('lost', 'overdue', 'draft')];
  const [weakened, moved] = [number('weakened'), number('moved')];
  const signs = [
    ...(gained > 0 ? [`+${gained}`] : []),
    ...(lost > 0 ? [`−${lost}`] : []),
    ...(gained + lost > 0 ? [gained + lost === 1 ? 'element' : 'elements'] : []),
  ].join(' ');
  const others = [
    ...(weakened > 0 ? [`${weakened} weakened`] : []),
    ...(moved > 0 ? [`${moved} changed otherwise`] : []),
  ];
  return [...(signs === '' ? [] : [signs]), ...others].join(', ');
}

function spokenOf(portfolio: ComparedPortfolio, compared: Compared): string {
  const { base, relation } = compared;
  const counted = countedIn(portfolio, compared);
  if (isProposed(compared))
    return counted === '' ? `No element changes with ${base}` : `Elements with ${base}: ${counted}`;
  if (counted !== '') return `Elements since ${base}: ${counted}`;
  return relation === 'behind' || relation === 'same'
    ? `Every element stands as in ${base}`
    : `Every element stands as it did since ${base} was left`;
}

function factsOf(portfolio: ComparedPortfolio, compared: Compared): readonly string[] {
  const { title, presence, evidence, findings } = portfolio;
  const { portfolios, base, isOnly } = compared;
  const name = portfolios.length > 1 || !isOnly ? `${title}: ` : '';
  if (presence === 'gone')
    return isProposed(compared)
      ? [`${title} would be gone with ${base}`]
      : [`${title} is in ${base}, and not here any longer`];
  const files = [
    ...(evidence.added > 0 ? [`${evidence.added} added`] : []),
    ...(evidence.removed > 0 ? [`${evidence.removed} removed`] : []),
    ...(evidence.renamed > 0 ? [`${evidence.renamed} renamed`] : []),
    ...(evidence.changed > 0 ? [`${evidence.changed} changed`] : []),
  ].join(', ');
  const counted = countedIn(portfolio, compared);
  const [stay, stays] = isProposed(compared) ? ['as they are', 'as it is'] : ['as they were', 'as it was'];
  const isNew = isProposed(compared) ? `${title} comes with ${base}` : `${title} is not in ${base}`;
  return [
    ...(presence === 'new' ? [isNew] : []),
    `${name}elements: ${counted === '' ? stay : counted}`,
    `${name}evidence: ${files === '' ? stays : files}`,
    `${name}${count(findings.fresh, 'new finding')}, ${findings.fixed} gone`,
  ];
}

/** Coverage with what has become of each element. Without a comparison, it comes back as it is. */
export function withChanges(
  coverage: CoverageResult | undefined,
  compared: Compared | undefined,
): CoverageResult | undefined {
  if (coverage === undefined || compared === undefined) return coverage;
  return {
    portfolios: coverage.portfolios.map((portfolio) => {
      const elements = compared.portfolios.find(({ root }) => root === portfolio.root)?.elements ?? [];
      const changes = new Map(
        elements.map(({ id, kind, before }) => [
          id,
          { kind, before, base: compared.base, ...(isProposed(compared) ? { isProposed: true } : {}) },
        ]),
      );
      return changes.size === 0
        ? portfolio
        : { ...portfolio, nodes: portfolio.nodes.map((node) => marked(node, changes)) };
    }),
  };
}

function marked(node: CoverageNode, changes: ReadonlyMap<string, NodeChange>): CoverageNode {
  const change = node.state === undefined ? undefined : changes.get(node.id);
  const children = node.children.map((child) => marked(child, changes));
  return { ...node, children, ...(change ? { change } : {}) };
}
