/** The outline of an evidence file, of an action plan and of portfolio.yaml. */
import type { DocumentSymbol, Range } from 'vscode-languageserver-types';
import { SymbolKind } from 'vscode-languageserver-types';
import type { Heading } from '../../core/markdown/body';
import { mayHaveHeading } from '../../core/markdown/mayHave';
import type { EvidenceFile } from '../../core/evidence/evidence';
import { valueOf } from '../../core/yaml/fields';
import type { FrontMatterKey } from '../../core/frontMatter/keys';
import type { Manifest } from '../../core/manifest/manifest';
import type { Span, Uri } from '../../core/text/span';
import { spanOf } from '../../core/text/span';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { YamlEntry, YamlNode } from '../../core/yaml/tree';
import { nodeNamed } from '../../core/standard/retired';
import { planSymbols } from '../plan/symbols';
import { rangesIn } from '../text/range';
import { tellingWords } from '../text/tellingWords';
import { stateWords } from '../../words/states';
import { oneLine } from '../../words/oneLine';

export interface OutlineOptions {
  /** The editor lists the headings by itself: ours would stand there twice. */
  readonly ownHeadings?: boolean;
}

/** Null where the file is none of them. */
export function documentSymbols(
  portfolio: Portfolio,
  uri: Uri,
  options: OutlineOptions = {},
): DocumentSymbol[] | null {
  const evidence = portfolio.evidence.get(uri);
  if (evidence) return evidenceSymbols(portfolio, evidence, options);
  const plan = portfolio.plans.get(uri);
  if (plan) return planSymbols(portfolio, plan);
  return portfolio.manifest?.uri === uri ? manifestSymbols(portfolio, portfolio.manifest) : null;
}

/** Before offsets become ranges. */
interface Part {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  /** Within `span`. */
  readonly selection: Span;
  readonly children: readonly Part[];
}

function evidenceSymbols(
  portfolio: Portfolio,
  evidence: EvidenceFile,
  { ownHeadings = false }: OutlineOptions,
): DocumentSymbol[] {
  const { frontMatter, entries, text, bodyStart } = evidence;
  const details: Part = {
    name: 'Details',
    detail: valueOf(evidence.title) ?? '',
    kind: SymbolKind.Object,
    span: frontMatter.span,
    selection: frontMatter.opening,
    children: entries.flatMap((entry) =>
      entry.key.text === ('elements' satisfies FrontMatterKey)
        ? [elementsPart(portfolio, evidence, entry)]
        : keyPart(text, entry),
    ),
  };
  const headings =
    !ownHeadings && mayHaveHeading(text, bodyStart) ? headingParts(text, evidence.body().headings) : [];
  return [details, ...headings].map(toSymbol(text));
}

/** The elements with their words, and how each is covered. */
function elementsPart(portfolio: Portfolio, { text, elements }: EvidenceFile, entry: YamlEntry): Part {
  const whole = entrySpan(text, entry);
  const children = elements
    .filter(({ span }) => whole.start <= span.start && span.end <= whole.end)
    .map(({ id, span }): Part => {
      const node = nodeNamed(portfolio.standard, id);
      const state = node?.assessable ? stateWords[portfolio.coverage(node.id).state] : '';
      return {
        name: node ? `${id} ${tellingWords(portfolio.standard, node, 60)}` : id,
        detail: node ? state : 'not in the standard',
        kind: SymbolKind.EnumMember,
        span,
        selection: span,
        children: [],
      };
    });
  return {
    name: entry.key.text,
    detail: String(children.length),
    kind: SymbolKind.Array,
    span: whole,
    selection: entry.key.span,
    children,
  };
}

function manifestSymbols(portfolio: Portfolio, { text, entries }: Manifest): DocumentSymbol[] {
  const parts = entries.flatMap((entry): readonly Part[] => {
    const [part] = keyPart(text, entry);
    if (!part || entry.key.text !== 'assessment' || entry.value.kind !== 'map') return part ? [part] : [];
    return [
      { ...part, children: entry.value.entries.flatMap((decided) => decisionPart(portfolio, text, decided)) },
    ];
  });
  return parts.map(toSymbol(text));
}

function decisionPart({ standard }: Portfolio, text: string, entry: YamlEntry): readonly Part[] {
  const node = nodeNamed(standard, entry.key.text);
  const values = entry.value.kind === 'map' ? entry.value.entries : [];
  const detail = values
    .filter(({ key }) => ['applicable', 'self', 'assessor'].includes(key.text))
    .map(({ key, value }) => `${key.text}: ${valueWords(value)}`)
    .join(', ');
  return keyPart(text, entry).map((part) => ({
    ...part,
    name: node ? `${part.name} ${tellingWords(standard, node, 60)}` : part.name,
    detail,
    kind: SymbolKind.EnumMember,
  }));
}

/** One key with its value. A key of white space has no name to show, and editors refuse that. */
function keyPart(text: string, entry: YamlEntry): readonly Part[] {
  const { key, value } = entry;
  if (key.text.trim() === '') return [];
  const kind =
    value.kind === 'list' ? SymbolKind.Array : value.kind === 'map' ? SymbolKind.Object : SymbolKind.Property;
  return [
    {
      name: key.text,
      detail: valueWords(value),
      kind,
      span: entrySpan(text, entry),
      selection: key.span,
      children: [],
    },
  ];
}

function valueWords(value: YamlNode): string {
  if (value.kind === 'list') return String(value.items.length);
  return value.kind === 'scalar' ? oneLine(value.text).slice(0, 100) : '';
}

/** A list's span reaches into the white space below it; that of an alias may lie before its key. */
function entrySpan(text: string, { key, value }: YamlEntry): Span {
  const end = value.span.start + text.slice(value.span.start, value.span.end).trimEnd().length;
  return spanOf(key.span.start, Math.max(key.span.end, end));
}

/** Each heading reaches down to the next one that is not below it. */
function headingParts(text: string, headings: readonly Heading[]): readonly Part[] {
  const ends = endsOf(text, headings);
  const roots: Part[] = [];
  const open: { readonly depth: number; readonly children: Part[] }[] = [];
  headings.forEach((heading, at) => {
    const children: Part[] = [];
    const part: Part = {
      name: oneLine(heading.text) || '(no words)',
      detail: '',
      kind: SymbolKind.String,
      span: spanOf(heading.span.start, Math.max(heading.span.end, ends[at] ?? 0)),
      selection: heading.span,
      children,
    };
    while ((open.at(-1)?.depth ?? 0) >= heading.depth) open.pop();
    (open.at(-1)?.children ?? roots).push(part);
    open.push({ depth: heading.depth, children });
  });
  return roots;
}

/** Where what stands below each heading ends, without the white space there. */
function endsOf(text: string, headings: readonly Heading[]): readonly number[] {
  // By depth, the start of the next heading of that depth or above it, seen from the end.
  const next = new Array<number>(7).fill(text.length);
  const ends = [...headings].reverse().map(({ depth, span }) => {
    let end = next[depth] ?? text.length;
    while (end > span.end && /\s/.test(text[end - 1] ?? '')) end--;
    next.fill(span.start, depth);
    return end;
  });
  return ends.reverse();
}

function toSymbol(text: string): (part: Part) => DocumentSymbol {
  const range: (span: Span) => Range = rangesIn(text);
  const convert = ({ name, detail, kind, span, selection, children }: Part): DocumentSymbol => ({
    name,
    ...(detail === '' ? {} : { detail }),
    kind,
    range: range(span),
    selectionRange: range(selection),
    children: children.map(convert),
  });
  return convert;
}
