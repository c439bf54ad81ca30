/** A page for each element: the standard's words, the ratings, what is shown and what is told. */
import type { PackedElement, PackedStandard } from '../../core/pack/model';
import type { StandardNode } from '../../core/standard/standard';
import { titleOf } from '../../core/standard/standard';
import { formatDate } from '../../words/dates';
import { facts, link, list, upFrom } from './page';
import type { Html, Page } from './page';
import { elementHeading, elementName, pieceHtml, stateHtml } from './pieces';
import type { Site } from './site';
import { indexPath } from './site';
import { html, htmlLines } from './text';

export function* elementPages(site: Site): Generator<Page> {
  for (const standard of site.contents.standards) {
    const elements = [...standard.elements.values()];
    for (const [at, element] of elements.entries())
      yield elementPage(element, elements[at - 1], elements[at + 1], standard, site);
  }
}

function elementPage(
  element: PackedElement,
  before: PackedElement | undefined,
  after: PackedElement | undefined,
  standard: PackedStandard,
  site: Site,
): Page {
  const { node, path } = element;
  const up = upFrom(path);
  const step = (to: PackedElement | undefined, words: string): string =>
    to ? `<li>${words}: ${link(up + to.path, elementName(to))}</li>` : '';
  const main = function* (): Generator<string | readonly Html[]> {
    yield* [
      `<nav aria-label="Place"><ul><li>${link(up + indexPath, standard.standard.title)}</li>${placeOf(node)}</ul></nav>`,
      `<h1>${html(elementHeading(element))}</h1>`,
      wordsHtml(node),
      standingHtml(element),
    ];
    yield* partHtml('Shown', element.shown, element, site);
    yield* partHtml('Told', element.told, element, site);
    yield `<nav class="steps" aria-label="Next to this"><ul>${step(before, 'Before')}${step(after, 'After')}</ul></nav>`;
  };
  return { path, title: elementName(element), main: main() };
}

const placeOf = ({ ancestors }: StandardNode): string =>
  ancestors.map((group) => `<li>${html(groupName(group))}</li>`).join('');

export const groupName = (group: StandardNode): string =>
  group.hasId ? `${group.id} ${titleOf(group) || group.text}`.trim() : titleOf(group);

/** The words of the standard. */
export function wordsHtml({ text, title, introduction, guidance }: StandardNode): string {
  const parts = [
    ...(text === '' || text === title ? [] : [`<p>${html(text)}</p>`]),
    ...introduction.map((paragraph) => `<p>${html(paragraph)}</p>`),
    list(guidance.map(htmlLines)),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `<div class="words">${parts.join('\n')}</div>`;
}

/** State, ratings and comment. */
export function standingHtml({ state, reason, assessment }: PackedElement): string {
  const { self, assessor, comment, assessed } = assessment;
  const day = assessed === undefined ? '' : ` on ${formatDate(assessed)}`;
  return facts([
    ['State', stateHtml(state) + (reason === '' ? '' : `: ${html(reason)}`)],
    ['Self-rating', self && html(self.title)],
    ['Assessor', assessor && html(assessor.title + day)],
    ['Comment', comment === undefined ? undefined : htmlLines(comment)],
  ]);
}

/** Piece by piece: hundreds may stand below one element. */
function* partHtml(
  name: 'Shown' | 'Told',
  evidence: PackedElement['shown'],
  element: PackedElement,
  site: Site,
): Generator<string | readonly Html[]> {
  if (evidence.length === 0) yield name === 'Shown' ? `<h2>Shown</h2>\n<p>${nothingWords(element)}</p>` : '';
  else yield `<h2>${name} (${evidence.length})</h2>`;
  for (const one of evidence)
    yield pieceHtml(one, element.path, 3, site, { isStrongest: element.strongest.has(one) });
}

function nothingWords({ state, told }: PackedElement): string {
  if (state === 'not-applicable') return 'This does not apply.';
  if (told.length > 0) return 'Nothing: what there is, is told.';
  return state === 'draft' ? 'Nothing yet: what there is, is a draft.' : 'Nothing yet.';
}
