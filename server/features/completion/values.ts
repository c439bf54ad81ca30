/** Completion of front matter values. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { keyAt } from '../../core/frontMatter/keyNames';
import { detailNamed, fieldOf } from '../../core/frontMatter/fields';
import { evidenceDates } from './dates';
import type { Choice, Question } from './item';
import { items } from './item';
import { people } from './people';
import { refs } from './refs';
import type { YamlPosition } from '../text/yamlPosition';

/** What can be offered for the value of a key; none for keys whose value nobody can guess. */
export function completeValue(question: Question, position: YamlPosition): CompletionItem[] {
  return items(
    question,
    position,
    choicesFor(question, keyAt(question.portfolio.names, position.path) ?? ''),
  );
}

/** By our key. */
export function choicesFor(question: Question, key: string): readonly Choice[] {
  const detail = detailNamed(key);
  switch (detail?.holds) {
    case 'choice':
      return wordsOf(detail.values ?? {});
    case 'day':
    case 'lastDay':
      return evidenceDates(question, detail.holds);
    case 'person':
      return people(question, (evidence) => fieldOf(evidence, detail));
    case 'ownNumber':
      return refs(question);
    // Lists have positions of their own, and what a text says nobody can guess.
    case 'paths':
    case 'identifiers':
    case 'ownIdentifiers':
    case 'text':
    case undefined:
      return [];
  }
}

/** A closed list of values, each with what it means. */
export const wordsOf = (values: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(values).map(([label, words]) => ({ label, words, kind: CompletionItemKind.EnumMember }));
