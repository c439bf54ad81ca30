/** A document for a meeting, as data: what stands in it, and in which order. How it looks is the matter of each format. */
import type { CoverageSummary } from '../../words/states';
import type { CivilDate } from '../text/civilDate';

export interface ReportDocument {
  readonly title: string;
  /** Below the title: of which day it is. */
  readonly subtitle: string;
  readonly blocks: readonly Block[];
  /** Of the standards whose words are in it; may be empty. */
  readonly acknowledgement: string;
}

/** All texts are plain: nothing in them is markup. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  /** The one sentence for those who read no more. */
  | { readonly kind: 'verdict'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | BarsBlock
  | LineBlock
  | HeatBlock
  | TableBlock;

/** A bar for each part of the standard. */
export interface BarsBlock {
  readonly kind: 'bars';
  readonly caption: string;
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly label: string;
  /** Numbers of elements; together all that apply. */
  readonly parts: Readonly<Record<BarPart, number>>;
  /** The same in words. */
  readonly words: string;
}

/** `half`: what there is does not count now, being overdue or a draft. */
export const barParts = ['full', 'half', 'none'] as const;
export type BarPart = (typeof barParts)[number];

export interface LineBlock {
  readonly kind: 'line';
  readonly caption: string;
  /** From the earliest to today. */
  readonly points: readonly {
    /** `Oct 2026` */
    readonly label: string;
    /** From 0 to 1. */
    readonly share: number;
    /** `82 %` */
    readonly words: string;
  }[];
}

/** Which evidence takes up which point of the guidance: a row for each element, with a mark for each of its points. */
export interface HeatBlock {
  readonly kind: 'heat';
  readonly caption: string;
  /** What the columns are called; of a row for each element where it is left out. */
  readonly heads?: readonly [label: string, marks: string, words: string, by: string];
  readonly rows: readonly HeatRow[];
}

export interface HeatRow {
  readonly label: string;
  /** One for each point, in the order of the guidance. */
  readonly marks: readonly HeatMark[];
  /** The same in words. */
  readonly words: string;
  /** Who takes up which of them: `Access review: 1, 3`. */
  readonly by: string;
}

/** Told apart without their colours. */
export const heatMarks = { full: '●', half: '◐', listed: '○', none: '–' } as const;
export type HeatMark = keyof typeof heatMarks;

/** What the marks mean, for a sentence below the table. */
export const heatKey =
  '● addressed by current evidence; ◐ by a draft or by overdue evidence only; ○ listed in evidence, and not ticked; – in no evidence. Points are numbered in the order of the guidance.';

/** The same as an ordinary table, for formats that draw no marks of their own. */
export const heatTable = ({
  caption,
  rows,
  heads = ['Element', 'Points', 'In words', 'Addressed by'],
}: HeatBlock): TableBlock => ({
  kind: 'table',
  caption,
  columns: [
    { name: heads[0], width: 34 },
    { name: heads[1], width: 14 },
    { name: heads[2], width: 22 },
    { name: heads[3], width: 30 },
  ],
  rows: rows.map(({ label, marks, words, by }) => [
    label,
    marks.map((mark) => heatMarks[mark]).join(' '),
    words,
    by,
  ]),
});

export interface TableBlock {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly { readonly name: string; readonly width: number }[];
  readonly rows: readonly (readonly string[])[];
}

/** The coverage as it was at the end of a month, by the evidence and the day of then. */
export interface ProgressPoint {
  readonly day: CivilDate;
  readonly summary: CoverageSummary;
}
