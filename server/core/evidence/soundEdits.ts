/**
 * Whether a block may be edited that has faults: only where the file, read again, says all that it said, but for what
 * the edit speaks of. In a block without faults nothing of the kind has to be asked.
 */
import type { EvidenceFile } from './evidence';
import type { EvidenceBlock } from './block';
import { entriesOf, isEditable, readBlock } from './block';
import type { FrontMatterKey } from '../frontMatter/keys';
import type { Edit } from '../text/edit';
import { applyEdits } from '../text/edit';
import type { YamlNode } from '../yaml/nodes';
import { oneLine } from '../../words/oneLine';

/**
 * The changes, or undefined where they would be a guess.
 * @param key what the changes speak of
 * @param value what is to stand there afterwards; not asked where absent
 */
export function soundly(
  evidence: EvidenceFile,
  key: FrontMatterKey,
  edits: readonly Edit[] | undefined,
  value?: string,
): readonly Edit[] | undefined {
  if (!edits || evidence.frontMatter.faults.length === 0) return edits;
  const text = applyEdits(evidence.text, edits);
  const after = readBlock(text, evidence.names);
  if (!after || !isEditable(after)) return undefined;
  const isAsGood =
    after.frontMatter.faults.length <= evidence.frontMatter.faults.length &&
    text.slice(after.bodyStart) === evidence.text.slice(evidence.bodyStart) &&
    saidBeside(text, after, key) === saidBeside(evidence.text, evidence, key);
  const now = entriesOf(after, key);
  const isWritten =
    value === undefined ||
    (now.length === 1 && now[0]?.value.kind === 'scalar' && now[0].value.text === oneLine(value));
  return isAsGood && isWritten ? edits : undefined;
}

/** All that a block says under other keys. */
const saidBeside = (text: string, { entries }: EvidenceBlock, key: string): string =>
  JSON.stringify(
    entries
      .filter((entry) => entry.key.text !== key)
      .map((entry) => [entry.key.text, said(text, entry.value)]),
  );

function said(text: string, node: YamlNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.text;
    case 'list':
      return node.items.map((item) => said(text, item));
    case 'map':
      return { entries: node.entries.map(({ key, value }) => [key.text, said(text, value)]) };
    case 'unread':
      return { unread: text.slice(node.span.start, node.span.end) };
    case 'empty':
      return null;
  }
}
