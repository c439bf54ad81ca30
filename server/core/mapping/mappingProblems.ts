/** What is wrong with a mapping in a portfolio: standards that this does not have, IDs that those do not have. */
import type { MappedId, MappedStandard, Mapping, Pair } from './mapping';
import type { MappableStandard, Pairs } from './resolved';
import { bothMeant, isEdition, nodeMeant, standardMeant, titlesOf } from './resolved';
import { qualified } from '../frontMatter/standardNames';
import { didYouMean } from '../standard/suggest';
import { replacementsOf, retiredAdvice, retiredWords } from '../standard/retired';
import type { Standard, StandardNode } from '../standard/standard';
import { shortWords } from '../standard/standard';
import type { Problem, Suggestion, Uri } from '../text/span';
import { nearestWord } from '../text/editDistance';

/** Whoever maps from another edition has hundreds of IDs that are none: for the first ones, what was meant is looked for. */
const mostSuggestions = 20;

/** A portfolio, as far as what is wrong with its mappings depends on it. */
export interface MappedPortfolio {
  readonly standards: readonly MappableStandard[];
  /** For people. */
  readonly title: string;
  /** What counts of all that its mappings pair. */
  readonly pairs: Pairs;
  /** Of a file, for people. */
  readonly path: (uri: Uri) => string;
}

export function mappingProblems(portfolio: MappedPortfolio, mapping: Mapping, uri: Uri): readonly Problem[] {
  const found = problemsIn(portfolio, mapping, uri);
  const placed = mapping.placed();
  return found.length === 0 || placed === mapping ? found : problemsIn(portfolio, placed, uri);
}

function problemsIn(portfolio: MappedPortfolio, mapping: Mapping, uri: Uri): readonly Problem[] {
  const { standards } = portfolio;
  const named = [mapping.from, mapping.to].filter((one) => one !== undefined);
  const unmet = named.flatMap((one) => standardProblems(standards, one, uri, portfolio.title));
  const [from, to] = bothMeant(standards, mapping, uri);
  if (from && from === to && mapping.to)
    return [...unmet, { span: mapping.to.span, message: sameWords(from) }];
  let left = mostSuggestions;
  const mayLook = (): boolean => left-- > 0;
  const seen = new Set<number>();
  const ids = mapping.pairs.flatMap((pair) =>
    (['from', 'to'] as const).flatMap((side) => {
      const of = side === 'from' ? from : to;
      const id = pair[side];
      // An ID of several pairs stands in the file once. Without places, all stand at the start.
      if (!of || (seen.has(id.span.start) && id.span.end > 0)) return [];
      seen.add(id.span.start);
      return idProblem(of, id, mayLook);
    }),
  );
  if (!from || !to) return [...unmet, ...ids];
  return [
    ...unmet,
    ...ids,
    ...mapping.pairs.flatMap((pair) => contradiction(portfolio, [from, to], pair, uri)),
  ];
}

/** Another pair of the same two parts counts, and says something else: here, by other IDs, or in another mapping. */
function contradiction(
  { pairs, path }: MappedPortfolio,
  [from, to]: readonly [MappableStandard, MappableStandard],
  pair: Pair,
  uri: Uri,
): readonly Problem[] {
  const [one, other] = [nodeMeant(from, pair.from.text), nodeMeant(to, pair.to.text)];
  const counting = one && pairs.get(one.id)?.find(({ node }) => node === other);
  if (!counting || counting.relation === pair.relation) return [];
  const where = counting.uri === uri ? 'above' : `in ${path(counting.uri)}`;
  const message = `${one.id} and ${counting.node.id} are a pair ${where} already, as ${counting.relation}. What is said there counts: keep one of the two.`;
  return [{ span: pair.to.span, message }];
}

const sameWords = ({ standard }: MappableStandard): string =>
  `“from” and “to” are both ${standard.title} here. A mapping leads from one standard to another.`;

function standardProblems(
  standards: readonly MappableStandard[],
  meant: MappedStandard,
  uri: Uri,
  portfolio: string,
): readonly Problem[] {
  const found = standardMeant(standards, meant, uri);
  const { name, edition, span } = meant;
  if (!found) {
    const near = nearestWord(
      name,
      standards.flatMap((one) => [...(one.name === undefined ? [] : [one.name]), ...titlesOf(one)]),
    );
    const advice =
      near === undefined
        ? `There ${standards.length === 1 ? 'is' : 'are'} ${listed(standards)}.`
        : `Did you mean “${near}”?`;
    const message = `“${name}” is none of the standards of ${portfolio}, so this mapping says nothing here. ${advice}`;
    return [
      near === undefined
        ? { span, message }
        : { span, message, suggestions: [{ replacement: near, label: near }] },
    ];
  }
  if (edition === '' || isEdition(found, edition)) return [];
  const own = found.standard.edition;
  const message = `This mapping is made for edition ${edition} of ${found.standard.title}, and ${portfolio} has ${own === '' ? 'one of which the edition is not said' : `edition ${own}`}. Check whether its IDs mean the same there.`;
  return [{ span, message }];
}

const listed = (standards: readonly MappableStandard[]): string =>
  standards
    .map(({ name, standard }) => (name === undefined ? standard.title : `${name} (${standard.title})`))
    .join(', ');

function idProblem(of: MappableStandard, id: MappedId, mayLook: () => boolean): readonly Problem[] {
  const { standard, name } = of;
  // What could not be read whole may have it.
  if (of.source.kind !== 'ready') return [];
  const own = (node: StandardNode): Suggestion => ({ replacement: node.ownId, label: shortWords(node) });
  const replacements =
    replacementsOf(standard, id.text) ??
    replacementsOf(standard, name === undefined ? id.text : qualified(name, id.text));
  if (replacements) {
    const message = `${retiredWords(id.text, replacements)} ${retiredAdvice(replacements)}`;
    return [{ span: id.span, message, suggestions: replacements.map(own) }];
  }
  if (nodeMeant(of, id.text)) return [];
  const near = mayLook() ? nearestNode(standard, id.text) : undefined;
  const suggestions = near ? [own(near)] : [];
  const message = `${id.text} is not in ${standard.title}, so the pair is left out.${didYouMean(suggestions)}`;
  return [{ span: id.span, message, suggestions }];
}

/** By the IDs as the standard has them. Of two characters, one that differs is half of what they say. */
function nearestNode({ nodes }: Standard, text: string): StandardNode | undefined {
  if (text.length < 3) return undefined;
  const byId = new Map(
    Array.from(nodes.values()).flatMap((node) => (node.hasId ? [[node.ownId, node] as const] : [])),
  );
  return byId.get(nearestWord(text, [...byId.keys()]) ?? '');
}
