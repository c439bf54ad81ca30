/** SARIF 2.1.0 (OASIS), which code scanning of GitHub, Azure DevOps and many editors read. */
import { gzipSync } from 'node:zlib';
import type { Severity } from '../../../core/text/span';
import type { RuleDescription } from '../../../core/rules/rule';
import { printable, printableJson } from '../../output/terminal';
import { count, inThousands } from '../../../words/counts';
import type { FolderReport } from '../../folder/portfolios';
import type { ReportedFinding } from './findings';
import { bySeverity, clipped, findingsOf } from './findings';
import type { Output, OutputContext } from './output';
import { rulePageAddress } from '../../../core/rules/rulePages';

const levels: Readonly<Record<Severity | 'off', 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
  off: 'note',
};

/**
 * What GitHub takes: so many results in a run, of which it stores so many, and so many bytes after gzip
 * (https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit).
 * Of what is more, all of the file is rejected.
 */
export const githubLimits = { results: 25_000, stored: 5_000, gzipped: 10_000_000 } as const;

/** Nobody reads more of one message, and one may quote whatever a file holds. */
const longestMessage = 2000;

export const sarif: Output = {
  about:
    '[SARIF 2.1.0](https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), for code scanning on GitHub and for viewers. At most what GitHub takes: 25,000 findings, 10 MB after gzip; of more, the gravest, and it is said how many are left out.',
  write: ({ report }, context) => {
    const all = report.portfolios.flatMap((portfolio) => findingsOf(report, portfolio, context.prefix));
    // GitHub does not always look for the gravest itself.
    const findings = all.length > githubLimits.stored ? bySeverity(all) : all;
    for (let kept = Math.min(all.length, githubLimits.results); ; kept = Math.floor(kept * 0.8)) {
      const left = all.length - kept;
      const text = logOf(report, findings.slice(0, kept), left, context);
      // Only a file that is larger as it is can be larger when packed.
      const fits = text.length <= githubLimits.gzipped / 4 || gzipSync(text).length <= githubLimits.gzipped;
      if (!fits && kept > 0) continue;
      if (left > 0) context.tell(leftOut(left, all.length));
      return text;
    }
  },
};

const leftOut = (left: number, all: number): string =>
  `${count(left, 'finding')} of ${inThousands(all)} ${left === 1 ? 'is' : 'are'} not in the SARIF file, the least grave ones: GitHub would not take it with all of them. Other formats have them all.`;

/** @param left number of findings that are not among these */
function logOf(
  { rules, since }: FolderReport,
  findings: readonly ReportedFinding[],
  left: number,
  context: OutputContext,
): string {
  const used = rules.filter(({ code }) => findings.some(({ rule }) => rule === code));
  const at = new Map<string, number>(used.map(({ code }, index) => [code, index]));
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Evidence Portfolio',
            version: context.version,
            informationUri: 'https://github.com/evidence-portfolio/evidence-portfolio',
            rules: used.map((rule) => descriptor(rule, context)),
          },
        },
        ...(left > 0 ? { invocations: [invocation(left, findings.length + left)] } : {}),
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => result(finding, at, since !== undefined)),
      },
    ],
  };
  return `${printableJson(log)}\n`;
}

/** Who opens the file in a viewer is told, too. */
const invocation = (left: number, all: number): object => ({
  executionSuccessful: true,
  toolExecutionNotifications: [{ level: 'warning', message: { text: leftOut(left, all) } }],
});

function descriptor({ code, severity, summary }: RuleDescription, { rulePage }: OutputContext): object {
  const page = rulePage?.(code);
  const why =
    page === undefined ? undefined : /^## Why it matters\n+([^]*?)\n*(?:^## |$(?![^]))/m.exec(page)?.[1];
  const address = rulePageAddress(code);
  const text = why ? `${summary}\n\n${why}` : summary;
  return {
    id: code,
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    defaultConfiguration: { level: levels[severity] },
    helpUri: address,
    // Links of the page lead to its neighbours, which are not here.
    help: {
      text: `${withoutLinks(text)}\n\n${address}`,
      markdown: `${withoutLinks(text)}\n\n[More about ${code}](${address})`,
    },
  };
}

const withoutLinks = (markdown: string): string => markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');

function result(
  { rule, severity, message, path, start, end, fingerprint, isKnown }: ReportedFinding,
  at: ReadonlyMap<string, number>,
  isCompared: boolean,
): object {
  const index = at.get(rule);
  return {
    ruleId: rule,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: levels[severity],
    message: { text: messageText(clipped(message, longestMessage)) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriReference(path), uriBaseId: '%SRCROOT%' },
          region: {
            startLine: start.line,
            startColumn: start.column,
            endLine: end.line,
            endColumn: end.column,
          },
        },
      },
    ],
    // GitHub goes by primaryLocationLineHash; without it, it would go by the text of the line.
    partialFingerprints: { 'evidencePortfolio/v1': fingerprint, primaryLocationLineHash: fingerprint },
    ...(isCompared ? { baselineState: isKnown ? 'unchanged' : 'new' } : {}),
  };
}

/** In a SARIF message, brackets make a link and braces a placeholder (3.11.5, 3.11.6). */
const messageText = (message: string): string =>
  printable(message)
    .replace(/[\\[\]]/g, '\\$&')
    .replace(/[{}]/g, '$&$&');

const uriReference = (path: string): string =>
  path
    .split('/')
    .map((segment) => encodeURIComponent(segment.toWellFormed()))
    .join('/');
