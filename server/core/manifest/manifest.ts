/** portfolio.yaml: what a portfolio says of itself. The format is that of schemas/portfolio.schema.json. */
import type { CivilDate } from '../text/civilDate';
import { nearestWord } from '../text/editDistance';
import type { Field, PlacedText } from '../yaml/fields';
import { absent, readChoice, readDate, readField, readText, readTexts, valueOf } from '../yaml/fields';
import type { Assignment } from './assignments';
import { readAssignments } from './assignments';
import type { KeyNames } from '../frontMatter/keys';
import { readKeyNames } from './ownKeys';
import { entriesById } from './entriesById';
import type { DecisionKey, LinkKind, ManifestKey } from './keys';
import { decisionKeys, linkKinds, manifestKeys } from './keys';
import type { StandardEntry } from './namedStandards';
import { readStandards } from './namedStandards';
import { markdownEndings } from '../text/markdownName';
import type { Problem, Severity, Span, Uri } from '../text/span';
import { severities, spanOf } from '../text/span';
import type { YamlEntry, YamlFault, YamlNode } from '../yaml/tree';
import { entryOf, parseYaml } from '../yaml/tree';

export interface Manifest {
  readonly uri: Uri;
  readonly text: string;
  readonly entries: readonly YamlEntry[];
  readonly faults: readonly YamlFault[];
  /** Values that cannot be what they are, unknown keys; rule names and ratings are judged by rules. */
  readonly problems: readonly Problem[];
  readonly title: Field<string>;
  /** What `standard` names. */
  readonly standard: Field<string>;
  /** What the portfolio is kept against, in the order of the file: at least one, of which nothing may be said. */
  readonly standards: readonly [StandardEntry, ...StandardEntry[]];
  /** Paths of mappings between its standards, relative to the root. */
  readonly mappings: readonly PlacedText[];
  /** In which the elements of its standards are shown, such as `fr-CA`. */
  readonly language: Field<string>;
  /** Glob patterns, relative to the root. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Each of both, where it stands. */
  readonly patterns: readonly ManifestPattern[];
  readonly assessmentDate: CivilDate | undefined;
  /** Days. */
  readonly reviewNotice: number;
  readonly links: LinkKind;
  /** By element ID; of two decisions with one ID, the first. */
  readonly decisions: ReadonlyMap<string, Decision>;
  /** By the ID of an element or a group. */
  readonly assignments: ReadonlyMap<string, Assignment>;
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly customKeys: readonly string[];
  /** What its files call our front matter keys. */
  readonly names: KeyNames;
}

/** What the manifest says of one element. */
export interface Decision {
  readonly id: string;
  readonly span: Span;
  readonly applicable: boolean;
  readonly reason: Field<string>;
  readonly self: Field<string>;
  readonly assessor: Field<string>;
  readonly comment: Field<string>;
  /** When the assessor gave rating and comment. */
  readonly assessed: Field<CivilDate>;
  /** Evidence of an earlier day is to be looked at once more. */
  readonly lookAgain: Field<CivilDate>;
  /** Why. */
  readonly changed: Field<string>;
}

/** A pattern under `include` or `exclude`. */
export interface ManifestPattern {
  readonly key: 'include' | 'exclude';
  readonly text: string;
  readonly span: Span;
}

export interface RuleSetting {
  /** The place of the rule's code. */
  readonly span: Span;
  /** Undefined: what is written is none. The rule is then as severe as elsewhere, and mends nothing unasked. */
  readonly severity: Severity | 'off' | undefined;
}

export { manifestName } from '../text/manifestName';
/** Every Markdown file. */
export const defaultInclude: readonly string[] = markdownEndings.map((ending) => `**/*.${ending}`);
export const defaultReviewNotice = 60;

/** Reads portfolio.yaml. Never throws: what is wrong is in `faults` and `problems`. */
export function parseManifest(uri: Uri, text: string): Manifest {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const { root, faults } = parseYaml(text.slice(start), start);
  const problems: Problem[] = [];
  const entry = (key: ManifestKey): YamlEntry | undefined => entryOf(root, key);
  const field = <Value>(key: ManifestKey, read: Parameters<typeof readField<Value>>[1]): Field<Value> =>
    noting(problems, readField(entry(key), read));

  if (root.kind !== 'map' && root.kind !== 'empty') {
    problems.push({
      span: firstLine(text, root.span),
      message: 'Names with a colon are expected here, such as “title: …”.',
    });
  }
  noteUnknownKeys(
    root,
    manifestKeys.map(({ key }) => key),
    problems,
  );

  const standards = readStandards(
    { single: entry('standard'), several: entry('standards') },
    problems,
    (read) => noting(problems, read),
  );
  const customKeys = textsOf(field('custom-keys', readTexts)) ?? [];
  const named = new Set(standards.flatMap(({ name }) => name ?? []));
  const include = field('include', readTexts);
  const exclude = field('exclude', readTexts);
  return {
    uri,
    text,
    entries: root.kind === 'map' ? root.entries : [],
    faults,
    problems,
    title: field('title', readText),
    standard: standards[0].name === undefined ? standards[0].file : absent,
    standards,
    mappings: valueOf(field('mappings', readTexts)) ?? [],
    language: field('language', readText),
    include: textsOf(include) ?? defaultInclude,
    exclude: textsOf(exclude) ?? [],
    patterns: [...patternsOf('include', include), ...patternsOf('exclude', exclude)],
    assessmentDate: valueOf(field('assessment-date', readDate)),
    reviewNotice: valueOf(field('review-notice', readDays)) ?? defaultReviewNotice,
    links: valueOf(field('links', readLinks)) ?? 'files',
    decisions: readDecisions(entry('assessment')?.value, problems, named),
    assignments: readAssignments(entry('assignments')?.value, problems, named),
    rules: readRules(entry('rules')?.value, problems),
    customKeys,
    names: readKeyNames(entry('keys')?.value, customKeys, problems),
  };
}

/** Where findings about the portfolio as a whole stand: what names its first standard, else the first line. */
export function headline(manifest: Manifest): Span {
  const { span } = manifest.standards[0];
  if (span) return span;
  const first = manifest.entries[0];
  return first ? first.key.span : firstLine(manifest.text, spanOf(0, manifest.text.length));
}

/** @param named what the portfolio calls its standards: decisions may stand below such a name */
function readDecisions(
  node: YamlNode | undefined,
  problems: Problem[],
  named: ReadonlySet<string>,
): ReadonlyMap<string, Decision> {
  const decisions = new Map<string, Decision>();
  if (!node || node.kind === 'empty') return decisions;
  if (node.kind !== 'map') {
    problems.push({
      span: node.span,
      message: 'Element IDs are expected here, each with a colon and what you decided.',
    });
    return decisions;
  }
  for (const { key, value, id } of entriesById(node.entries, named)) {
    if (value.kind !== 'map' && value.kind !== 'empty') {
      problems.push({
        span: value.span,
        message: 'Write what you decided as names and values, such as { self: partial }.',
      });
      continue;
    }
    noteUnknownKeys(
      value,
      decisionKeys.map((known) => known.key),
      problems,
    );
    const field = <Value>(name: DecisionKey, read: Parameters<typeof readField<Value>>[1]): Field<Value> =>
      noting(problems, readField(entryOf(value, name), read));
    const decision: Decision = {
      id,
      span: key.span,
      applicable: valueOf(field('applicable', readBoolean)) ?? true,
      reason: field('reason', readText),
      self: field('self', readText),
      assessor: field('assessor', readText),
      comment: field('comment', readText),
      assessed: field('assessed', readDate),
      lookAgain: field('look-again', readDate),
      changed: field('changed', readText),
    };
    if (!decisions.has(id)) decisions.set(id, decision);
  }
  return decisions;
}

function readRules(node: YamlNode | undefined, problems: Problem[]): ReadonlyMap<string, RuleSetting> {
  const rules = new Map<string, RuleSetting>();
  if (!node || node.kind === 'empty') return rules;
  if (node.kind !== 'map') {
    problems.push({
      span: node.span,
      message: 'Names of rules are expected here, each with a colon and a severity.',
    });
    return rules;
  }
  for (const { key, value } of node.entries) {
    const severity = value.kind === 'scalar' ? severityNamed(value.text) : undefined;
    rules.set(key.text, { span: key.span, severity });
    if (!severity) {
      const span = value.kind === 'empty' ? key.span : value.span;
      problems.push({ span, message: `Write one of these: ${[...severities, 'off'].join(', ')}.` });
    }
  }
  return rules;
}

/** A rule's severity as people write it in settings; YAML 1.1 readers turn an unquoted off into false. */
export function severityNamed(text: string): Severity | 'off' | undefined {
  return text === 'off' || text === 'false' ? 'off' : severities.find((severity) => severity === text);
}

function noteUnknownKeys(node: YamlNode, known: readonly string[], problems: Problem[]): void {
  if (node.kind !== 'map') return;
  for (const { key } of node.entries) {
    if (known.includes(key.text)) continue;
    const near = nearestWord(key.text, known);
    const advice = near ? `Did you mean “${near}”?` : `It can be one of these: ${known.join(', ')}.`;
    const message = `“${key.text}” is not known here. ${advice}`;
    problems.push(
      near
        ? { span: key.span, message, suggestions: [{ replacement: near, label: near }] }
        : { span: key.span, message },
    );
  }
}

function noting<Value>(problems: Problem[], field: Field<Value>): Field<Value> {
  if (field.kind === 'invalid') problems.push({ span: field.span, message: `Write ${field.expected}.` });
  return field;
}

const textsOf = (field: Field<readonly { readonly text: string }[]>): readonly string[] | undefined =>
  valueOf(field)?.map(({ text }) => text);

const readLinks = readChoice(
  Object.keys(linkKinds) as LinkKind[],
  (typed) => nearestWord(typed, Object.keys(linkKinds)) as LinkKind | undefined,
);

const patternsOf = (
  key: ManifestPattern['key'],
  field: Field<readonly { readonly text: string; readonly span: Span }[]>,
): readonly ManifestPattern[] => (valueOf(field) ?? []).map(({ text, span }) => ({ key, text, span }));

const readDays = (node: YamlNode): { value: number } | { expected: string } =>
  node.kind === 'scalar' && /^\d{1,5}$/.test(node.text)
    ? { value: Number(node.text) }
    : { expected: 'a number of days, such as 60' };

const readBoolean = (node: YamlNode): { value: boolean } | { expected: string } =>
  node.kind === 'scalar' && /^(?:true|false)$/i.test(node.text)
    ? { value: node.text.toLowerCase() === 'true' }
    : { expected: 'true or false' };

function firstLine(text: string, span: Span): Span {
  const length = text.slice(span.start, span.end).search(/[\r\n]/);
  return length < 0 ? span : spanOf(span.start, span.start + length);
}
