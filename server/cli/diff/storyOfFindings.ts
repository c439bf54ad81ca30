/** Which findings are new, and which are gone. */
import type { PortfolioChanges } from '../../core/changes';
import type { FoundIn } from '../../core/changesOfFindings';
import { severities } from '../../core/model';
import { relativePath } from '../../core/uri';
import { rulePageAddress } from '../outputs/output';
import { placesIn } from '../place';
import type { DiffResult } from './result';
import type { Cell, Section } from './section';
import { cell, fileCell } from './section';

export const findingSections = ({ findings }: PortfolioChanges, result: DiffResult): readonly Section[] => [
  {
    title: 'New findings',
    head: ['Severity', 'Place', 'Finding', 'Rule'],
    isPlain: true,
    rows: bySeverity(findings.fresh).map(({ uri, text, finding }) => {
      const { line } = placesIn(text)(finding.span.start);
      const place = `${relativePath(result.folder, uri)}:${line}`;
      return [
        cell(finding.severity),
        fileCell(result, uri, place, line),
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
      cell(relativePath(result.folder, uri)),
      cell(finding.message),
      ruleCell(finding.rule),
    ]),
  },
];

const ruleCell = (rule: string): Cell => ({ text: rule, address: rulePageAddress(rule) });

const bySeverity = (found: readonly FoundIn[]): readonly FoundIn[] =>
  severities.flatMap((severity) => found.filter(({ finding }) => finding.severity === severity));
