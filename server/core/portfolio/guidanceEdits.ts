/** Guidance put into a text: the points of an element as a task list, to be ticked as the writer takes them up. */
import type { Heading } from '../markdown/body';
import type { EvidenceFile } from '../evidence/evidence';
import { parseEvidence } from '../evidence/evidence';
import { pointsFollowed } from './guidance';
import { lineAround } from '../text/lines';
import type { StandardNode } from '../standard/standard';
import { shortWords } from '../standard/standard';
import type { Edit } from '../text/edit';
import { applyEdits, insertion, lineEndOf } from '../text/edit';
import { escapeMarks } from '../../words/markdown';

/**
 * Inserts those points of an element's guidance that the file does not list yet: below the heading that starts with
 * the element's ID; else, under a heading of their own, at the end of the section around an offset or of the text.
 * @param offset a place in the body; anywhere else, or undefined, stands for its end
 * @param ticked the order of the point in the guidance, from 0, that is followed already
 * @returns nothing where all points are there or the element has none; undefined where the block is not closed, and
 *   where the place is in a block of code or HTML
 */
export function insertGuidance(
  evidence: EvidenceFile,
  element: StandardNode,
  offset?: number,
  ticked?: number,
): readonly Edit[] | undefined {
  const { text, frontMatter } = evidence;
  if (frontMatter.kind !== 'closed') return undefined;
  const listed = new Set(pointsFollowed(evidence, element).map(({ order }) => order));
  const tasks = element.guidance.flatMap((point, order) =>
    listed.has(order) ? [] : [`- [${order === ticked ? 'x' : ' '}] ${escapeMarks(point)}`],
  );
  if (tasks.length === 0) return [];
  const edit = insertionOf(evidence, element, tasks, offset);
  // In a block of code that nobody closed, nothing is a task list.
  const after = parseEvidence(evidence.uri, applyEdits(text, [edit]), evidence.names);
  return after && pointsFollowed(after, element).length === element.guidance.length ? [edit] : undefined;
}

function insertionOf(
  evidence: EvidenceFile,
  element: StandardNode,
  tasks: readonly string[],
  offset: number | undefined,
): Edit {
  const { text, bodyStart } = evidence;
  const { headings } = evidence.body();
  const own = headings.find((heading) => isAbout(heading, element));
  if (own) return paragraph(text, lineAround(text, own.span.end).end, tasks);
  const isInBody = offset !== undefined && offset >= bodyStart;
  const section = isInBody ? headings.filter(({ span }) => span.start <= offset).at(-1) : undefined;
  const next = isInBody ? headings.find(({ span }) => span.start > offset) : undefined;
  const end = next ? lineAround(text, next.span.start).start : text.length;
  const depth = section ? Math.min(section.depth + 1, 6) : 2;
  const title = `${'#'.repeat(depth)} ${escapeMarks(`${element.id} ${shortWords(element)}`)}`;
  const at = bodyStart + text.slice(bodyStart, end).trimEnd().length;
  return paragraph(text, at, [title, '', ...tasks]);
}

const isAbout = ({ text }: Heading, { id }: StandardNode): boolean =>
  text.startsWith(id) && !/^[\p{L}\p{N}_]|^[.-][\p{L}\p{N}]/u.test(text.slice(id.length));

/** Lines with an empty one before them, and one behind them where text follows. */
function paragraph(text: string, at: number, lines: readonly string[]): Edit {
  const end = lineEndOf(text);
  const rest = text.slice(at);
  const behind = rest.trim() === '' ? (/[\r\n]/.test(rest) ? '' : end) : isEmptyLineNext(rest) ? '' : end;
  return insertion(at, `${end}${end}${lines.join(end)}${behind}`);
}

const isEmptyLineNext = (rest: string): boolean => /^[ \t]*(?:\r\n|\n|\r(?!\n))[ \t]*[\r\n]/.test(rest);
