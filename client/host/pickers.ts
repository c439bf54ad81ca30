/**
 * Questions to the user: lists to choose from and fields to type into. What stands above the answers may hold the name of
 * a file, a column or a portfolio: it is one line, as it stands. ESLint keeps everybody from going past these. Rows are as
 * they are given, as some begin with an icon: those with words of strangers go through `rowAsItStands`.
 */
import {
  window,
  type InputBoxOptions,
  type QuickPick,
  type QuickPickItem,
  type QuickPickOptions,
} from 'vscode';
import { questionAsItStands } from '../../server/words/asItStands';

type Rows<Row> = readonly Row[] | Thenable<readonly Row[]>;

/** @returns what was chosen, undefined where the user leaves it */
export function showPick<Row extends QuickPickItem>(
  rows: Rows<Row>,
  options: QuickPickOptions & { readonly canPickMany: true },
): Thenable<Row[] | undefined>;
export function showPick<Row extends QuickPickItem>(
  rows: Rows<Row>,
  options: QuickPickOptions,
): Thenable<Row | undefined>;
export function showPick<Row extends QuickPickItem>(
  rows: Rows<Row>,
  options: QuickPickOptions,
): Thenable<Row | Row[] | undefined> {
  return window.showQuickPick(rows, questionAsItStands(options));
}

/** @returns what was typed, undefined where the user leaves it */
export const showInput = (options: InputBoxOptions): Thenable<string | undefined> =>
  window.showInputBox(questionAsItStands(options));

/** A list whose rows change while somebody types. */
export function createPick<Row extends QuickPickItem>(title: string, placeHolder: string): QuickPick<Row> {
  const shown = questionAsItStands({ title, placeHolder });
  const input = window.createQuickPick<Row>();
  input.title = shown.title;
  input.placeholder = shown.placeHolder;
  return input;
}
