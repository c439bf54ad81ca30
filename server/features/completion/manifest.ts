/** Completion in portfolio.yaml: its keys, decisions about elements, ratings, rules and their severities. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { addYears } from '../../core/text/civilDate';
import type { ManifestKey } from '../../core/manifest/keys';
import { frontMatterKeys } from '../../core/frontMatter/keys';
import { decisionKeys, linkKinds, manifestKeys } from '../../core/manifest/keys';
import { spanOf } from '../../core/text/span';
import { languagesOf } from '../../core/standard/inLanguage';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { lineEndOf } from '../../core/text/edit';
import { yamlScalar } from '../../words/yamlScalar';
import { fileName } from '../../core/text/uri';
import { assessedDates, assessmentDates } from './dates';
import { nodeItems } from './nodeItems';
import type { Choice, KeyShape, Question } from './item';
import { inSnippet, items } from './item';
import { keyItems } from './keys';
import { people } from './people';
import { completePath } from './paths';
import { wordsOf } from './values';
import { severityWords } from '../text/wording';
import type { YamlPosition } from '../text/yamlPosition';
import { yamlPositionAt } from '../text/yamlPosition';
import { count } from '../../words/counts';

export function completeManifest(question: Question): CompletionItem[] {
  const { text, offset } = question.cursor;
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const position = yamlPositionAt(text, spanOf(start, text.length), offset);
  if (!position) return [];
  return position.kind === 'key' ? keysAt(question, position) : valuesAt(question, position);
}

const shapes: Partial<Record<ManifestKey, KeyShape>> = {
  include: 'list',
  exclude: 'list',
  mappings: 'list',
  assessment: 'lines',
  assignments: 'lines',
  rules: 'lines',
  'custom-keys': 'list',
};

function keysAt(question: Question, position: YamlPosition): CompletionItem[] {
  const [section, ...below] = position.path;
  if (section === undefined) {
    const found = keyItems(question, position, manifestKeys, {
      shapeOf: (key) => shapes[key as ManifestKey] ?? 'value',
      isFree: (key) => key === 'title',
    });
    return question.cursor.text.trim() === '' ? [...wholeManifest(question, position), ...found] : found;
  }
  if (section === 'rules' && below.length === 0) {
    const known = (question.options.rules ?? []).map(({ code, summary, severity }) => ({
      key: code,
      description: summary,
      note: `usually ${severity}`,
    }));
    return keyItems(question, position, known);
  }
  if (section === 'assignments') return below.length === 0 ? elementKeys(question, position) : [];
  if (section !== 'assessment') return [];
  if (below.length === 0) return elementKeys(question, position);
  return below.length === 1 ? keyItems(question, position, decisionKeys, { isFree }) : [];
}

const isFree = (key: string): boolean => key === 'reason' || key === 'comment';

/** The elements that nothing has been decided about yet, with their words and their state. */
function elementKeys(question: Question, position: YamlPosition): CompletionItem[] {
  const { portfolio, options } = question;
  const nodes = portfolio.standard.elements.filter(({ id }) => !position.siblings.has(id));
  const typed = question.cursor.text.slice(position.token.start, question.cursor.offset);
  return nodeItems(question, position, nodes, {
    typed,
    textOf: (id) => (position.quote ? id : yamlScalar(id)) + (position.hasColon ? '' : ': '),
  }).map((item) =>
    position.hasColon || !options.again ? item : { ...item, command: { title: '', command: options.again } },
  );
}

function valuesAt(question: Question, position: YamlPosition): CompletionItem[] {
  const { portfolio } = question;
  const [section, element, key] = position.path;
  if (section === 'assessment') {
    if (element === undefined || position.path.length > 3) return [];
    return items(
      question,
      position,
      key === undefined ? decisions(question, position, element) : decisionValues(portfolio, element, key),
    );
  }
  if (section === 'rules')
    return position.path.length === 2 ? items(question, position, wordsOf(severityWords)) : [];
  if (section === 'assignments')
    return position.path.length === 2
      ? items(
          question,
          position,
          people(question, ({ owner }) => owner),
        )
      : [];
  if (position.path.length > 1) return [];
  if (section === 'mappings') return completePath(question, position);
  if (section === 'standard')
    return [...items(question, position, standards(question)), ...completePath(question, position)];
  return items(question, position, choicesFor(question, section ?? ''));
}

function choicesFor(question: Question, section: string): readonly Choice[] {
  switch (section) {
    case 'assessment-date':
      return assessmentDates(question);
    case 'review-notice':
      return wordsOf({ 30: 'a month', 60: 'two months, the usual notice', 90: 'three months' });
    case 'language':
      return languages(question.portfolio);
    case 'links':
      return wordsOf(linkKinds);
    case 'include':
    case 'exclude':
      return patterns(question.portfolio);
    case 'custom-keys':
      return customKeys(question.portfolio);
    default:
      return [];
  }
}

/** Those that the standards have words in. */
function languages({ standards: own }: Portfolio): readonly Choice[] {
  const titles = new Map<string, string>();
  for (const { standard } of own)
    for (const tag of languagesOf(standard)) {
      const title = standard.translations.get(tag)?.title ?? '';
      titles.set(tag, title || (titles.get(tag) ?? standard.names.titles[0] ?? ''));
    }
  return Array.from(titles, ([label, words]) => ({ label, words }));
}

const standards = ({ options }: Question): readonly Choice[] =>
  Array.from(options.standards ?? [], ([id, { title, elements }]) => ({
    label: id,
    words: `${title}, ${count(elements.length, 'element')}`,
  }));

/** Whole decisions, for whoever does not know the keys. */
function decisions(
  { portfolio, options }: Question,
  { prefix }: YamlPosition,
  element: string,
): readonly Choice[] {
  const reason = options.snippets ? '${1:Why}' : '';
  return [
    {
      label: 'not applicable',
      words: 'the element does not apply to you; the assessor will ask why',
      newText: `${prefix}{ applicable: false, reason: ${reason} }`,
      isSnippet: options.snippets === true,
    },
    ...portfolio.standardOf(element).standard.ratings.map(({ id, title, description }) => ({
      label: id,
      words: `you rate yourselves: ${description || title}`,
      newText: `${prefix}{ self: ${yamlScalar(id)} }`,
    })),
  ];
}

function decisionValues(portfolio: Portfolio, element: string, key: string): readonly Choice[] {
  const { standard } = portfolio.standardOf(element);
  if (key === 'self' || key === 'assessor')
    return standard.ratings.map(({ id, title, description }) => ({
      label: id,
      words: description || title,
      kind: CompletionItemKind.EnumMember,
    }));
  if (key === 'assessed' || key === 'look-again') return assessedDates(portfolio);
  return key === 'applicable' ? wordsOf(decisionKeys[0].values) : [];
}

/** The folders of the portfolio as patterns. */
function patterns({ root, childrenOf }: Portfolio): readonly Choice[] {
  const folders = childrenOf(root).flatMap(({ uri, isFolder }) => (isFolder ? fileName(uri) : []));
  return [
    { label: '**/*.md', words: 'every Markdown file' },
    ...folders.sort().map((name) => ({ label: `${name}/**`, words: `all that is in the folder ${name}` })),
  ];
}

/** Keys that evidence uses and nothing knows, the most used first. */
function customKeys({ evidence }: Portfolio): readonly Choice[] {
  const known = new Set<string>(frontMatterKeys.map(({ key }) => key));
  const counts = new Map<string, number>();
  for (const { entries } of evidence.values())
    for (const { key } of entries)
      if (!known.has(key.text)) counts.set(key.text, (counts.get(key.text) ?? 0) + 1);
  return [...counts]
    .sort((left, right) => right[1] - left[1])
    .map(([label, number]) => ({ label, words: `used by ${count(number, 'item')}` }));
}

/** For an empty file: what a portfolio should say of itself. */
function wholeManifest(question: Question, position: YamlPosition): CompletionItem[] {
  const { portfolio, options } = question;
  const gap = (number: number, text: string): string =>
    options.snippets ? `\${${number}:${inSnippet(text)}}` : text;
  const [standard = ''] = options.standards?.keys() ?? [];
  const newText = [
    `title: ${gap(1, yamlScalar(fileName(portfolio.root)))}`,
    `standard: ${gap(2, standard)}`,
    `assessment-date: ${gap(3, addYears(portfolio.days.today, 1))}`,
    '',
  ].join(lineEndOf(question.cursor.text));
  const words = 'its title, its standard and the day of the assessment';
  const label = 'Portfolio: begin the file';
  return items(
    question,
    position,
    [
      {
        label,
        words,
        newText,
        isSnippet: options.snippets === true,
        kind: CompletionItemKind.Snippet,
        filterText: 'portfolio',
      },
    ],
    '!',
  );
}
