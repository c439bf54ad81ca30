/**
 * Guidance followed: which points of an element's guidance a file takes up. A writer inserts the guidance as a
 * task list and ticks what is addressed; the points are recognised by their text.
 */
import type { Task } from '../markdown/body';
import { mayHaveTask } from '../markdown/mayHave';
import type { EvidenceFile } from '../evidence/evidence';
import { valueOf } from '../yaml/fields';
import type { Portfolio } from './portfolio';
import type { StandardNode } from '../standard/standard';
import { count } from '../../words/counts';

export interface PointFollowed {
  /** The point, as the standard words it. */
  readonly point: string;
  /** Its place in the element's guidance, from 0. */
  readonly order: number;
  readonly task: Task;
}

export interface Points {
  readonly addressed: number;
  readonly total: number;
}

/** The points of an element's guidance that stand in a file's task lists, in the order of the standard. */
export function pointsFollowed(evidence: EvidenceFile, element: StandardNode): readonly PointFollowed[] {
  if (!mayFollow(evidence, element)) return [];
  const tasks = tasksOf(evidence);
  return element.guidance.flatMap((point, order) => {
    const fitting = tasks.filter(({ words }) => isPoint(words, lettersOf(element)[order] ?? ''));
    // A point that stands twice is addressed where one of the two is ticked.
    const found = fitting.find(({ task }) => task.isDone) ?? fitting[0];
    return found ? [{ point, order, task: found.task }] : [];
  });
}

/** How many points of an element one file addresses; undefined where it does not list them. */
export function pointsInFile(evidence: EvidenceFile, element: StandardNode): Points | undefined {
  const followed = pointsFollowed(evidence, element);
  if (followed.length === 0) return undefined;
  return { addressed: followed.filter(({ task }) => task.isDone).length, total: element.guidance.length };
}

/** The same for all evidence together: a point is addressed where any file that counts has ticked it. */
export function pointsInPortfolio(portfolio: Portfolio, element: StandardNode): Points | undefined {
  const followed = portfolio
    .evidenceFor(element.id)
    .filter(({ status }) => valueOf(status) !== 'withdrawn')
    .flatMap((evidence) => pointsFollowed(evidence, element));
  if (followed.length === 0) return undefined;
  const done = new Set(followed.filter(({ task }) => task.isDone).map(({ order }) => order));
  return { addressed: done.size, total: element.guidance.length };
}

/** `2 of 4 points addressed`. */
export const pointsInWords = ({ addressed, total }: Points): string =>
  `${addressed} of ${count(total, 'point')} addressed`;

/** Kept for each file and element: a view asks for all of them again whenever one file has changed. */
const looksOfTasks = new WeakMap<EvidenceFile, readonly string[]>();
const tasksInFile = new WeakMap<EvidenceFile, readonly TaskWords[]>();
const lettersInGuidance = new WeakMap<StandardNode, readonly string[]>();

interface TaskWords {
  readonly task: Task;
  readonly words: string;
}

/** A superset of the files that follow an element, without the cost of parsing their text. */
function mayFollow(evidence: EvidenceFile, element: StandardNode): boolean {
  if (element.guidance.length === 0) return false;
  const looks = kept(looksOfTasks, evidence, looksIn);
  return looks.some((look) =>
    lettersOf(element).some((point) => look === '' || point.startsWith(look) || look.startsWith(point)),
  );
}

/** The first line of all that looks like a task, as letters; empty where only a parse can tell what it says. */
function looksIn({ text, bodyStart }: EvidenceFile): readonly string[] {
  if (!mayHaveTask(text, bodyStart)) return [];
  return [...text.slice(bodyStart).matchAll(taskLine)].map(([, words = '']) =>
    /[&\\<[`]/.test(words) ? '' : letters(words),
  );
}

const taskLine = /[-*+.)][ \t]+\[[ xX]\][ \t]+([^\r\n]*)/g;

const tasksOf = (evidence: EvidenceFile): readonly TaskWords[] =>
  kept(tasksInFile, evidence, (file) =>
    file.body().tasks.map((task): TaskWords => ({ task, words: letters(task.text) })),
  );

const lettersOf = (element: StandardNode): readonly string[] =>
  kept(lettersInGuidance, element, ({ guidance }) => guidance.map(letters));

function kept<Key extends object, Value>(
  known: WeakMap<Key, Value>,
  key: Key,
  make: (key: Key) => Value,
): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make(key);
  known.set(key, made);
  return made;
}

/** Writers add their own words after a point; marks and quotation marks are changed by editors and word processors. */
const isPoint = (found: string, wanted: string): boolean =>
  wanted !== '' && (found === wanted || found.startsWith(`${wanted} `));

const letters = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['’‘]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
