/** Quick fixes for YAML that cannot be read: small remedies are tried, and offered where they mend it. */
import { blockRemedy } from '../core/blockMends';
import { parseYaml } from '../core/yamlTree';
import type { Remedy } from '../core/yamlRemedies';
import { remedyFor } from '../core/yamlRemedies';
import type { Fix, FixContext, Fixer } from './codeActionsContext';
import { fixHere } from './codeActionsContext';

/** Each line of front matter is read by itself, so each of its faults can be mended by itself. */
export const mendedBlock: Fixer = (context, finding) => fixBy(context, blockRemedy(context.text, finding));

export const mendedManifest: Fixer = (context, finding) =>
  fixBy(
    context,
    remedyFor(context.text, finding, context.text.length, (text) => ({ ...parseYaml(text), known: 0 })),
  );

const fixBy = (context: FixContext, remedy: Remedy | undefined): readonly Fix[] =>
  remedy ? fixHere(context, remedy.title, remedy.changes, true) : [];
