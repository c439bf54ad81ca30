/** A first draft of an evidence file for some elements: where it goes, what it is called, and what it says. */
import type { Uri } from '../../core/text/span';
import { blockLines } from '../../core/evidence/blockLines';
import { newEvidencePlace } from '../../core/portfolio/newEvidencePlace';
import { nextRef } from '../../core/portfolio/nextRef';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { StandardNode } from '../../core/standard/standard';
import { shortWords } from '../../core/standard/standard';
import { yamlScalar } from '../../words/yamlScalar';
import { oneLine } from '../../words/oneLine';

export interface EvidenceDraft {
  readonly uri: Uri;
  readonly text: string;
  /** Offset in the text: the line under the first section's heading. */
  readonly cursor: number;
}

export interface DraftOptions {
  /** What the evidence is called; `Evidence for 3.2.4` where it is empty or left out. */
  readonly title?: string | undefined;
}

/** Null where the standard has none of the elements, or no element is named. Nothing is written. */
export function draftEvidence(
  portfolio: Portfolio,
  elements: string | readonly string[],
  { title = '' }: DraftOptions = {},
): EvidenceDraft | null {
  const ids = typeof elements === 'string' ? [elements] : [...new Set(elements)];
  const nodes = ids.flatMap((id) => portfolio.standard.nodes.get(id) ?? []).filter((node) => node.assessable);
  if (nodes.length === 0) return null;
  const wanted = oneLine(title);
  const name = wanted || `Evidence for ${nodes.map(({ id }) => id).join(', ')}`;
  const text = draftText(portfolio, nodes, name);
  return {
    uri: newEvidencePlace(portfolio, nodes, wanted),
    text,
    cursor: text.lastIndexOf(firstSection) + firstSection.length,
  };
}

const firstSection = '## What we do\n\n';

function draftText(portfolio: Portfolio, nodes: readonly StandardNode[], title: string): string {
  const ref = nextRef(portfolio);
  return [
    '---',
    ...blockLines(portfolio.names, [
      ['title', yamlScalar(title)],
      ['elements', nodes.map(({ id }) => yamlScalar(id))],
      ...(ref === undefined ? [] : [['ref', yamlScalar(ref)] as const]),
      ['status', 'draft'],
      ['date', portfolio.days.today],
    ]),
    '---',
    '',
    `# ${title}`,
    '',
    ...nodes.flatMap((node) => [
      `<!-- ${nodes.length > 1 ? `${node.id}: ` : ''}${shortWords(node, 400).replaceAll('--', '–')} -->`,
      '',
    ]),
    `${firstSection}\n\n## How we know\n\n\n\n## Results\n`,
  ].join('\n');
}
