/** What stands in the place of choices where nobody can guess a value: what it is for. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { keyAt } from '../../core/frontMatter/keyNames';
import { frontMatterKeys, type KeyNames } from '../../core/frontMatter/keys';
import { manifestKeys } from '../../core/manifest/keys';
import { lineAround } from '../../core/text/lines';
import { spanOf, type Span } from '../../core/text/span';
import { yamlPositionAt } from '../text/yamlPosition';
import type { Question } from './item';

/**
 * One row that says what the value at the cursor is for, and inserts nothing. VS Code fills a list with words of all
 * open files where no language has anything to offer, and a row of ours is enough to keep them out. The
 * row matches nothing that is typed: behind a word no list comes up by itself, and Enter stays a new line.
 *
 * @param region the front matter, or all of a manifest
 * @param isManifest the keys are those of portfolio.yaml
 * @returns nothing in a comment
 */
export function meaningAt(question: Question, region: Span, isManifest: boolean): CompletionItem[] {
  const { portfolio, cursor, range } = question;
  const { text, offset } = cursor;
  const before = text.slice(lineAround(text, offset).start, offset);
  const position = yamlPositionAt(text, region, offset);
  if (!position && /(?:^|[ \t])#/.test(before)) return [];
  const begun = before.slice(Math.max(before.lastIndexOf(' '), before.lastIndexOf('\t')) + 1);
  const path = position?.path ?? nameAbove(text.slice(region.start, offset));
  const { label, words } = isManifest ? meantInManifest(path) : meant(portfolio.names, path);
  return [
    {
      label,
      labelDetails: { detail: `  ${words}` },
      detail: words,
      documentation: words,
      kind: CompletionItemKind.Property,
      filterText: ' ',
      textEdit: { range: range(spanOf(offset - begun.length, offset)), newText: begun },
    },
  ];
}

interface Meaning {
  readonly label: string;
  readonly words: string;
}

function meantInManifest([name]: readonly string[]): Meaning {
  const known = manifestKeys.find(({ key }) => key === name);
  return known ? { label: known.key, words: known.description } : unknown(name);
}

function meant(names: KeyNames, path: readonly string[]): Meaning {
  const key = keyAt(names, path) ?? keyAt(names, path.slice(0, 1));
  const known = frontMatterKeys.find((entry) => entry.key === key);
  return known ? { label: known.label, words: known.description } : unknown(path[0]);
}

const unknown = (name: string | undefined): Meaning => ({
  label: name ?? 'Details',
  words: 'There is nothing to choose from here. Type what it is to say.',
});

/** The name at the margin that a text of several lines belongs to. */
function nameAbove(before: string): readonly string[] {
  const names = [...before.matchAll(/^([^\s#:'"[\]{}-][^#:\r\n]*):(?=[ \t\r\n]|$)/gm)];
  return names.slice(-1).map(([, name = '']) => name.trimEnd());
}
