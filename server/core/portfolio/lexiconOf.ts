/** Where a portfolio looks up IDs. */
import type { AdoptedStandard } from '../manifest/standardShelf';
import type { StandardWithName } from '../standard/combinedLexicon';
import { combinedLexicon } from '../standard/combinedLexicon';
import type { Lexicon } from '../standard/standard';

/** The standard itself where it has no name; those with names as one. */
export function lexiconOf(adopted: readonly [AdoptedStandard, ...AdoptedStandard[]]): Lexicon {
  const [first, ...others] = adopted.flatMap(({ name, standard }): readonly StandardWithName[] =>
    name === undefined ? [] : [{ name, standard }],
  );
  return first ? combinedLexicon([first, ...others]) : adopted[0].standard;
}
