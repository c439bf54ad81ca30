import type { PortfolioIndex } from '../../../server/core/index/portfolioIndex';
import { counterpartsOf, evidenceOfCounterpart } from '../../../server/core/portfolio/counterparts';
import { shortWords } from '../../../server/core/standard/standard';
import type { PortfolioStandard } from '../../../server/core/portfolio/portfolioStandard';

/** Everything that an index holds, as text in a fixed order: to compare two of them. */
export function dumpOf(index: PortfolioIndex): string {
  const lines = index.portfolios().flatMap((portfolio) => [
    `portfolio ${portfolio.root} ${portfolio.standards.map(standardOf).join(' ')}`,
    ...[...portfolio.evidence]
      .sort()
      .map(([uri, file]) => `  evidence ${uri} ${ageOf(file, index.evidenceAt(uri))}`),
    ...[...portfolio.plans].sort().map(([uri, file]) => `  plan ${uri} ${ageOf(file, index.planAt(uri))}`),
    ...Array.from(portfolio.standard.nodes.values()).map((node) => {
      const { id } = node;
      const files = portfolio.evidenceFor(id).map(({ uri }) => uri);
      const actions = portfolio.actionsFor(id).map(({ plan, action }) => `${plan.uri}:${action.span.start}`);
      return `  ${id} ${shortWords(node)} ${JSON.stringify(portfolio.coverage(id))} ${[...files, ...actions].join(' ')}`;
    }),
    ...Array.from(portfolio.standard.nodes.values()).flatMap((node) =>
      counterpartsOf(portfolio, node).map((one) => {
        const evidence = evidenceOfCounterpart(portfolio, one.node).map(({ uri }) => uri);
        return `  ${node.id} ${one.relation} ${one.node.id} ${one.note} ${one.uri} ${evidence.join(' ')}`;
      }),
    ),
  ]);
  const findings = index
    .filesWithFindings()
    .flatMap((uri) => index.findings(uri).map((finding) => `${uri} ${JSON.stringify(finding)}`));
  return [...lines, ...findings].join('\n');
}

/** A portfolio holds the file that the index has read last. */
const ageOf = <File>(held: File, read: File | undefined): string => (held === read ? '' : 'of an older text');

const standardOf = (of: PortfolioStandard): string =>
  [of.name ?? '', of.standard.id, of.profile?.id ?? '', JSON.stringify(of.summary())].join(' ');
