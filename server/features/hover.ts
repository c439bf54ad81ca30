/** Hover: what stands under the cursor, and what is known of it here. */
import type { Hover } from 'vscode-languageserver-types';
import { isManifestName } from '../core/manifestName';
import type { FileFacts } from '../core/places';
import type { Portfolio } from '../core/portfolio';
import { replacedWords, replacementOf } from '../core/retired';
import { fileName } from '../core/uri';
import { nodeMarkup } from './elementMarkup';
import { fileAt, fileMarkup } from './hoverFile';
import { frontMatterHover } from './hoverFrontMatter';
import { manifestHover } from './hoverManifest';
import type { Place } from './identifierAt';
import { identifierAt } from './identifierAt';
import type { Markup } from './markup';
import { paragraphs } from './markup';
import { planHover } from './editing';
import { toRange } from './range';

export interface HoverOptions {
  readonly markup: Markup;
  /** Of the file that `fileAt` finds at the place, where the host has looked and it is there. */
  readonly file?: FileFacts | undefined;
}

/** Null where nothing that is known stands at the offset, and in folders that are no portfolio. */
export function hover(portfolio: Portfolio, place: Place, { markup, file }: HoverOptions): Hover | null {
  // 3.2.4 may be the version of some program there.
  if (!portfolio.isActive) return null;
  const { uri, text } = place;
  const target = fileAt(portfolio, place);
  if (target)
    return {
      contents: paragraphs(markup.kind, fileMarkup(portfolio, target, file, markup)),
      range: toRange(text, target.span),
    };
  const found = identifierAt(portfolio, place);
  if (found) {
    const said = nodeMarkup(portfolio, found.node, markup, portfolio.evidence.get(uri));
    const isReplaced = replacementOf(portfolio.standard, found.id) !== undefined;
    const words = isReplaced ? markup.text(replacedWords(found.id, found.node)) : '';
    const contents = isReplaced ? paragraphs(markup.kind, [words, said.value]) : said;
    return { contents, range: toRange(text, found.span) };
  }
  const plan = portfolio.plans.get(uri);
  if (plan) return planHover(portfolio, plan, place, markup);
  const about = isManifestName(fileName(uri))
    ? manifestHover(portfolio, place, markup)
    : frontMatterHover(portfolio, place, markup);
  return about ? { contents: paragraphs(markup.kind, about.parts), range: toRange(text, about.span) } : null;
}
