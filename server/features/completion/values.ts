/** Completion of front matter values. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { kinds, statuses } from '../../core/frontMatter/keys';
import { evidenceDates } from './dates';
import type { Choice, Question } from './item';
import { items } from './item';
import { owners } from './owners';
import { refs } from './refs';
import type { YamlPosition } from '../text/yamlPosition';

/** What can be offered for the value of a top-level key; none for keys whose value nobody can guess. */
export function completeValue(question: Question, position: YamlPosition): CompletionItem[] {
  return items(question, position, choicesFor(question, position.path[0] ?? ''));
}

function choicesFor(question: Question, key: string): readonly Choice[] {
  switch (key) {
    case 'kind':
      return wordsOf(kinds);
    case 'status':
      return wordsOf(statuses);
    case 'date':
    case 'review-by':
      return evidenceDates(question, key);
    case 'owner':
      return owners(question);
    case 'ref':
      return refs(question);
    default:
      return [];
  }
}

/** A closed list of values, each with what it means. */
export const wordsOf = (values: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(values).map(([label, words]) => ({ label, words, kind: CompletionItemKind.EnumMember }));
