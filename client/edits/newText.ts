/** The texts and names of files that the client makes. Nothing here knows VS Code. */
import { patternOf } from '../../server/words/patterns';
import { yamlPath, yamlScalar } from '../../server/words/yamlScalar';

/** What a new portfolio is to say. */
export interface NewPortfolio {
  readonly title: string;
  /** Of a built-in standard the id, else the path of its file. */
  readonly standard: string;
  /** YYYY-MM-DD; empty where it is not known. */
  readonly assessment: string;
  /** The folder that the evidence is in, as a path from the portfolio's; empty: anywhere. */
  readonly evidence: string;
}

/** A new portfolio.yaml. */
export function portfolioText(
  title: string,
  { standard = 'customer-service-excellence', assessment = '', evidence = '' }: Partial<NewPortfolio> = {},
): string {
  const day = assessment === '' ? '# assessment-date: 2027-05-12' : `assessment-date: ${assessment}`;
  const include =
    evidence === ''
      ? ''
      : `\n# Where the evidence is.\ninclude:\n  - ${yamlPath(`${patternOf(evidence)}/**/*.md`)}\n`;
  return `# What this portfolio is, and which standard it is for.
title: ${yamlScalar(title)}
standard: ${yamlPath(standard)}

# The day of the assessment: Evidence Portfolio says which evidence expires before it.
${day}
${include}
# Decisions on single elements, each by its ID: what does not apply to you and why, and how you rate yourselves
# (compliance-plus, compliant, partial, non-compliant).
# assessment:
#   3.3.3: { applicable: false, reason: No premises that customers visit }
#   1.1.1: { self: compliant }
`;
}

/** `name`, or `name-2`, `name-3`…: the first for which `taken` says no. */
export async function freeName(
  name: string,
  taken: (name: string) => Promise<boolean>,
  extension = '',
): Promise<string> {
  for (let number = 1; ; number++) {
    const candidate = `${name}${number === 1 ? '' : `-${number}`}${extension}`;
    if (!(await taken(candidate))) return candidate;
  }
}

/** Where two texts differ: replacing `start` to `end` of the first by `text` gives the second. */
export function differenceOf(
  from: string,
  to: string,
): { readonly start: number; readonly end: number; readonly text: string } {
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start++;
  let same = 0;
  while (same < shorter - start && from[from.length - 1 - same] === to[to.length - 1 - same]) same++;
  return { start, end: from.length - same, text: to.slice(start, to.length - same) };
}

/** Where the text below the block at the top begins: an offset; 0 where there is no block. */
export function bodyStart(text: string): number {
  const opening = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/.exec(text)?.[0].length;
  if (opening === undefined) return 0;
  const closing = /(?:^|[\r\n])---[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(opening));
  return closing === null ? 0 : opening + closing.index + closing[0].length;
}
