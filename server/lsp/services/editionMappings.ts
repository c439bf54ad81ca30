/** Mappings between two editions, in the files of an editor: which of them lead where a portfolio is to be moved. */
import { standardMeant } from '../../core/mapping/resolved';
import type { NamedMapping } from '../../core/migration/way';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { PortfolioStandard } from '../../core/portfolio/portfolioStandard';
import type { Standard } from '../../core/standard/standard';
import type { Uri } from '../../core/text/span';
import type { Exchanged } from '../../exchange/planExchange';
import type { MappingChoice } from '../protocol';

/** A file, as it is read in an editor. */
export interface TextFile {
  readonly uri: Uri;
  readonly text: string;
}

/** Neither a table nor anything with pairs in it is read for nothing. */
export const mayBeMapping = ({ uri, text }: TextFile): boolean =>
  /\.csv$/i.test(uri) || /["']?pairs["']?[ \t]*:|mapping-collection|requirement_mapping_set/.test(text);

/** @returns words for people where it is none */
export async function mappingIn(
  { uri, text }: TextFile,
  from: Standard,
  to: Standard,
): Promise<Exchanged<NamedMapping>> {
  const { readEditionMapping } = await import('../../exchange/mappings/editionMapping');
  return readEditionMapping(uri, new TextEncoder().encode(text), { from, to });
}

/** Those that pair the two editions, in the order of the files, and not this standard with another of the portfolio. */
export async function mappingsBetween(
  { standards }: Portfolio,
  of: PortfolioStandard,
  to: Standard,
  files: readonly TextFile[],
): Promise<readonly MappingChoice[]> {
  const { wayThrough } = await import('../../core/migration/way');
  const others = standards.filter((one) => one !== of);
  const choices: MappingChoice[] = [];
  for (const file of files) {
    const outcome = await mappingIn(file, of.standard, to);
    if (outcome.kind === 'failed') continue;
    const { mapping } = outcome.result;
    const isOfOthers = [mapping.from, mapping.to].some(
      (side) => side && standardMeant(others, side, file.uri),
    );
    const { name } = of;
    const { pairs } = wayThrough(outcome.result, of, { name, standard: to, source: { kind: 'ready' } });
    if (!isOfOthers && pairs > 0 && pairs * 2 >= mapping.pairs.length)
      choices.push({ uri: file.uri, title: mapping.title, pairs });
  }
  return choices;
}
