/** Which findings are new, and which are gone. */
import type { PortfolioChanges } from '../changes';
import type { FoundIn } from '../changesOfFindings';
import { severities } from '../../text/span';
import { relativePath } from '../../text/uri';
import { rulePageAddress } from '../../rules/rulePages';
import { lineStarts, positionAt } from '../../text/lines';
import type { StoryContext } from './context';
import type { Cell, Section } from './section';
import { cell, fileCell } from './section';

export const findingSections = (
  { findings }: PortfolioChanges,
  context: StoryContext,
): readonly Section[] => [
  {
    title: 'New findings',
    head: ['Severity', 'Place', 'Finding', 'Rule'],
    isPlain: true,
    rows: bySeverity(findings.fresh).map(({ uri, text, finding }) => {
      const line = positionAt(lineStarts(text), finding.span.start).line + 1;
      const place = `${relativePath(context.folder, uri)}:${line}`;
      return [
        cell(finding.severity),
        fileCell(context, uri, place, line),
        cell(finding.message),
        ruleCell(finding.rule),
      ];
    }),
  },
  {
    title: 'Findings that are gone',
    head: ['Severity', 'File', 'Finding', 'Rule'],
    isMinor: true,
    isPlain: true,
    rows: bySeverity(findings.fixed).map(({ uri, finding }) => [
      cell(finding.severity),
      cell(relativePath(context.folder, uri)),
      cell(finding.message),
      ruleCell(finding.rule),
    ]),
  },
];

const ruleCell = (rule: string): Cell => ({ text: rule, address: rulePageAddress(rule) });

const bySeverity = (found: readonly FoundIn[]): readonly FoundIn[] =>
  severities.flatMap((severity) => found.filter(({ finding }) => finding.severity === severity));
