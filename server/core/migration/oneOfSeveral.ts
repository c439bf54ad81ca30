/** The editions of one of several standards: IDs as the files write them, with the name of their standard or without. */
import type { Portfolio } from '../portfolio/portfolio';
import type { PortfolioStandard } from '../portfolio/portfolioStandard';
import { adoptedAs } from '../standard/adoptedStandard';
import type { StandardWithName } from '../standard/combinedLexicon';
import { combinedLexicon } from '../standard/combinedLexicon';
import { inLanguage } from '../standard/inLanguage';
import { isNamed } from '../standard/retired';
import type { Lexicon, Standard } from '../standard/standard';
import { knownId } from '../standard/standard';
import { qualified } from '../frontMatter/standardNames';
import type { Uri } from '../text/span';
import { valueOf } from '../yaml/fields';
import type { Editions, Fate } from './editions';
import { editionsBetween } from './editions';
import type { NamedMapping } from './way';
import { wayThrough } from './way';

/** @param of the standard that is moved @param to its other edition; the same one, where only its retired IDs lead */
export function editionsFor(
  portfolio: Portfolio,
  of: PortfolioStandard,
  { to, uri, mapping }: ToEdition,
): Editions {
  const shown =
    to === of.standard ? to : inLanguage(to, portfolio.manifest && valueOf(portfolio.manifest.language));
  const { name, standard: from } = of;
  const standard = adopted(of, shown);
  const source = { kind: 'ready', ...(uri === undefined ? {} : { uri }) };
  // From an edition to itself, only its own retired IDs lead.
  const way = mapping && from !== to ? wayThrough(mapping, of, { name, standard, source }) : undefined;
  if (name === undefined) return editionsBetween(from, standard, way);
  return amongOthers(portfolio, name, editionsBetween(from, standard, way));
}

/** The other edition, with its file, and the mapping that leads to it, where there are any. */
export interface ToEdition {
  readonly to: Standard;
  readonly uri?: Uri | undefined;
  readonly mapping?: NamedMapping | undefined;
}

function adopted({ name, standard, profile }: PortfolioStandard, to: Standard): Standard {
  if (to === standard) return to;
  const kept = to.profiles.some(({ id }) => id === profile?.id) ? profile?.id : undefined;
  return adoptedAs(to, { name, profile: kept });
}

function amongOthers(portfolio: Portfolio, name: string, own: Editions): Editions {
  const { from, to } = own.standard;
  const before = portfolio.standard;
  const after = from === to ? before : afterwards(portfolio, name, to);
  const mark = qualified(name, '');
  const fates = new Map<string, Fate>();
  /** As an ID is written that was written so: without a name where that is enough, and was. */
  const like = (written: string, id: string): string => {
    const known = before.several?.canonical(written);
    return known === undefined || known === written ? id : (after.several?.shortest(id) ?? id);
  };
  const fateOfKnown = (id: string): Fate =>
    id.startsWith(mark) ? own.fateOf(id) : { kind: isNamed(before, id) ? 'same' : 'unknown' };
  const judge = (written: string): Fate => {
    const candidates = before.several?.candidates(written) ?? [];
    if (candidates.some((one) => one.startsWith(mark)))
      return { kind: 'ambiguous', to: candidates.flatMap((one) => endsOf(before, one, fateOfKnown(one))) };
    const id = knownId(before, written);
    const fate = fateOfKnown(id);
    if ('to' in fate)
      return fate.kind === 'renamed'
        ? { kind: 'renamed', to: like(written, fate.to) }
        : { ...fate, to: fate.to.map((next) => like(written, next)) };
    // Another edition has it, too: without a name, nobody would know which is meant.
    const isClear = fate.kind !== 'same' || !before.nodes.has(id) || knownId(after, written) === id;
    return isClear ? fate : { kind: 'renamed', to: id };
  };
  return {
    ...own,
    from: before,
    to: after,
    before: (written) => knownId(before, written),
    after: (written) => knownId(after, written),
    like,
    fateOf: (written) => {
      let fate = fates.get(written);
      if (!fate) fates.set(written, (fate = judge(written)));
      return fate;
    },
  };
}

/** What an ID is afterwards, as far as that is known. */
function endsOf({ nodes, retired }: Lexicon, id: string, fate: Fate): readonly string[] {
  if (fate.kind === 'dropped') return [];
  if (fate.kind === 'renamed') return [fate.to];
  if ('to' in fate) return fate.to;
  return nodes.has(id) ? [id] : (retired.get(id) ?? []);
}

function afterwards({ standards }: Portfolio, name: string, to: Standard): Lexicon {
  const all = standards.map((one): StandardWithName => ({
    name: one.name ?? '',
    standard: one.name === name ? to : one.standard,
  }));
  const [first = { name, standard: to }, ...others] = all;
  return combinedLexicon([first, ...others]);
}
