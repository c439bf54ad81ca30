/** SARIF 2.1.0 (OASIS), which code scanning of GitHub, Azure DevOps and many editors read. */
import type { Severity } from '../../core/model';
import { rules } from '../../core/rules/all';
import type { RuleDescription } from '../../core/rules/rule';
import { printable, printableJson } from '../terminal';
import type { ReportedFinding } from './findings';
import { findingsOf } from './findings';
import type { Output, OutputContext } from './output';
import { rulePageAddress } from '../../core/review/rulePages';

const levels: Readonly<Record<Severity | 'off', 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
  off: 'note',
};

export const sarif: Output = ({ report }, context) => {
  const findings = report.portfolios.flatMap((portfolio) => findingsOf(report, portfolio, context.prefix));
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
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => result(finding, at, report.since !== undefined)),
      },
    ],
  };
  return `${printableJson(log)}\n`;
};

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
    message: { text: messageText(message) },
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
    .map((segment) => encodeURIComponent(segment.replace(loneSurrogate, '\uFFFD')))
    .join('/');

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
