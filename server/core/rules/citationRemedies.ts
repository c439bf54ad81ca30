/** What is done about citations of what there is not: the nearest that there is, in their place. */
import { citedPaths } from '../citations/citedPaths';
import { familyOf } from '../citations/citedRefs';
import { nameMarkdown } from '../plan/escapeMarkdown';
import { cellMarkdown } from '../plan/print';
import type { Portfolio } from '../portfolio/portfolio';
import type { PortfolioFile } from '../portfolio/portfolioFile';
import { compareNaturally } from '../text/naturalOrder';
import { editDistance, nearestWord } from '../text/editDistance';
import type { Problem, Uri } from '../text/span';
import { fileName, parentUri, relativePath } from '../text/uri';
import { valueOf } from '../yaml/fields';
import type { Proposal } from './remedy';
import { changing } from './remedy';

const mostOffered = 3;

/** Shown as it is wherever it is written, in a cell or a code span too: in one of them, what escapes would be text. */
const isPlain = (name: string): boolean => cellMarkdown(nameMarkdown(name)) === name;

export function citationProposals(
  portfolio: Portfolio,
  file: PortfolioFile,
  { span, suggestions = [] }: Problem,
): readonly Proposal[] {
  const written = file.text.slice(span.start, span.end);
  const near =
    suggestions.length > 0
      ? suggestions.map(({ replacement }) => replacement)
      : written.includes('/')
        ? nearPaths(portfolio, file, written)
        : nearRefs(portfolio, written);
  return near
    .filter(isPlain)
    .slice(0, mostOffered)
    .flatMap((newText, at) =>
      changing(file, `Replace with ${newText}`, [{ span, newText }], at === 0 && near.length === 1),
    );
}

/** Refs of the same kind, one edit away. */
function nearRefs({ evidence }: Portfolio, written: string): readonly string[] {
  const family = familyOf(written);
  const refs = [...evidence.values()].flatMap(({ ref }) => valueOf(ref) ?? []);
  return [...new Set(refs)]
    .filter((ref) => familyOf(ref) === family && Math.abs(ref.length - written.length) < 2)
    .filter((ref) => editDistance(ref, written) === 1)
    .sort(compareNaturally);
}

/** In the same folder under a name that is near, else elsewhere under the same name. */
function nearPaths(portfolio: Portfolio, file: PortfolioFile, written: string): readonly string[] {
  const { root } = portfolio;
  const [cited] = citedPaths(written, 0, file.uri, root);
  const beside = (cited?.places ?? []).flatMap(({ uri }): readonly Uri[] => {
    const children = portfolio.childrenOf(parentUri(uri)).filter(({ isFolder }) => !isFolder);
    const name = nearestWord(
      fileName(uri),
      children.map((child) => fileName(child.uri)),
    );
    return children.filter((child) => fileName(child.uri) === name).map((child) => child.uri);
  });
  const ending = `/${fileName(cited?.places[0]?.uri ?? '')}`.toLowerCase();
  const namesakes = portfolio
    .places()
    .filter(
      (uri) => ending.length > 1 && uri.toLowerCase().endsWith(ending) && portfolio.exists(uri) === true,
    )
    .sort(compareNaturally);
  const base =
    cited?.places.findIndex(({ folder }) => portfolio.exists(folder) === true) === 1
      ? root
      : parentUri(file.uri);
  return [...new Set([...beside, ...namesakes].map((uri) => relativePath(base, uri)))];
}
