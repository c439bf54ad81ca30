/** A front matter block that cannot be read whole, and what makes it one that can. */
import type { EvidenceFile } from './evidence';
import { parseEvidence } from './evidence';
import type { FrontMatter } from '../frontMatter/frontMatter';
import { isHarmless } from './harmless';
import { parseFrontMatter } from '../frontMatter/frontMatter';
import type { Edit } from '../text/edit';
import { applyEdits, differenceOf, insertion, lineEndOf } from '../text/edit';
import type { YamlFault, YamlTree } from '../yaml/nodes';
import type { Remedy } from '../yaml/remedies';
import { remedyFor } from '../yaml/remedies';

type Edits = readonly Edit[] | undefined;

/** The missing fence, below the last line that can belong to the block, or in the place of what was meant as one. */
export function closingFence(
  text: string,
  { content, ending }: Extract<FrontMatter, { kind: 'unclosed' }>,
): readonly Edit[] {
  if (ending) return [{ span: ending, newText: '---' }];
  const end = lineEndOf(text);
  // What is left of the block is trimmed: the fence comes before empty lines, not behind them.
  const at = content.start + text.slice(content.start, content.end).trimEnd().length;
  const isAtLineStart = at === content.start && /[\r\n]$/.test(text.slice(0, at));
  return [insertion(at, isAtLineStart ? `---${end}` : `${end}---`)];
}

/** What mends one fault of a closed block. */
export function blockRemedy(text: string, fault: YamlFault): Remedy | undefined {
  const frontMatter = parseFrontMatter(text);
  return frontMatter.kind === 'closed'
    ? remedyFor(text, fault, frontMatter.content.end, readBlock)
    : undefined;
}

function readBlock(text: string): YamlTree | undefined {
  const frontMatter = parseFrontMatter(text);
  return frontMatter.kind === 'closed' ? frontMatter : undefined;
}

/** Nobody mends more than this at once. */
const maximumMends = 20;

/** The text with its block closed, and free of faults; undefined where it has no block, or none that can be mended. */
export function withSoundBlock(text: string): string | undefined {
  let mended = text;
  for (let mends = 0; mends < maximumMends; mends++) {
    const frontMatter = parseFrontMatter(mended);
    if (frontMatter.kind === 'none') return undefined;
    if (frontMatter.kind === 'unclosed') mended = applyEdits(mended, closingFence(mended, frontMatter));
    else {
      const [fault] = frontMatter.faults;
      if (!fault) return mended;
      // In `{ title: "a }` what closes the text may belong before the brace or behind it.
      if (mended.startsWith('{', frontMatter.content.start)) return undefined;
      const remedy = blockRemedy(mended, fault);
      if (!remedy) return undefined;
      mended = applyEdits(mended, remedy.edits);
    }
  }
  return undefined;
}

/** An edit, with the block mended first where the edit cannot be made otherwise: one change for both. */
export function mendedFirst(evidence: EvidenceFile, edit: (evidence: EvidenceFile) => Edits): Edits {
  const edits = edit(evidence);
  if (edits) return edits;
  const sound = withSoundBlock(evidence.text);
  const mended = sound === undefined ? undefined : parseEvidence(evidence.uri, sound, evidence.names);
  const after = mended && edit(mended);
  if (!mended || !after || !isHarmless(mended.uri, mended.text, after)) return undefined;
  return differenceOf(evidence.text, applyEdits(mended.text, after));
}
