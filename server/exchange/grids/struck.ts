/** Text that somebody has struck out: in a list of evidence it means “no longer”. It is not read, and is said. */
import type { GridNote } from '../../core/tables/grid';
import { oneLine } from '../../words/oneLine';
import { columnLetters } from '../parts/cellAddress';
import { beginsPlain, beginsStruck, endsStrike, strikeMarks } from '../parts/strike';

export interface Unstruck {
  readonly cells: readonly string[];
  /** What was struck out: of a whole row, or of its columns. */
  readonly struck: readonly StruckText[];
}

interface StruckText {
  /** From 0; undefined: the row as a whole. */
  readonly column: number | undefined;
  readonly text: string;
  /** The row begins with it, so that nobody can say what the rest is about. */
  readonly isFirst: boolean;
}

/** A row without what is struck out in it; without anything where its first text is struck out as a whole. */
export function unstruck(cells: readonly string[]): Unstruck {
  if (!cells.some((cell) => strikeMarks.test(cell))) return { cells, struck: [] };
  const read = cells.map(partsOf);
  const struck = read.flatMap(({ struck: text }, column): readonly StruckText[] =>
    text === '' ? [] : [{ column, text, isFirst: false }],
  );
  const first = read.find(({ kept, struck: out }) => kept !== '' || out !== '');
  if (struck.length === 0 || first?.kept !== '') return { cells: read.map(({ kept }) => kept), struck };
  const isWhole = read.every(({ kept }) => kept === '');
  const text = read
    .map(({ kept, struck: out }) => (isWhole ? out : `${out}${kept}`))
    .filter((one) => one !== '');
  return { cells: [], struck: [{ column: undefined, text: text.join(' | '), isFirst: !isWhole }] };
}

interface Parts {
  readonly kept: string;
  readonly struck: string;
}

function partsOf(cell: string): Parts {
  if (!strikeMarks.test(cell)) return { kept: cell, struck: '' };
  const lines = cell.split(/\r\n?|\n/);
  const open: boolean[] = [];
  const read = lines.map((line) => lineParts(line, open));
  const kept = read.flatMap(({ kept: text, struck }) => (struck !== '' && saysNothing(text) ? [] : [text]));
  return {
    kept: kept.join('\n').trim(),
    struck: read
      .map(({ struck }) => struck)
      .filter((text) => text.trim() !== '')
      .join(' '),
  };
}

/** @param open what is struck out and what is not, the innermost last; goes on from line to line */
function lineParts(line: string, open: boolean[]): Parts {
  let [kept, struck, isParted] = ['', '', false];
  for (const piece of line.split(/([\uFDD0-\uFDD2])/)) {
    if (piece === endsStrike) open.pop();
    else if (piece === beginsStruck || piece === beginsPlain) open.push(piece === beginsStruck);
    else if (open.at(-1) === true && piece.trim() !== '') {
      struck += isParted && struck !== '' ? ` ${piece}` : piece;
      isParted = false;
    } else {
      kept += piece;
      isParted ||= piece !== '';
    }
  }
  // Of a link whose words are struck out, nothing is left.
  return { kept: struck === '' ? kept : kept.replace(/\[\s*\]\((?:<[^<>]*>|[^()\s]*)\)/g, ''), struck };
}

/** What stands before an item of a list, or after one. */
const saysNothing = (text: string): boolean =>
  text.length < 20 && /^[\s•·▪●○◦➢✓*–-]*(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])?[\s;,.]*$/i.test(text);

/** More of them are counted. */
const most = 200;

export interface StruckRow {
  /** From 1. */
  readonly place: number;
  readonly struck: readonly StruckText[];
}

/** A text that stands in no table, without what is struck out in it. */
export const unstruckText = (text: string): string => partsOf(text).kept;

/** What is said of a table in which something is struck out. */
export function notesOnStruck(rows: readonly StruckRow[]): readonly GridNote[] {
  const all = rows.flatMap(({ place, struck }) => struck.map((text): GridNote => noteOn(place, text)));
  const left = all.length - most;
  return left <= 0
    ? all
    : [
        ...all.slice(0, most),
        { place: undefined, text: '', reason: `${left} more texts that are struck out were not read.` },
      ];
}

function noteOn(place: number, { column, text, isFirst }: StruckText): GridNote {
  const about = { place, text: oneLine(text) };
  if (column !== undefined)
    return {
      ...about,
      reason: `Text in column ${columnLetters(column)} is struck out, which usually means “no longer”. It was not read.`,
    };
  const what = isFirst ? 'This row begins with text that is struck out' : 'This row is struck out';
  return { ...about, reason: `${what}, which usually means “no longer”. It was not read.` };
}
