/** Everything on one page, for paper: the elements in the order of the standard, then each piece of evidence once. */
import type { PackedElement, PackedEvidence, PackedStandard } from '../../core/pack/model';
import { groupName, standingHtml, wordsHtml } from './elementPages';
import { aboutWords, summaryLines } from './indexPage';
import type { Html, Page } from './page';
import { list } from './page';
import { elementHeading, evidenceName, pieceHtml } from './pieces';
import type { Site } from './site';
import { printPath } from './site';
import { html } from './text';

export function printPage(site: Site): Page {
  const { contents } = site;
  const main = function* (): Generator<string | readonly Html[]> {
    yield* [
      `<h1>${html(contents.title)}</h1>`,
      `<p>${html(aboutWords(contents))}</p>`,
      ...contents.standards.map(standardHtml),
      '<h2 class="sheet">Evidence</h2>',
    ];
    for (const one of contents.evidence) yield pieceHtml(one, printPath, 3, site, { id: one.key });
  };
  return { path: printPath, title: 'Everything on one page', main: main() };
}

function standardHtml(packed: PackedStandard): string {
  const parts: string[] = [
    `<h2>${html(packed.standard.title)}</h2>`,
    ...summaryLines(packed).map((line) => `<p>${html(line)}</p>`),
  ];
  let group = '';
  for (const element of packed.elements.values()) {
    const path = element.node.ancestors.map(groupName).join(' › ');
    if (path !== group && path !== '') parts.push(`<h3>${html(path)}</h3>`);
    group = path;
    parts.push(elementHtml(element));
  }
  return parts.join('\n');
}

const elementHtml = (element: PackedElement): string =>
  [
    `<h4>${html(elementHeading(element))}</h4>`,
    wordsHtml(element.node),
    standingHtml(element),
    named('Shown', element.shown, element),
    named('Told', element.told, element),
  ].join('\n');

const named = (words: string, evidence: readonly PackedEvidence[], { strongest }: PackedElement): string =>
  evidence.length === 0
    ? ''
    : `<p>${words}:</p>${list(
        evidence.map(
          (one) =>
            `<a href="#${one.key}">${html(evidenceName(one))}</a>${strongest.has(one) ? ' (the strongest)' : ''}`,
        ),
      )}`;
