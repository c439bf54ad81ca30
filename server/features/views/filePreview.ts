/** An evidence file for a rendered page of it: what `evidencePortfolio/filePreview` answers. */
import type { EvidenceFile } from '../../core/evidence/evidence';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { Finding } from '../../core/rules/finding';
import { lineStarts, positionAt } from '../../core/text/lines';
import type { Severity } from '../../core/text/span';
import { isBare } from '../../core/standard/writtenIdentifiers';
import { stateWords } from '../../words/states';
import { identifierAt } from '../text/identifierAt';
import { thisFile } from './thisFile';

export interface FilePreview {
  readonly title: string;
  /** What is given besides the title, in words; what is missing is left out. */
  readonly details: readonly PreviewDetail[];
  readonly elements: readonly PreviewElement[];
  readonly findings: readonly PreviewFinding[];
  /** IDs of elements as the body has them, each once, with what they are called. */
  readonly mentions: readonly { readonly written: string; readonly words: string }[];
}

export interface PreviewDetail {
  readonly label: string;
  readonly words: string;
  readonly isWrong: boolean;
}

export interface PreviewElement {
  readonly id: string;
  /** As the standard has it; empty where it has no such element. */
  readonly text: string;
  /** In words; empty where nothing but the file is known. */
  readonly state: string;
  /** URI of the root of the portfolio whose standard has the element. */
  readonly root: string;
}

export interface PreviewFinding {
  readonly severity: Severity;
  readonly message: string;
  /** Counted from 1. */
  readonly line: number;
}

/** More would push the text out of sight; Problems has them all. */
const maximumFindings = 10;

/**
 * @param findings those of the file, made from its text as it is in the index
 * @param sharers other portfolios that the file is in
 */
export function filePreview(
  portfolio: Portfolio,
  evidence: EvidenceFile,
  findings: readonly Finding[],
  sharers: readonly Portfolio[] = [],
): FilePreview {
  const { title, details, elements } = thisFile(portfolio, evidence, [], () => undefined, sharers);
  const lines = lineStarts(evidence.text);
  return {
    title,
    details: details
      .filter(({ key, state }) => state === 'invalid' || (state === 'given' && key !== 'title'))
      .map(({ label, words, state }) => ({ label, words, isWrong: state === 'invalid' })),
    elements: elements.map(({ id, text, state, root }) => ({
      id,
      text,
      state: state !== undefined ? stateWords[state] : text === '' ? 'not an element of the standard' : '',
      root: root ?? portfolio.root,
    })),
    findings: findings
      .filter(({ severity }) => severity !== 'hint')
      .slice(0, maximumFindings)
      .map(({ severity, message, span }) => ({
        severity,
        message,
        line: positionAt(lines, span.start).line + 1,
      })),
    mentions: mentionsIn(portfolio, evidence),
  };
}

/**
 * IDs that mean an element wherever they stand. A 5 or a 1.1 does so in some places only, and a rendered page does not
 * say where in the file its words are.
 */
function mentionsIn(portfolio: Portfolio, { uri, text, bodyStart }: EvidenceFile): FilePreview['mentions'] {
  const mentions = new Map<string, string>();
  for (const { id, span } of portfolio.standard.pattern.find(text, bodyStart)) {
    if (mentions.has(id) || isBare(id)) continue;
    const node = identifierAt(portfolio, { uri, text, offset: span.start })?.node;
    if (node?.assessable === true) mentions.set(id, `${node.id} ${node.text || node.title}`);
  }
  return [...mentions].map(([written, words]) => ({ written, words }));
}
