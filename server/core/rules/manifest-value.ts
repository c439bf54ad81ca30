import { nearestWord } from '../text/editDistance';
import { valueOf } from '../yaml/fields';
import type { Manifest } from '../manifest/manifest';
import { headline } from '../manifest/manifest';
import { importAdvice } from '../standard/foreignStandard';
import type { Problem, Uri } from '../text/span';
import type { Portfolio } from '../portfolio/portfolio';
import { severities } from '../text/span';
import { replacement, singleText } from '../yaml/edits';
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

function standardProblems(portfolio: Portfolio, manifest: Manifest): readonly Problem[] {
  const message = standardMessage(portfolio, manifest);
  return message === undefined ? [] : [{ span: headline(manifest), message }];
}

const nothing = 'Nothing can be checked without a standard.';

function standardMessage(portfolio: Portfolio, manifest: Manifest): string | undefined {
  const { source } = portfolio;
  switch (source.kind) {
    case 'ready':
    case 'pending':
      return undefined;
    case 'refused':
      return `${source.message} ${nothing}`;
    case 'absent':
      return absentStandard(valueOf(manifest.standard) ?? '', portfolio.path(source.uri), source.builtIn);
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
    : `${path} is ${kind}, and not a standard file yet. ${importAdvice(path)} ${nothing}`;

/** Whether a name was meant as a path can be seen; where it was not, a path says nothing to people. */
function absentStandard(name: string, path: string, builtIn: readonly string[]): string {
  if (/[./\\]/.test(name))
    return `There is no built-in standard of that name and no file at ${path}. ${nothing}`;
  return `There is no built-in standard called “${name}”: there ${builtIn.length === 1 ? 'is' : 'are'} ${builtIn.join(', ')}. For another one, write the path to its file, such as standards/iso-9001.yaml. ${nothing}`;
}

function ratingProblems({ standard }: Portfolio, manifest: Manifest): readonly Problem[] {
  const known = standard.ratings.map(({ id }) => id);
  if (known.length === 0) return [];
  return [...manifest.decisions.values()].flatMap(({ self, assessor }) =>
    [self, assessor].flatMap((rating) => {
      if (rating.kind !== 'valid' || known.includes(rating.value)) return [];
      return [unknownWord(rating, rating.value, known)];
    }),
  );
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
  const { source, standard } = portfolio;
  const { start } = problem.span;
  const written = singleText(manifest.text, problem.span);
  if (written === undefined) return [];
  const choices = (words: readonly string[]): readonly Proposal[] => offering(manifest, problem, words);
  if ('span' in manifest.standard && start === manifest.standard.span.start && source.kind === 'absent') {
    const near = nearestWord(written, source.builtIn);
    return choices(near === undefined ? source.builtIn : [near]);
  }
  if (start === headline(manifest).start && source.kind === 'faulty' && source.foreign !== undefined) {
    const title = `Make a standard file of ${portfolio.path(source.uri)}, and name that here`;
    return [{ kind: 'import', title }];
  }
  const path = pathAt(manifest, start);
  if (path.at(-1) === 'assessment-date') return writingDate(manifest, problem);
  if (path[0] === 'rules') return choices([...severities, 'off']);
  if (path[0] !== 'assessment' || path.length !== 3) return [];
  if (path[2] === 'applicable') return choices(['true', 'false']);
  return choices(path[2] === 'self' || path[2] === 'assessor' ? standard.ratings.map(({ id }) => id) : []);
}

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
