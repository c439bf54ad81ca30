/** A list to choose from, or to type what is not in it: for people, references, days and web addresses. */
import { QuickPickItemKind, type QuickPickItem } from 'vscode';
import { rowAsItStands } from '../../server/words/asItStands';
import { acceptedRow } from '../host/pickAccepted';
import { choicesFor, type Choice } from './choiceRows';
import { createPick } from '../host/pickers';

export interface ChooseOrTypeOptions<Value> {
  readonly title: string;
  readonly placeholder: string;
  readonly choices: readonly Choice<Value>[];
  /** What stands below a line: what can be done beside choosing. */
  readonly actions?: readonly Choice<Value>[];
  /** What a text that is typed may mean: what is said back before it is chosen. */
  readonly typed: (text: string) => Promise<readonly Choice<Value>[]> | readonly Choice<Value>[];
  /** What is in the field at first. */
  readonly value?: string;
}

interface Row<Value> extends QuickPickItem {
  readonly choice?: Choice<Value>;
}

/** What was chosen; undefined where the user leaves it. */
export function chooseOrType<Value>(options: ChooseOrTypeOptions<Value>): Promise<Value | undefined> {
  const input = createPick<Row<Value>>(options.title, options.placeholder);
  input.ignoreFocusOut = true;
  input.value = options.value ?? '';
  /** What the rows are for; undefined while the answer is waited for. */
  let shown: string | undefined;
  const fill = async (): Promise<void> => {
    const text = input.value;
    shown = undefined;
    input.busy = true;
    const typed = text.trim() === '' ? [] : await options.typed(text.trim());
    if (input.value !== text) return;
    input.items = rowsFor(typed, options, text);
    input.busy = false;
    shown = text;
  };
  void fill();
  return new Promise((done) => {
    input.onDidChangeValue(() => void fill());
    input.onDidAccept(() => {
      // Nothing is chosen that has not been said back yet.
      if (shown !== input.value) return;
      const canBeChosen = ({ choice }: Row<Value>): boolean => choice?.value !== undefined;
      const value = acceptedRow(input.activeItems, input.items, canBeChosen)?.choice?.value;
      if (value === undefined) return;
      done(value);
      input.hide();
    });
    input.onDidHide(() => {
      done(undefined);
      input.dispose();
    });
    input.show();
  });
}

function rowsFor<Value>(
  typed: readonly Choice<Value>[],
  { choices, actions = [] }: ChooseOrTypeOptions<Value>,
  text: string,
): readonly Row<Value>[] {
  const line: readonly Row<Value>[] =
    actions.length > 0 ? [{ label: '', kind: QuickPickItemKind.Separator }] : [];
  return [...choicesFor(choices, typed, text).map(rowOf), ...line, ...actions.map(rowOf)];
}

const rowOf = <Value>(choice: Choice<Value>): Row<Value> => {
  const { label, words = '', detail, icon } = choice;
  const row = rowAsItStands({ label, description: words, ...(detail === undefined ? {} : { detail }) });
  return {
    ...row,
    label: icon === undefined ? row.label : `$(${icon}) ${row.label}`,
    alwaysShow: true,
    choice,
  };
};
