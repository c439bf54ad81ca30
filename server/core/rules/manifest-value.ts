import { nearestWord } from '../text/editDistance';
import { valueOf } from '../yaml/fields';
import type { Manifest } from '../manifest/manifest';
import { headline } from '../manifest/manifest';
import { foreignAdvice, importAdvice, isImportable } from '../standard/foreignStandard';
import { hasLanguage, languagesOf } from '../standard/inLanguage';
import type { Standard } from '../standard/standard';
import type { NamedMapping } from '../manifest/mappingShelf';
import type { StandardSource } from '../manifest/standardShelf';
import type { Problem, Span, Uri } from '../text/span';
import type { Portfolio } from '../portfolio/portfolio';
import { severities, spanOf } from '../text/span';
import { endOfEntry, removeLines, replacement, singleText } from '../yaml/edits';
import type { YamlEntry } from '../yaml/tree';
import { listOf } from '../../words/counts';
import { writingDate } from './dateRemedies';
import type { Proposal } from './remedy';
import { bySuggestions, changing, replacing, wordsReplaced } from './remedy';
import { manifestRule } from './rule';

export const manifestValue = manifestRule({
  code: 'manifest-value',
  severity: 'error',
  summary: 'A setting in portfolio.yaml that is not known, or a value that it cannot have.',
  check: (portfolio, manifest, codes) => [
    ...manifest.problems,
    ...standardProblems(portfolio, manifest),
    ...mappingProblems(portfolio),
    ...languageProblems(portfolio, manifest),
    ...ratingProblems(portfolio, manifest),
    ...ruleProblems(manifest, codes),
  ],
  remedy: {
    care: 'choice',
    least: 'plain',
    careOf: () => bySuggestions,
    proposals: settingProposals,
    together: (_, manifest, problems) => wordsReplaced(manifest, problems),
  },
});

const standardProblems = (portfolio: Portfolio, manifest: Manifest): readonly Problem[] =>
  portfolio.standards.flatMap(({ source, standard, profile }, at): readonly Problem[] => {
    const entry = manifest.standards[at];
    const span = entry?.span ?? headline(manifest);
    const message = standardMessage(portfolio, entry && valueOf(entry.file), source);
    if (message !== undefined) return [{ span, message }];
    const wanted = entry && valueOf(entry.profile);
    if (source.kind === 'pending' || wanted === undefined || profile || entry?.profile.kind !== 'valid')
      return [];
    return [unknownProfile(entry.profile, wanted, standard)];
  });

function unknownProfile({ span }: { readonly span: Span }, wanted: string, standard: Standard): Problem {
  const ids = standard.profiles.map(({ id }) => id);
  if (ids.length === 0)
    return {
      span,
      message: `${standard.title} has no profiles, so all of it counts. Take “profile” out, or add profiles to the standard’s file.`,
    };
  const { message, suggestions } = unknownWord({ span }, wanted, ids);
  const rest = `Until then, all of ${standard.title} counts.`;
  return suggestions
    ? { span, message: `${message} ${rest}`, suggestions }
    : { span, message: `${message} ${rest}` };
}

/** What is wrong with a mapping's file is said there. */
const mappingProblems = (portfolio: Portfolio): readonly Problem[] =>
  portfolio.mappings.flatMap(({ entry, uri, refused, file }): readonly Problem[] => {
    const message = refused ?? (uri === undefined ? undefined : missingMapping(portfolio.path(uri), file));
    return message === undefined ? [] : [{ span: entry.span, message }];
  });

function missingMapping(path: string, file: NamedMapping['file']): string | undefined {
  switch (file?.kind) {
    case undefined:
    case 'read':
      return undefined;
    case 'absent':
      return `There is no file at ${path}. Write the path to a mapping here, such as standards/cse-to-iso.yaml, or take it out.`;
    case 'outside':
      return `A symbolic link leads from ${path} out of the repository, and nothing there is read. Copy the mapping into the repository.`;
    case 'unreadable':
      return `The mapping in ${path} was left out: ${file.reason}`;
  }
}

/** A language that none of the standards has its words in; before they are all there, nobody can say. */
function languageProblems({ standards }: Portfolio, { language }: Manifest): readonly Problem[] {
  if (language.kind !== 'valid' || standards.some(({ source }) => source.kind !== 'ready')) return [];
  const { value, span } = language;
  if (standards.some(({ standard }) => hasLanguage(standard, value))) return [];
  const known = [...new Set(standards.flatMap(({ standard }) => languagesOf(standard)))];
  const which = listOf(standards.map(({ standard }) => standard.title));
  const message = `${which} ${standards.length === 1 ? 'has' : 'have'} no words in the language “${value}”, so the words that are there are shown. ${known.length > 0 ? `Write one of these: ${known.join(', ')}.` : 'Take “language” out, or add “translations” to the standard’s file.'}`;
  const near = nearestWord(value, known);
  return [near ? { span, message, suggestions: [{ replacement: near, label: near }] } : { span, message }];
}

const nothing = 'Nothing can be checked without a standard.';

function standardMessage(
  portfolio: Portfolio,
  name: string | undefined,
  source: StandardSource,
): string | undefined {
  switch (source.kind) {
    case 'ready':
    case 'pending':
      return undefined;
    case 'unnamed':
      // Said where the manifest is read.
      return undefined;
    case 'refused':
      return `${source.message} ${nothing}`;
    case 'absent':
      return absentStandard(name ?? '', portfolio.path(source.uri), source.builtIn);
    case 'outside':
      return `A symbolic link leads from ${portfolio.path(source.uri)} out of the repository, and nothing there is read. Copy the standard into the repository. ${nothing}`;
    case 'unreadable':
      return `The standard in ${portfolio.path(source.uri)} was left out: ${source.reason} ${largeAdvice(source.uri)}${nothing}`;
    case 'faulty':
      return source.foreign === undefined
        ? `The standard in ${portfolio.path(source.uri)} has faults. Mend that file first; what could be read of it is used.`
        : foreignMessage(portfolio.path(source.uri), source.foreign);
  }
}

/** The catalogues that are published as JSON may be larger than what is read. */
const largeAdvice = (uri: Uri): string =>
  /\.json$/i.test(uri) ? `If it is an OSCAL catalogue: ${importAdvice(uri, 'm')} ` : '';

/** Of Markdown nobody knows whether it is an outline of a standard, or was never meant as one. */
const foreignMessage = (path: string, kind: string): string =>
  kind === 'Markdown'
    ? `${path} is a Markdown file, and a standard is read from a YAML file. Write the id of a built-in standard here, or the path to a standard’s file, such as standards/iso-9001.yaml. If it is the outline of a standard: ${importAdvice(path, 'm')}`
    : `${path} is ${kind}, and not a standard file${isImportable(kind) ? ' yet' : ''}. ${foreignAdvice(kind, path)} ${nothing}`;

/** Whether a name was meant as a path can be seen; where it was not, a path says nothing to people. */
function absentStandard(name: string, path: string, builtIn: readonly string[]): string {
  if (/[./\\]/.test(name))
    return `There is no built-in standard of that name and no file at ${path}. ${nothing}`;
  return `There is no built-in standard called “${name}”: there ${builtIn.length === 1 ? 'is' : 'are'} ${builtIn.join(', ')}. For another one, write the path to its file, such as standards/iso-9001.yaml. ${nothing}`;
}

function ratingProblems(portfolio: Portfolio, manifest: Manifest): readonly Problem[] {
  return [...manifest.decisions.values()].flatMap(({ id, self, assessor }) => {
    const known = portfolio.standardOf(id).standard.ratings.map((rating) => rating.id);
    if (known.length === 0) return [];
    return [self, assessor].flatMap((rating) => {
      if (rating.kind !== 'valid' || known.includes(rating.value)) return [];
      return [unknownWord(rating, rating.value, known)];
    });
  });
}

const ruleProblems = (manifest: Manifest, codes: readonly string[]): readonly Problem[] =>
  [...manifest.rules].flatMap(([code, { span }]) =>
    codes.includes(code) ? [] : [unknownWord({ span }, code, codes)],
  );

function unknownWord({ span }: Pick<Problem, 'span'>, word: string, known: readonly string[]): Problem {
  const near = nearestWord(word, known);
  if (near === undefined)
    return { span, message: `“${word}” is not known here. Write one of these: ${known.join(', ')}.` };
  return {
    span,
    message: `“${word}” is not known here. Did you mean “${near}”?`,
    suggestions: [{ replacement: near, label: near }],
  };
}

function settingProposals(portfolio: Portfolio, manifest: Manifest, problem: Problem): readonly Proposal[] {
  if ((problem.suggestions ?? []).length > 0) return replacing(manifest, problem);
  const { start } = problem.span;
  const passedOver = standardPassedOver(manifest, start);
  if (passedOver) return takingOut(manifest, passedOver);
  const at = manifest.standards.findIndex(({ span }) => (span ?? headline(manifest)).start === start);
  const { source } = portfolio.standards[at] ?? { source: { kind: 'ready' as const } };
  const written = singleText(manifest.text, problem.span);
  if (written === undefined) return [];
  const choices = (words: readonly string[]): readonly Proposal[] => offering(manifest, problem, words);
  const file = manifest.standards[at]?.file;
  if (file?.kind === 'valid' && start === file.span.start && source.kind === 'absent') {
    const near = nearestWord(written, source.builtIn);
    return choices(near === undefined ? source.builtIn : [near]);
  }
  if (source.kind === 'faulty' && source.foreign !== undefined && isImportable(source.foreign)) {
    const title = `Make a standard file of ${portfolio.path(source.uri)}, and name that here`;
    return [{ kind: 'import', title }];
  }
  const [key, ...keys] = pathAt(manifest, start);
  switch (key) {
    case 'assessment-date':
      return writingDate(manifest, problem);
    case 'rules':
      return choices([...severities, 'off']);
    case 'assessment':
      return decisionProposals(portfolio, manifest, problem, keys);
    case undefined:
    default:
      return [];
  }
}

/** @param keys that lead to a value in a decision, from its ID, or from the name of a standard, on */
function decisionProposals(
  portfolio: Portfolio,
  manifest: Manifest,
  problem: Problem,
  keys: readonly string[],
): readonly Proposal[] {
  const isBelowName = manifest.standards.some(({ name }) => name === keys[0]);
  const [id = '', key] = isBelowName ? [keys.slice(0, 2).join(':'), ...keys.slice(2)] : keys;
  switch (key) {
    case 'applicable':
      return offering(manifest, problem, ['true', 'false']);
    case 'self':
    case 'assessor':
      return offering(
        manifest,
        problem,
        portfolio.standardOf(id).standard.ratings.map((rating) => rating.id),
      );
    case 'assessed':
    case 'look-again':
      return writingDate(manifest, problem);
    case undefined:
    default:
      return [];
  }
}

/** “standard” beside “standards”, of which nothing is read. */
function standardPassedOver({ entries }: Manifest, start: number): YamlEntry | undefined {
  const has = (name: string): boolean => entries.some(({ key }) => key.text === name);
  return has('standards')
    ? entries.find(({ key }) => key.text === 'standard' && key.span.start === start)
    : undefined;
}

const takingOut = (manifest: Manifest, entry: YamlEntry): readonly Proposal[] =>
  changing(
    manifest,
    `Take “${entry.key.text}” out`,
    removeLines(manifest.text, [spanOf(entry.key.span.start, endOfEntry(manifest.text, entry))]),
  );

/** Words that need no quotation marks, true and off among them. */
const offering = (manifest: Manifest, { span }: Problem, words: readonly string[]): readonly Proposal[] =>
  words.flatMap((word) =>
    changing(manifest, `Replace with ${word}`, [replacement(manifest.text, span, word)]),
  );

/** The keys that lead to the value at an offset. */
function pathAt(manifest: Manifest, offset: number): readonly string[] {
  const path: string[] = [];
  for (let { entries } = manifest; ;) {
    const entry = entries.find(({ value }) => value.span.start <= offset && offset < value.span.end);
    if (!entry) return path;
    path.push(entry.key.text);
    if (entry.value.kind !== 'map') return path;
    ({ entries } = entry.value);
  }
}
