/** Findings of one kind mended together, in a file or in a portfolio: those whose remedy is no choice. */
import { closingFence } from '../../core/evidence/blockMends';
import { addElement, removeReferencesAt, splitElements } from '../../core/evidence/elementEdits';
import type { EvidenceFile } from '../../core/evidence/evidence';
import { parseEvidence } from '../../core/evidence/evidence';
import { textReferences } from '../../core/evidence/elementsMeant';
import { setField } from '../../core/evidence/fieldEdits';
import { isHarmless } from '../../core/evidence/harmless';
import type { Manifest } from '../../core/manifest/manifest';
import type { Problem, Uri } from '../../core/text/span';
import type { Finding } from '../../core/rules/finding';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { PortfolioIndex } from '../../core/index/portfolioIndex';
import { rules } from '../../core/rules/all';
import type { EvidenceRule } from '../../core/rules/rule';
import { evidenceUnread } from '../../core/rules/evidence-unread';
import { separatedElements } from '../../core/evidence/separateElements';
import type { Standard } from '../../core/standard/standard';
import type { Edit } from '../../core/text/edit';
import { applyEdits, differenceOf } from '../../core/text/edit';
import { withReadBlock } from '../../core/evidence/unreadMends';
import { fileName } from '../../core/text/uri';
import { scalarEdit } from '../../core/yaml/edits';
import { titleFromName } from '../../core/text/titleFromName';
import type { EditedFile } from '../editing/edits';

const evidenceRules = rules.filter((rule) => rule.on === 'evidence');

type Edits = readonly Edit[] | undefined;

/** A file with its findings of one kind. */
interface Together {
  readonly file: EvidenceFile | Manifest;
  readonly problems: readonly Problem[];
  readonly standard: Standard;
}

/** How all problems of a rule are mended at once; only those that `isPlain` are among them. */
const remedies: Readonly<Record<string, (together: Together) => Edits>> = {
  'front-matter-unclosed': ({ file }) =>
    inEvidence(file, ({ text, frontMatter }) =>
      frontMatter.kind === 'unclosed' ? closingFence(text, frontMatter) : undefined,
    ),
  'front-matter-key': words,
  'front-matter-value': values,
  'front-matter-remark': ({ file: { text }, problems }) =>
    problems.map(({ span }) => ({ span, newText: JSON.stringify(text.slice(span.start, span.end)) })),
  'element-unknown': unknown,
  'element-not-assessable': elements,
  'element-retired': elements,
  'element-duplicate': removed,
  'element-unquoted': ({ file, problems }) =>
    inEvidence(file, ({ elements: references }) =>
      references.flatMap(({ id, span }) =>
        problems.some((problem) => problem.span.start === span.start)
          ? [{ span, newText: JSON.stringify(id) }]
          : [],
      ),
    ),
  'element-not-applicable': (together) =>
    inEvidence(together.file, (evidence) =>
      together.problems.length < evidence.elements.length ? removed(together) : undefined,
    ),
  'element-heading-unlisted': listed,
  'attachment-missing': words,
  'link-broken': ({ problems }) =>
    problems.flatMap(({ span, suggestions: [suggestion] = [] }) =>
      suggestion ? [{ span, newText: suggestion.replacement }] : [],
    ),
  'title-missing': ({ file }) =>
    inEvidence(file, (evidence) => setField(evidence, 'title', titleFromName(fileName(evidence.uri)))),
  'manifest-value': words,
  'manifest-element-unknown': words,
};

/** Rules whose findings have one remedy that changes no meaning: mended when the user asks for all that is safe. */
const safe: readonly string[] = ['element-retired', 'element-duplicate', 'element-unquoted'];

const choosing = new Set([
  'front-matter-key',
  'front-matter-value',
  'element-unknown',
  'element-not-assessable',
  'element-retired',
  'attachment-missing',
  'link-broken',
  'manifest-value',
  'manifest-element-unknown',
]);

/** How many of a file's findings of a rule can be mended together. */
export const countTogether = (index: PortfolioIndex, uri: Uri, rule: string): number =>
  plainProblems(index, uri, rule).length;

/** Mends a file's findings of a rule. */
export function fixAllInFile(index: PortfolioIndex, portfolio: Portfolio, uri: Uri, rule: string): Edits {
  if (rule === evidenceUnread.code) return unreadMended(index, uri);
  const file = fileAt(index, portfolio, uri);
  const problems = plainProblems(index, uri, rule);
  if (!file || problems.length === 0) return undefined;
  const known = evidenceRules.find(({ code }) => code === rule);
  const edits = mended(rule, { file, problems, standard: portfolio.standard });
  if (!edits || !known || !('elements' in file) || !safe.includes(rule)) return edits;
  const first = parseEvidence(uri, applyEdits(file.text, edits));
  const after = first && mendedToItsEnd(portfolio, first, known);
  return after && after !== first ? differenceOf(file.text, after.text) : edits;
}

/** One ID that is mended may stand in the way of another: of two that become the same, one goes in a second round. */
const mostRounds = 3;

function mendedToItsEnd(portfolio: Portfolio, file: EvidenceFile, rule: EvidenceRule): EvidenceFile {
  let evidence = file;
  for (let round = 0; round < mostRounds; round++) {
    const problems = rule.check(portfolio, evidence);
    const edits = mended(rule.code, { file: evidence, problems, standard: portfolio.standard });
    const after = edits?.length ? parseEvidence(evidence.uri, applyEdits(evidence.text, edits)) : undefined;
    if (!after) break;
    evidence = after;
  }
  return evidence;
}

/** Where mending all of them would harm something, those that harm nothing. */
function mended(rule: string, { file, problems: found, standard }: Together): Edits {
  // What has been divided, or dropped, is for a person to decide.
  const problems =
    rule === 'element-retired' ? found.filter(({ suggestions }) => suggestions?.length === 1) : found;
  const remedy = (some: readonly Problem[]): Edits =>
    some.length > 0 ? remedies[rule]?.({ file, problems: some, standard }) : undefined;
  const isSafe = (edits: Edits): boolean => edits !== undefined && isHarmless(file.uri, file.text, edits);
  const all = remedy(problems);
  if (!all || isSafe(all)) return all;
  const kept: Problem[] = [];
  for (const problem of problems) if (isSafe(remedy([...kept, problem]))) kept.push(problem);
  return remedy(kept);
}

/** Mends a rule's findings in all evidence of a portfolio. */
export function fixAllInPortfolio(
  index: PortfolioIndex,
  portfolio: Portfolio,
  rule: string,
): readonly EditedFile[] {
  return [...filesIn(index, portfolio, rule)].flatMap(({ uri, text }): readonly EditedFile[] => {
    const edits = fixAllInFile(index, portfolio, uri, rule);
    return edits && edits.length > 0 ? [{ kind: 'edit', uri, text, edits }] : [];
  });
}

/** The files of a portfolio that a rule may speak of: evidence, or what is not read as such. */
export const filesIn = (
  index: PortfolioIndex,
  portfolio: Portfolio,
  rule: string,
): Iterable<{ readonly uri: Uri; readonly text: string }> =>
  rule === evidenceUnread.code
    ? index
        .filesWithFindings()
        .flatMap((uri) => index.unreadAt(uri) ?? [])
        .filter(({ uri }) => index.portfolioAt(uri) === portfolio)
    : portfolio.evidence.values();

function unreadMended(index: PortfolioIndex, uri: Uri): Edits {
  const text = index.unreadAt(uri)?.text;
  const after = text === undefined ? undefined : withReadBlock(text);
  return text === undefined || after === undefined ? undefined : differenceOf(text, after);
}

/** Mends what is safe to mend without asking: one remedy after the other, each on what the one before has left. */
export function fixAllSafely(index: PortfolioIndex, portfolio: Portfolio, uri: Uri): Edits {
  const found = new Set(index.findings(uri).map(({ rule }) => rule));
  if (found.has(evidenceUnread.code)) return unreadMended(index, uri);
  const before = portfolio.evidence.get(uri);
  let evidence = before;
  for (const rule of evidenceRules) {
    // IDs that stand in a row are looked at once they are a list.
    if (!evidence || (evidence === before && !found.has(rule.code))) continue;
    const file: EvidenceFile = evidence;
    const all = rule.check(portfolio, file);
    const certain = certainTexts(portfolio.standard, file);
    const problems = safe.includes(rule.code)
      ? all
      : all.filter((problem) => isRun(file, problem) || certain.has(problem.span.start));
    const edits = mended(rule.code, { file, problems, standard: portfolio.standard });
    if (edits) evidence = parseEvidence(uri, applyEdits(file.text, edits));
    if (evidence && safe.includes(rule.code)) evidence = mendedToItsEnd(portfolio, evidence, rule);
  }
  return before && evidence && differenceOf(before.text, evidence.text);
}

export const fileAt = (
  index: PortfolioIndex,
  { manifest }: Portfolio,
  uri: Uri,
): EvidenceFile | Manifest | undefined => (manifest?.uri === uri ? manifest : index.evidenceAt(uri));

function plainProblems(index: PortfolioIndex, uri: Uri, rule: string): readonly Finding[] {
  if (rule === evidenceUnread.code)
    return unreadMended(index, uri) ? index.findings(uri).filter((finding) => finding.rule === rule) : [];
  if (!(rule in remedies)) return [];
  const evidence = index.evidenceAt(uri);
  const standard = index.portfolioAt(uri)?.standard;
  const certain = standard && evidence ? certainTexts(standard, evidence) : new Set<number>();
  return index
    .findings(uri)
    .filter((finding) => finding.rule === rule && isPlain(evidence, finding, certain));
}

/** Nobody need choose: there is one remedy. */
const isPlain = (
  evidence: EvidenceFile | undefined,
  { rule, suggestions, ...problem }: Finding,
  certain: ReadonlySet<number>,
): boolean =>
  !choosing.has(rule) ||
  suggestions?.length === 1 ||
  (rule === 'front-matter-value' &&
    evidence !== undefined &&
    (isRun(evidence, problem) || certain.has(problem.span.start)));

/** Where values stand of which nobody can doubt which IDs are meant. */
const certainTexts = (standard: Standard, evidence: EvidenceFile): ReadonlySet<number> =>
  new Set(
    textReferences(standard, evidence).flatMap(({ reference, reading }) =>
      reading.isCertain ? [reference.span.start] : [],
    ),
  );

/** Several IDs in a row that should be a list. */
const isRun = (file: EvidenceFile | Manifest, { span }: Pick<Problem, 'span'>): boolean =>
  'misplaced' in file &&
  file.misplaced.some((item) => item.span.start === span.start) &&
  file.elements.some((reference) => reference.span.start === span.start);

const inEvidence = (file: EvidenceFile | Manifest, edit: (evidence: EvidenceFile) => Edits): Edits =>
  'elements' in file ? edit(file) : undefined;

/** The list of elements is another key than those with a wrong word. */
const withSplit = (edits: Edits, split: Edits): Edits =>
  edits && split && edits.length + split.length > 0 ? [...edits, ...split] : undefined;

function words({ file: { text }, problems }: Together): Edits {
  return problems.flatMap(({ span, suggestions: [suggestion] = [] }) =>
    suggestion ? [scalarEdit(text, span, suggestion.replacement)] : [],
  );
}

/** What has one remedy: words, a run of IDs as a list, texts with several IDs each on its own. */
function values({ file, problems, standard }: Together): Edits {
  const isSplit = problems.some((problem) => isRun(file, problem));
  const texts = isSplit ? new Map<number, never>() : separations(standard, file, problems);
  const others = problems.filter((problem) => !isRun(file, problem) && !texts.has(problem.span.start));
  return withSplit(
    [...[...texts.values()].flat(), ...(words({ file, problems: others, standard }) ?? [])],
    isSplit ? inEvidence(file, splitElements) : [],
  );
}

function unknown({ file, problems, standard }: Together): Edits {
  const texts = separations(standard, file, problems);
  const others = problems.filter(({ span }) => !texts.has(span.start));
  return [...[...texts.values()].flat(), ...(elements({ file, problems: others, standard }) ?? [])];
}

/** By the place of a value, the changes after which its IDs stand alone. An ID that two values have is left to the first. */
function separations(
  standard: Standard,
  file: EvidenceFile | Manifest,
  problems: readonly Problem[],
): ReadonlyMap<number, readonly Edit[]> {
  const found = new Map<number, readonly Edit[]>();
  if (!('elements' in file)) return found;
  const texts = new Set(textReferences(standard, file).map(({ reference }) => reference.span.start));
  const taken = new Set<string>();
  for (const { span } of problems) {
    const separated = texts.has(span.start) ? separatedElements(standard, file, span.start) : undefined;
    if (!separated || separated.ids.some((id) => taken.has(id))) continue;
    separated.ids.forEach((id) => taken.add(id));
    found.set(span.start, separated.edits);
  }
  return found;
}

/** Other IDs in the place of some; what the list has already is taken out. */
function elements({ file, problems }: Together): Edits {
  return inEvidence(file, (evidence) => {
    const present = new Set(evidence.elements.map(({ id }) => id));
    const gone: number[] = [];
    const edits = problems.flatMap(({ span, suggestions: [suggestion] = [] }) => {
      if (!suggestion) return [];
      const isNew = !present.has(suggestion.replacement);
      present.add(suggestion.replacement);
      if (!isNew) gone.push(span.start);
      // In a row of IDs no quotation marks can stand.
      const isBare = evidence.misplaced.length > 0;
      if (isBare) return isNew ? [{ span, newText: suggestion.replacement }] : [];
      return isNew ? [scalarEdit(evidence.text, span, suggestion.replacement)] : [];
    });
    return gone.length === 0 ? edits : [...edits, ...(removeReferencesAt(evidence, gone) ?? [])];
  });
}

function removed({ file, problems }: Together): Edits {
  return inEvidence(file, (evidence) =>
    removeReferencesAt(
      evidence,
      problems.map(({ span }) => span.start),
    ),
  );
}

function listed({ file, problems }: Together): Edits {
  return inEvidence(file, (before) => {
    let evidence: EvidenceFile | undefined = before;
    for (const { suggestions: [suggestion] = [] } of problems) {
      const edits = evidence && suggestion ? addElement(evidence, suggestion.replacement) : undefined;
      if (evidence && edits) evidence = parseEvidence(evidence.uri, applyEdits(evidence.text, edits));
    }
    return evidence && differenceOf(before.text, evidence.text);
  });
}
