/** A piece of evidence: its details, and its own words line by line. */
import type { EvidenceFile } from '../evidence/evidence';
import { displayTitle } from '../evidence/titleAndStanding';
import { attachmentWords } from '../portfolio/attachmentWords';
import type { Portfolio } from '../portfolio/portfolio';
import { nodeNamed } from '../standard/retired';
import { shortWords } from '../standard/standard';
import { nearestWord } from '../text/editDistance';
import { lineStarts, positionAt } from '../text/lines';
import { valueOf } from '../yaml/fields';
import { stateWords } from '../../words/states';
import { itemInBrief, titleAndPlace } from './elements';
import { findingsIn, leadsOut, mostCompared, outside } from './findings';
import type { Given } from './input';
import type { Answer, Asked } from './model';
import { answer, isAnswer, pathIn, portfoliosMeant, refused, stretchOf } from './model';
import type { PlaceOf } from './places';
import { placesOf } from './places';

/** UTF-16 units of a file's own words in one answer. */
const mostWords = 8000;
const mostElements = 60;

interface Item {
  readonly portfolio: Portfolio;
  readonly evidence: EvidenceFile;
}

export function showEvidence(asked: Asked, given: Given): Answer {
  const portfolios = portfoliosMeant(asked, given.text('portfolio'));
  if (isAnswer(portfolios)) return portfolios;
  const wanted = given.text('evidence') ?? '';
  const found = itemsNamed(asked, portfolios, wanted);
  if (found.length === 0)
    return refused(leadsOut(wanted) ? outside(wanted) : notFound(asked, portfolios, wanted));
  const placeOf = placesOf(asked);
  const [only, ...others] = found;
  if (only && others.length === 0) return answer(itemAsData(asked, only, placeOf, given.number('line')));
  return answer({
    several: 'Several pieces of evidence are called so. Ask for one of them by its file.',
    items: stretchOf(found, { most: 20, ask: 'give the path of the file' }, ({ portfolio, evidence }) => ({
      ...itemInBrief(portfolio, evidence),
      ...placeOf(evidence.uri, 0),
    })),
  });
}

/** By the path of its file, its ref or its title: the first of these by which there is any. */
function itemsNamed(asked: Asked, portfolios: readonly Portfolio[], wanted: string): readonly Item[] {
  const path = wanted.replaceAll('\\', '/').replace(/^\.\//, '');
  const all = portfolios.flatMap((portfolio) =>
    [...portfolio.evidence.values()].map((evidence) => ({ portfolio, evidence })),
  );
  const atPath = all.filter(({ evidence: { uri } }) => pathIn(asked.folders, uri) === path);
  // Evidence that two portfolios share is one file.
  if (atPath.length > 0) return atPath.slice(0, 1);
  const withRef = portfolios.flatMap((portfolio) =>
    portfolio.evidenceWithRefLike(wanted).map((evidence) => ({ portfolio, evidence })),
  );
  if (withRef.length > 0) return withRef;
  const key = wanted.toLowerCase();
  return all.filter(({ evidence }) => displayTitle(evidence).trim().toLowerCase() === key);
}

function notFound(asked: Asked, portfolios: readonly Portfolio[], wanted: string): string {
  const all = portfolios.flatMap((portfolio) => [...portfolio.evidence.values()]);
  const names = all.slice(0, mostCompared).map(({ uri }) => pathIn(asked.folders, uri));
  const near = nearestWord(wanted, names);
  const advice =
    near === undefined ? 'Ask find_elements or show_element for what there is.' : `Did you mean ${near}?`;
  return `No evidence here has the file, ref or title “${wanted}”. ${advice}`;
}

function itemAsData(
  asked: Asked,
  { portfolio, evidence }: Item,
  placeOf: PlaceOf,
  line: number | undefined,
): object {
  const { standard } = portfolio;
  return {
    ...titleAndPlace(portfolio, placeOf),
    ...itemInBrief(portfolio, evidence),
    status: valueOf(evidence.status),
    ...placeOf(evidence.uri, 0),
    elements: stretchOf(
      evidence.elements,
      { most: mostElements, ask: 'read them in the file' },
      ({ id, span }) => {
        const node = nodeNamed(standard, id);
        return {
          element: id,
          ...(node
            ? { words: shortWords(node), state: stateWords[portfolio.coverage(node.id).state] }
            : { words: 'not in the standard' }),
          ...placeOf(evidence.uri, span.start),
        };
      },
    ),
    attachments: attachmentWords(evidence, portfolio.exists).slice(0, 40),
    text: linesFrom(evidence, line),
    findings: findingsIn(asked, evidence.uri, placeOf),
  };
}

/** Its own words below the front matter, from a line on. */
function linesFrom({ text, bodyStart }: EvidenceFile, line: number | undefined): object {
  const starts = lineStarts(text);
  const wanted = line === undefined || line === 0 ? 0 : (starts[line - 1] ?? text.length);
  // What the front matter ends with is no line of these words.
  const first = Math.max(starts.find((start) => start >= bodyStart) ?? text.length, wanted);
  const end = first + mostWords >= text.length ? text.length : lineEndBefore(text, first, first + mostWords);
  const last = positionAt(starts, Math.max(first, end - 1)).line + 1;
  return {
    fromLine: positionAt(starts, first).line + 1,
    quote: text.slice(first, end),
    ...(end < text.length
      ? {
          more: `${text.length - end} more characters: ask again with line: ${positionAt(starts, end).line + 1}.`,
        }
      : { toLine: last }),
  };
}

/** Lines are whole, where none of them is longer than an answer. */
function lineEndBefore(text: string, first: number, limit: number): number {
  const end = text.lastIndexOf('\n', limit - 1) + 1;
  return end > first ? end : text.indexOf('\n', limit) + 1 || text.length;
}
