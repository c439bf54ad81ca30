/** Quick fixes for YAML that cannot be read: small remedies are tried, and offered where they mend it. */
import { blockRemedy } from '../../core/evidence/blockMends';
import { differenceOf } from '../../core/text/edit';
import { withReadBlock } from '../../core/evidence/unreadMends';
import { parseYaml } from '../../core/yaml/tree';
import type { Remedy } from '../../core/yaml/remedies';
import { remedyFor } from '../../core/yaml/remedies';
import type { Fix, FixContext, Fixer } from './context';
import { fixHere } from './context';

/** Each line of front matter is read by itself, so each of its faults can be mended by itself. */
export const mendedBlock: Fixer = (context, finding) => fixBy(context, blockRemedy(context.text, finding));

export const mendedManifest: Fixer = (context, finding) =>
  fixBy(
    context,
    remedyFor(context.text, finding, context.text.length, (text) => ({ ...parseYaml(text), known: 0 })),
  );

/** All that keeps a file from being read as evidence, put right at once. */
export const unreadEvidence: Fixer = (context) => {
  const after = withReadBlock(context.text);
  return after === undefined
    ? []
    : fixHere(
        context,
        'Put the block at the top right, so that this file is read as evidence',
        differenceOf(context.text, after),
        true,
      );
};

const fixBy = (context: FixContext, remedy: Remedy | undefined): readonly Fix[] =>
  remedy ? fixHere(context, remedy.title, remedy.edits, true) : [];
