/**
 * Guidance followed: which points of an element's guidance a file takes up. A writer inserts the guidance as a
 * task list and ticks what is addressed; the points are recognised by their text.
 */
import type { Task } from './body';
import { mayHaveTask } from './body';
import type { EvidenceFile } from './evidence';
import { valueOf } from './fields';
import type { Portfolio } from './portfolio';
import type { StandardNode } from './standard';

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
  if (element.guidance.length === 0 || !hasTask(evidence)) return [];
  const { tasks } = evidence.body();
  return element.guidance.flatMap((point, order) => {
    const fitting = tasks.filter((task) => isPoint(task.text, point));
    // A point that stands twice is addressed where one of the two is ticked.
    const task = fitting.find(({ isDone }) => isDone) ?? fitting[0];
    return task ? [{ point, order, task }] : [];
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
  `${addressed} of ${total} ${total === 1 ? 'point' : 'points'} addressed`;

/** Kept for each file: a view asks for all files again whenever one of them has changed. */
const withTasks = new WeakMap<EvidenceFile, boolean>();

function hasTask(evidence: EvidenceFile): boolean {
  const known = withTasks.get(evidence);
  if (known !== undefined) return known;
  const found = mayHaveTask(evidence.text, evidence.bodyStart);
  withTasks.set(evidence, found);
  return found;
}

/** Writers add their own words after a point; marks and quotation marks are changed by editors and word processors. */
function isPoint(text: string, point: string): boolean {
  const wanted = letters(point);
  const found = letters(text);
  return wanted !== '' && (found === wanted || found.startsWith(`${wanted} `));
}

const letters = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['’‘]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
