/** Hover: what stands under the cursor, and what is known of it here. */
import type { Hover } from 'vscode-languageserver-types';
import { MarkupContent } from 'vscode-languageserver-types';
import { isManifestName } from '../../core/text/manifestName';
import type { FileMeasure } from '../../core/portfolio/places';
import type { RuleDescription } from '../../core/rules/rule';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { replacedWords, replacementOf, retiredWords } from '../../core/standard/retired';
import { fileName } from '../../core/text/uri';
import { nodeMarkup } from '../text/elementMarkup';
import { fileAt, fileMarkup } from './file';
import { frontMatterHover } from './frontMatter';
import { manifestHover } from './manifest';
import type { Cursor } from '../text/identifierAt';
import { ambiguousAt, dividedAt, identifierAt } from '../text/identifierAt';
import type { Markup } from '../text/markup';
import { inLines, paragraphs } from '../text/markup';
import { planHover } from '../plan/hover';
import { toRange } from '../text/range';
import { coverageWords } from '../text/wording';

export interface HoverOptions {
  readonly markup: Markup;
  /** Of the file that `fileAt` finds at the place, where the host has looked and it is there. */
  readonly file?: FileMeasure | undefined;
  /** Other portfolios that the file is in. */
  readonly sharers?: readonly Portfolio[];
  /** The rules that portfolio.yaml can name. */
  readonly rules?: readonly RuleDescription[];
}

/** Null where nothing that is known stands at the offset, and in folders that are no portfolio. */
export function hover(portfolio: Portfolio, cursor: Cursor, options: HoverOptions): Hover | null {
  const { sharers = [], ...own } = options;
  // An ID of a shared file may be of another one’s standard.
  const all = [portfolio, ...sharers];
  for (const [at, one] of all.entries()) {
    const found = hoverIn(one, cursor, own);
    if (!found) continue;
    const id = identifierAt(one, cursor)?.node.id;
    const others =
      id === undefined
        ? []
        : all.flatMap((other, place) => (place === at ? [] : sharedParts(other, id, own.markup)));
    const part = MarkupContent.is(found.contents) ? found.contents.value : '';
    return others.length === 0 || part === ''
      ? found
      : { ...found, contents: paragraphs(own.markup.kind, [part, ...others]) };
  }
  return null;
}

/** How an element stands in another portfolio that has the file; nothing where its standard has no such element. */
function sharedParts(portfolio: Portfolio, id: string, { text, strong }: Markup): readonly string[] {
  if (portfolio.standard.nodes.get(id)?.assessable !== true) return [];
  return [`${strong(`Coverage in ${portfolio.title}:`)} ${text(coverageWords(portfolio.coverage(id)))}`];
}

function hoverIn(
  portfolio: Portfolio,
  cursor: Cursor,
  { markup, file, rules = [] }: HoverOptions,
): Hover | null {
  // 3.2.4 may be the version of some program there.
  if (!portfolio.isActive) return null;
  const { uri, text } = cursor;
  const target = fileAt(portfolio, cursor);
  if (target)
    return {
      contents: paragraphs(markup.kind, fileMarkup(portfolio, target, file, markup)),
      range: toRange(text, target.span),
    };
  const found = identifierAt(portfolio, cursor);
  if (found) {
    const said = nodeMarkup(portfolio, found.node, markup, portfolio.evidence.get(uri));
    const isReplaced = replacementOf(portfolio.standard, found.id) !== undefined;
    const words = isReplaced ? markup.text(replacedWords(found.id, found.node)) : '';
    const contents = isReplaced ? paragraphs(markup.kind, [words, said.value]) : said;
    return { contents, range: toRange(text, found.span) };
  }
  const divided = dividedAt(portfolio, cursor);
  if (divided) {
    const { id, replacements, span } = divided;
    const each = replacements.map((node) =>
      [markup.strong(`${node.id} ${node.title}`.trim()), inLines(markup, node.text)].join(' ').trim(),
    );
    const words = markup.text(retiredWords(id, replacements));
    return { contents: paragraphs(markup.kind, [words, ...each]), range: toRange(text, span) };
  }
  const ambiguous = ambiguousAt(portfolio, cursor);
  if (ambiguous) {
    const { nodes, message } = ambiguous.ambiguity;
    const each = nodes.map((node) => nodeMarkup(portfolio, node, markup).value);
    return {
      contents: paragraphs(markup.kind, [markup.text(message), ...each]),
      range: toRange(text, ambiguous.span),
    };
  }
  const plan = portfolio.plans.get(uri);
  if (plan) return planHover(portfolio, plan, cursor, markup);
  const about = isManifestName(fileName(uri))
    ? manifestHover(portfolio, cursor, markup, rules)
    : frontMatterHover(portfolio, cursor, markup);
  return about ? { contents: paragraphs(markup.kind, about.parts), range: toRange(text, about.span) } : null;
}
