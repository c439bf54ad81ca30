/** Where the reading of a Word document stands. */
import { withStrike } from '../parts/strike';
import { withFont } from '../parts/symbols';
import type { TreeCell, TreeTable } from '../parts/tableTree';
import type { OpenControl } from './controls';
import type { RunLook } from './looks';
import { plainLook } from './looks';

export interface DocxCell extends TreeCell {
  /** Columns that it takes. */
  span: number;
  /** It goes on from the row above. */
  continues: boolean;
  /** Keys of the comments and notes that hang on its text. */
  readonly comments: string[];
  /** Behind its text; empty: none, or white. */
  fill: string;
  /** Of its first text; empty: black. */
  ink: string | undefined;
}

export interface DocxTable extends TreeTable {
  readonly rows: DocxCell[][];
}

export interface OpenTable {
  readonly table: DocxTable;
  /** The properties of a row are being told. */
  inProperties: boolean;
  isDeleted: boolean;
}

export interface OpenParagraph {
  style: string;
  list: string | undefined;
  level: number | undefined;
  isHidden: boolean;
  isStruck: boolean;
  text: string;
}

/** Where the reading stands. */
export interface State {
  readonly content: (string | DocxTable)[];
  readonly tables: OpenTable[];
  readonly paragraphs: OpenParagraph[];
  readonly controls: OpenControl[];
  title: string;
  /** Runs that are open: a run holds text, what stands outside of one is about the paragraph. */
  runs: number;
  isRunHidden: boolean;
  run: RunLook;
  /** Boxes with text that are open and stand in no table, and what those that do said. */
  readonly boxes: { readonly from: number }[];
  readonly shapes: string[];
  /** A table has changes that nobody has accepted or refused: they count as accepted. */
  isChanged: boolean;
}

export const newState = (): State => ({
  content: [],
  tables: [],
  paragraphs: [],
  controls: [],
  title: '',
  runs: 0,
  isRunHidden: false,
  run: plainLook(),
  boxes: [],
  shapes: [],
  isChanged: false,
});

export const rowIn = ({ tables }: State): DocxCell[] | undefined => tables.at(-1)?.table.rows.at(-1);
export const cellIn = (state: State): DocxCell | undefined => rowIn(state)?.at(-1);

/** Where the next table or paragraph goes; what stands between the cells of a table is not shown. */
export const partsIn = (state: State): (string | TreeTable)[] =>
  cellIn(state)?.parts ?? (state.tables.length === 0 ? state.content : []);

export function sayIn(state: State, said: string): void {
  const { paragraphs, controls, isRunHidden, run } = state;
  const open = paragraphs.at(-1);
  if (!open || open.isHidden || isRunHidden || controls.some(({ isPlaceholder }) => isPlaceholder)) return;
  const isStruck = run.isStruck ?? open.isStruck;
  const text = withStrike(withFont(said, run.font), isStruck ? 'struck' : undefined);
  const cell = cellIn(state);
  if (cell && said.trim() !== '') cell.ink ??= run.ink;
  const box = controls.at(-1);
  if (box?.isChecked === undefined) open.text += text;
  else {
    // The box that Word shows for a ticked one has a cross in it, which means “no” elsewhere.
    if (!box.isFilled) open.text += box.isChecked ? '☑' : '☐';
    box.isFilled = true;
  }
}
