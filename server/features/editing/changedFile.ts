/** What has become of an evidence file that is to be edited, or why it was left alone, in words for people. */
import type { EvidenceFile } from '../../core/evidence/evidence';
import { parseEvidence } from '../../core/evidence/evidence';
import { isHarmless } from '../../core/evidence/harmless';
import { unreadBlock } from '../../core/evidence/unreadMends';
import { parseFrontMatter } from '../../core/frontMatter/frontMatter';
import type { KeyNames } from '../../core/frontMatter/keys';
import type { Edit } from '../../core/text/edit';
import { lineStarts, positionAt } from '../../core/text/lines';
import { fileName } from '../../core/text/uri';
import type { FileText, Outcome } from './outcome';
import { refused } from './outcome';

/** What an edit makes of a file, where that is evidence. */
export function inEvidence(
  file: FileText,
  names: KeyNames,
  edit: (evidence: EvidenceFile) => Outcome,
): Outcome {
  const evidence = parseEvidence(file.uri, file.text, names);
  return evidence
    ? edit(evidence)
    : refused(`${fileName(file.uri)} is not evidence: the block at its top names no elements.`);
}

/** @param isDone what to say where there is nothing to change */
export function changed(file: FileText, edits: readonly Edit[] | undefined, isDone: string): Outcome {
  if (!edits || !isHarmless(file.uri, file.text, edits))
    return refused(`${fileName(file.uri)} was left as it is${reasonIn(file.text)}`);
  if (edits.length === 0) return refused(isDone);
  return { kind: 'edits', edits: [{ kind: 'edit', ...file, edits }] };
}

/** Why no edit could be made, and what to do. */
function reasonIn(text: string): string {
  const frontMatter = parseFrontMatter(text);
  const block = frontMatter.kind === 'none' ? unreadBlock(text) : undefined;
  if (block) {
    const { line } = positionAt(lineStarts(text), block.span.start);
    return `: what starts on line ${line + 1} looks like the block that names elements, and is not read as such. Let it start on the first line, between two lines of three hyphens, ---, with “name: value” on each line.`;
  }
  const [fault] = frontMatter.kind === 'none' ? [] : frontMatter.faults;
  if (!fault)
    return ', because the block at its top is written in an unusual way. Make the change by hand, or write the block as other files have it.';
  const { line } = positionAt(lineStarts(text), fault.span.start);
  return `: line ${line + 1}, in the block at its top, has to be mended first. ${fault.message}`;
}
