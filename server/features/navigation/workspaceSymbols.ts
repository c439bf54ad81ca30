/** Symbols of the workspace: elements by their words, evidence by its title and `ref`. */
import type { SymbolInformation } from 'vscode-languageserver-types';
import { SymbolKind } from 'vscode-languageserver-types';
import type { EvidenceFile } from '../../core/evidence/evidence';
import { valueOf } from '../../core/yaml/fields';
import { compareNaturally } from '../../core/text/naturalOrder';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { displayTitle } from '../../core/evidence/titleAndStanding';
import type { StandardNode } from '../../core/standard/standard';
import { shortWords, titleOf } from '../../core/standard/standard';
import type { StandardLocations } from './definition';
import { evidenceLocation } from './evidenceLocation';

/** As many as anybody would look through. */
const maximumSymbols = 300;

/**
 * What fits the query in one portfolio: elements by their own words in the order of the standard, evidence in
 * that of its paths, then elements whose keywords and guidance speak of it.
 */
export function workspaceSymbols(
  portfolio: Portfolio,
  query: string,
  standardPlace: StandardLocations,
): SymbolInformation[] {
  const words = wordsIn(query);
  const { elements } = portfolio.standard;
  const byName = elements.filter((element) => fits(ownTexts(element), words));
  const byGuidance = elements.filter(
    (element) =>
      !byName.includes(element) &&
      fits([...ownTexts(element), ...element.keywords, ...element.guidance], words),
  );
  const symbols = (found: readonly StandardNode[]): readonly SymbolInformation[] =>
    found.flatMap((element) => elementSymbol(portfolio, element, standardPlace) ?? []);
  return [...symbols(byName), ...evidenceSymbols(portfolio, words), ...symbols(byGuidance)].slice(
    0,
    maximumSymbols,
  );
}

function elementSymbol(
  { standard }: Portfolio,
  element: StandardNode,
  standardPlace: StandardLocations,
): SymbolInformation | undefined {
  const location = standardPlace(element.id);
  const group = element.ancestors.at(-1);
  return (
    location && {
      // At length: editors look for the query in the name once more.
      name: `${element.id} ${shortWords(element, 160)}`,
      kind: SymbolKind.EnumMember,
      location,
      containerName: group ? `${group.id} ${group.title}`.trim() : standard.title,
    }
  );
}

const ownTexts = ({ id, title, text, ancestors }: StandardNode): readonly string[] => [
  id,
  title,
  text,
  ...ancestors.map(titleOf),
];

function evidenceSymbols(portfolio: Portfolio, words: readonly string[]): readonly SymbolInformation[] {
  const found: { readonly evidence: EvidenceFile; readonly name: string }[] = [];
  for (const evidence of portfolio.evidence.values()) {
    const name = [valueOf(evidence.ref) ?? '', displayTitle(evidence)].join(' ').trim();
    if (name !== '' && fits([name], words)) found.push({ evidence, name });
  }
  return found
    .sort((left, right) => compareNaturally(left.evidence.uri, right.evidence.uri))
    .slice(0, maximumSymbols)
    .map(({ evidence, name }) => ({
      name,
      kind: SymbolKind.File,
      location: evidenceLocation(evidence),
      containerName: `${portfolio.title}, ${portfolio.path(evidence.uri)}`,
    }));
}

/** IDs stay whole: `3.2.4` is one word. */
const wordsIn = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.\-()]+[\p{L}\p{N}]+)*/gu) ?? [];

/** Every word of the query begins some word of the texts. */
function fits(texts: readonly string[], words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const own = wordsIn(texts.join('\n'));
  return words.every((word) => own.some((candidate) => candidate.startsWith(word)));
}
