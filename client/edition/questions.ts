/** What an edition leaves open, asked one question after the other. */
import type { QuickPickItem } from 'vscode';
import type { MigrationQuestion } from '../../server/lsp/protocol';
import type { Answers } from './shown';
import { rowAsItStands } from '../../server/words/asItStands';
import { showPick } from '../host/pickers';

interface ChoiceItem extends QuickPickItem {
  readonly id: string;
}

/** What is answered with nothing stays as it is. Undefined where the user leaves. */
export async function answersTo(questions: readonly MigrationQuestion[]): Promise<Answers | undefined> {
  const answers: Record<string, readonly string[]> = {};
  for (const [at, { id, about, text, choices }] of questions.entries()) {
    const items: readonly ChoiceItem[] = choices.map((choice) =>
      rowAsItStands({ id: choice.id, label: choice.id, detail: choice.words }),
    );
    const picked = await showPick(items, {
      title: `${questions.length === 1 ? '' : `${at + 1} of ${questions.length}: `}${about}`,
      placeHolder: `${text} Choose none to leave it as it is.`,
      canPickMany: true,
      ignoreFocusOut: true,
      matchOnDetail: true,
    });
    if (picked === undefined) return undefined;
    if (picked.length > 0) answers[id] = picked.map((item) => item.id);
  }
  return answers;
}
