/** Lets the user say what the columns of a file that is imported mean, one after the other. */
import { QuickPickItemKind, ThemeIcon, type QuickPickItem } from 'vscode';
import type { ChangePreview, FileColumn } from '../../server/lsp/protocol';
import type { Change } from './change';
import { oneLine } from '../../server/words/oneLine';
import { rowAsItStands } from '../../server/words/asItStands';
import { holderOf, takenAs, withChoice, type Meaning } from './columnWords';
import { showWarning } from '../host/notices';
import { showPick } from '../host/pickers';

const title = 'What the Columns of the File Mean';

/**
 * The change as it is with what the user has said; undefined where they have left it, and nothing is to become of it.
 * After each choice the server is asked again: what it takes the other columns for may depend on it.
 * @param answer the server's to the change as it is
 */
export async function chooseColumns(change: Change, answer: ChangePreview): Promise<Change | undefined> {
  let [now, said]: readonly [Change, ChangePreview] = [change, answer];
  for (;;) {
    const columns = said.columns ?? [];
    const meanings = now.columns?.meanings ?? [];
    const picked = await pickColumn(columns, meanings, said, now !== change);
    if (picked === undefined) return undefined;
    if (picked === 'done') return now;
    const meaning = await pickMeaning(columns, meanings, picked);
    // Escape leads back to the columns.
    if (meaning === undefined || now.columns === undefined) continue;
    const { chosen, choose } = now.columns;
    const next = choose(withChoice(chosen, { name: picked.name, role: meaning.role }));
    const heard = await next.ask();
    if (heard.columns === undefined) {
      void showWarning(heard.kind === 'refused' ? heard.message : 'The file has no columns.');
      return undefined;
    }
    [now, said] = [next, heard];
  }
}

type ColumnItem = QuickPickItem & { readonly chosen?: FileColumn | 'done' };

async function pickColumn(
  columns: readonly FileColumn[],
  meanings: readonly Meaning[],
  said: ChangePreview,
  isChanged: boolean,
): Promise<FileColumn | 'done' | undefined> {
  const done: readonly ColumnItem[] =
    isChanged && said.kind === 'preview'
      ? [
          { label: 'Show What Changes Now', iconPath: new ThemeIcon('check'), chosen: 'done' },
          { label: '', kind: QuickPickItemKind.Separator },
        ]
      : [];
  const items = columns.map((column) =>
    rowAsItStands<ColumnItem>({
      // A header may be of several lines.
      label: oneLine(column.name),
      description: takenAs(meanings, column),
      chosen: column,
    }),
  );
  const picked = await showPick([...done, ...items], {
    title,
    placeHolder: questionOf(said, isChanged),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked?.chosen;
}

function questionOf(said: ChangePreview, isChanged: boolean): string {
  if (said.kind === 'refused')
    return 'Nothing is understood yet. Which column has the references? Then the others';
  return isChanged
    ? 'Another column? Escape leaves everything as it was'
    : 'Which column means something else?';
}

type MeaningItem = QuickPickItem & { readonly meaning: Meaning };

async function pickMeaning(
  columns: readonly FileColumn[],
  meanings: readonly Meaning[],
  column: FileColumn,
): Promise<Meaning | undefined> {
  const items = meanings.map((meaning): MeaningItem => {
    const holder = holderOf(columns, meaning.role, column.name);
    const isNow = meaning.role === column.role;
    return rowAsItStands({
      meaning,
      label: meaning.label,
      description: isNow ? 'as it is now' : holder === undefined ? '' : `now: ${oneLine(holder)}`,
      detail: meaning.detail,
    });
  });
  const picked = await showPick(items, {
    title: `What “${column.name}” Means`,
    placeHolder: 'What is in this column?',
    ignoreFocusOut: true,
  });
  return picked?.meaning;
}
