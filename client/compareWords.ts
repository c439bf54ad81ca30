/** A comparison in words, and put onto the coverage that is on show. Nothing here knows VS Code. */
import type {
  Comparison,
  CoverageNode,
  CoverageResult,
  ElementChangeKind,
  NodeChange,
} from '../server/lsp/protocol';
import { changesCounted } from './changeWords';
import { count } from './coverageLabels';

/** A comparison, and what it was made with. */
export interface Compared extends Comparison {
  /** The base for people: `main`. */
  readonly base: string;
}

const kindsIn = ({ portfolios }: Comparison): readonly ElementChangeKind[] =>
  portfolios.flatMap(({ elements }) => elements.map(({ kind }) => kind));

/** The line above the tree: `Compared with main: 2 elements gained, 1 lost.` */
export function comparedMessage(compared: Compared): string {
  const counted = changesCounted(kindsIn(compared));
  return counted === ''
    ? `Compared with ${compared.base}: every element stands as it did.`
    : `Compared with ${compared.base}: ${counted}.`;
}

/** What the status bar shows, and what it says to those who cannot read signs. */
export function comparedStatus(compared: Compared): {
  readonly text: string;
  readonly spoken: string;
  /** Short facts for a tooltip. */
  readonly facts: readonly string[];
} {
  const kinds = kindsIn(compared);
  const number = (...wanted: readonly ElementChangeKind[]): number =>
    kinds.filter((kind) => wanted.includes(kind)).length;
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
  const all = [...(signs === '' ? [] : [signs]), ...others].join(', ');
  const counted = changesCounted(kinds);
  return {
    text: all === '' ? `as in ${compared.base}` : `${all} since ${compared.base}`,
    spoken:
      counted === ''
        ? `Every element stands as in ${compared.base}`
        : `Elements since ${compared.base}: ${counted}`,
    facts: compared.portfolios.flatMap((portfolio) => factsOf(portfolio, compared)),
  };
}

/** A name in a place where VS Code draws `$(…)` as an icon: as it stands. Git lets a branch be called so. */
export const withoutIcons = (text: string): string => text.replaceAll('$(', '$\u200B(');

function factsOf(
  { title, presence, elements, evidence, findings }: Comparison['portfolios'][number],
  { portfolios, base }: Compared,
): readonly string[] {
  const name = portfolios.length > 1 ? `${title}: ` : '';
  if (presence === 'gone') return [`${title} is in ${base}, and not here any longer`];
  const files = [
    ...(evidence.added > 0 ? [`${evidence.added} added`] : []),
    ...(evidence.removed > 0 ? [`${evidence.removed} removed`] : []),
    ...(evidence.renamed > 0 ? [`${evidence.renamed} renamed`] : []),
    ...(evidence.changed > 0 ? [`${evidence.changed} changed`] : []),
  ].join(', ');
  const counted = changesCounted(elements.map(({ kind }) => kind));
  return [
    ...(presence === 'new' ? [`${title} is not in ${base}`] : []),
    `${name}elements: ${counted === '' ? 'as they were' : counted}`,
    `${name}evidence: ${files === '' ? 'as it was' : files}`,
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
        elements.map(({ id, kind, before }) => [id, { kind, before, base: compared.base }]),
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
