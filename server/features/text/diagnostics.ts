/** Findings as diagnostics. */
import type { Diagnostic, DiagnosticRelatedInformation, Range } from 'vscode-languageserver-types';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Severity, Span, Suggestion, Uri } from '../../core/text/span';
import type { Finding } from '../../core/rules/finding';
import { visible } from '../../words/visible';
import { rangesIn } from './range';

export const diagnosticSource = 'Evidence Portfolio';

/** What a diagnostic carries for the quick fixes. */
export interface DiagnosticData {
  readonly suggestions: readonly Suggestion[];
}

export interface DiagnosticOptions {
  /** The address of a rule's page, or undefined. */
  readonly rulePage: (rule: string) => string | undefined;
  /** The text of another file, for the places that a finding refers to. */
  readonly textOf: (uri: Uri) => string | undefined;
}

/** @param text the text that the findings were made from */
export function diagnostics(
  text: string,
  findings: readonly Finding[],
  options: DiagnosticOptions,
): Diagnostic[] {
  if (findings.length === 0) return [];
  const range = rangesIn(text);
  const rangeElsewhere = rangesByFile(options.textOf);
  const pageOf = once(options.rulePage);
  return findings.map((finding) => {
    const { rule, severity, span, suggestions = [], related = [] } = finding;
    const href = pageOf(rule);
    const places = related.flatMap((place): DiagnosticRelatedInformation[] => {
      const rangeThere = rangeElsewhere(place.uri);
      return rangeThere
        ? [{ location: { uri: place.uri, range: rangeThere(place.span) }, message: visible(place.message) }]
        : [];
    });
    return {
      range: range(span),
      severity: severities[severity],
      code: rule,
      ...(href === undefined ? {} : { codeDescription: { href } }),
      source: diagnosticSource,
      message: shownMessage(finding),
      ...(places.length > 0 ? { relatedInformation: places } : {}),
      ...(suggestions.length > 0 ? { data: { suggestions } satisfies DiagnosticData } : {}),
    };
  });
}

/** What an editor shows of a finding, and gives back to ask for its fixes. */
export const shownMessage = ({ message }: Pick<Finding, 'message'>): string => visible(message);

/** Thousands of findings may refer to one file: its lines are looked for once. */
const rangesByFile = (
  textOf: (uri: Uri) => string | undefined,
): ((uri: Uri) => ((span: Span) => Range) | undefined) =>
  once((uri) => {
    const text = textOf(uri);
    return text === undefined ? undefined : rangesIn(text);
  });

/** The same function, which works an answer out once. */
function once<Answer>(answer: (about: string) => Answer): (about: string) => Answer {
  const known = new Map<string, { readonly answer: Answer }>();
  return (about) => {
    const found = known.get(about) ?? { answer: answer(about) };
    known.set(about, found);
    return found.answer;
  };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
