/** Completion: what may be typed at a place of an evidence file, another Markdown file or portfolio.yaml. */
import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import { lineAround } from '../../core/text/lines';
import { isManifestName } from '../../core/text/manifestName';
import { isMarkdown } from '../../core/text/markdownName';
import type { ActionPlan } from '../../core/plan/model';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { spanOf } from '../../core/text/span';
import { fileName } from '../../core/text/uri';
import { completeBlock } from './block';
import { completeElements, completeOwnElements } from './elements';
import type { CompletionOptions, Question } from './item';
import { completeKeys } from './keys';
import { meaningAt } from './meaning';
import { completeManifest } from './manifest';
import { completePath } from './paths';
import { completeText } from './text';
import { completeValue } from './values';
import type { KeyNames } from '../../core/frontMatter/keys';
import { keyAt, pathOf } from '../../core/frontMatter/keyNames';
import { frontMatterRegion, listPositionAt } from '../text/elementsAt';
import { nodeMarkup } from '../text/elementMarkup';
import type { Cursor } from '../text/identifierAt';
import type { Markup } from '../text/markup';
import { planCompletion } from './planCells';
import { rangesIn } from '../text/range';
import { yamlPositionAt } from '../text/yamlPosition';

export type { CompletionData } from './nodeItems';
export type { CompletionOptions } from './item';

/**
 * Everything that may stand at a place, in order. The list is marked incomplete: the choice is made here, by
 * words of the guidance and by folders that no editor could match against what has been typed.
 */
export function completion(
  portfolio: Portfolio,
  cursor: Cursor,
  options: CompletionOptions = {},
): CompletionList {
  const question: Question = { portfolio, cursor, options, range: rangesIn(cursor.text) };
  const found = itemsAt(question);
  const { trigger = 'asked' } = options;
  const items = trigger !== 'asked' && isFinished(cursor, found) ? [] : found;
  if (found.length === 0 && trigger === 'asked' && options.saysMeaning)
    return { isIncomplete: false, items: meaningFor(question) };
  return { isIncomplete: items.length > 0, items };
}

/** In the front matter of evidence, and in portfolio.yaml. */
function meaningFor(question: Question): CompletionItem[] {
  const { uri, text, offset } = question.cursor;
  if (isManifestName(fileName(uri)))
    return meaningAt(question, spanOf(text.startsWith('\uFEFF') ? 1 : 0, text.length), true);
  const region = frontMatterRegion(text);
  if (!region || offset < region.start || offset > region.end) return [];
  return isEvidence(question) ? meaningAt(question, region, false) : [];
}

/** All of a value has been typed: with a list on show, editors would take Enter for a choice and not for a new line. */
function isFinished({ text, offset }: Cursor, items: readonly CompletionItem[]): boolean {
  const line = lineAround(text, offset);
  return items.some(({ textEdit }) => {
    if (!textEdit || !('range' in textEdit)) return false;
    const { start, end } = textEdit.range;
    const typed = text.slice(line.start + start.character, line.start + end.character);
    if (textEdit.newText !== typed || line.start + end.character !== offset) return false;
    return items.filter(({ label, filterText = label }) => filterText.startsWith(typed)).length === 1;
  });
}

function itemsAt(question: Question): CompletionItem[] {
  const { portfolio, cursor } = question;
  const { uri, text, offset } = cursor;
  if (isManifestName(fileName(uri))) return completeManifest(question);
  const plan = portfolio.plans.get(uri);
  if (plan) return portfolio.isActive ? inPlan(question, plan) : [];
  const block = completeBlock(question);
  const region = frontMatterRegion(text);
  if (region && offset >= region.start && offset <= region.end) return [...block, ...inFrontMatter(question)];
  if (block.length > 0) return block;
  const isText = isMarkdown(uri) && (!region || offset > region.end);
  return isText && portfolio.isActive ? completeText(question) : [];
}

/** In the cells of a plan, else in its text; the keys of its front matter are not those of evidence. */
function inPlan(question: Question, plan: ActionPlan): CompletionItem[] {
  const { text, offset } = question.cursor;
  const cells = planCompletion(question, plan);
  const region = frontMatterRegion(text);
  return cells.length > 0 || (region && offset <= region.end) ? cells : completeText(question);
}

function inFrontMatter(question: Question): CompletionItem[] {
  const { text, offset } = question.cursor;
  const region = frontMatterRegion(text);
  const { names } = question.portfolio;
  const list = listPositionAt(text, offset, names);
  const yaml = region && yamlPositionAt(text, region, offset);
  const found: CompletionItem[] = [];
  if (list?.holds === 'identifiers') found.push(...completeElements(question, list, '1'));
  if (!isEvidence(question)) return found;
  if (list?.holds === 'ownIdentifiers') found.push(...completeOwnElements(question, list));
  if (list?.holds === 'paths') found.push(...completePath(question, list));
  if (yaml?.kind === 'key' && yaml.path.length === 0) {
    // Where the list has nothing in it yet, what it wants comes first.
    const [last = ''] = text
      .slice(region?.start ?? 0, yaml.token.start)
      .trimEnd()
      .split(/\r\n|\n|\r/)
      .slice(-1);
    const isBegun = isNamed(names, last) && /:[ \t]*(?:#.*)?$/.test(last);
    found.push(...completeKeys(question, yaml, isBegun ? '2' : '0'));
  }
  if (yaml?.kind === 'value' && keyAt(names, yaml.path) !== undefined && !yaml.isItem)
    found.push(...completeValue(question, yaml));
  return found;
}

/** A line that starts with the name of the elements. */
const isNamed = (names: KeyNames, line: string): boolean =>
  line.split(':', 1)[0]?.trimEnd() === pathOf(names, 'elements')[0] && line.includes(':');

/** A file that is evidence, or may become it where the folder is a portfolio. */
function isEvidence({ portfolio, cursor, options }: Question): boolean {
  const { evidence, isActive, manifest, includes } = portfolio;
  if (evidence.has(cursor.uri)) return true;
  const region = frontMatterRegion(cursor.text);
  const block = region ? cursor.text.slice(region.start, region.end) : '';
  // Files of another kind, and those that the manifest leaves out.
  if (!isActive || !includes(cursor.uri) || /^type[ \t]*:/m.test(block)) return false;
  if (block.split(/\r\n|\n|\r/).some((line) => isNamed(portfolio.names, line))) return false;
  return manifest !== undefined || options.trigger !== 'typed';
}

/** Adds what the standard says of the element; asked for the one item that the user looks at. */
export function resolveCompletion(
  portfolio: Portfolio,
  item: CompletionItem,
  element: string,
  markup: Markup,
): CompletionItem {
  const node = portfolio.standard.nodes.get(element);
  return node ? { ...item, documentation: nodeMarkup(portfolio, node, markup) } : item;
}
