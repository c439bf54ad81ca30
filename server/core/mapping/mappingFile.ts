/** Reads mapping files. */
import { foreignMapping } from './foreignMapping';
import type { MappedId, MappedStandard, Mapping, Pair } from './mapping';
import type { Relation } from './relations';
import { isRelation, relationCalled, relationNames } from './relations';
import { nearestWord } from '../text/editDistance';
import { firstWords } from '../text/lines';
import { shortcuts } from '../text/shortcuts';
import type { Problem, Span } from '../text/span';
import { spanOf } from '../text/span';
import { readJson } from '../yaml/json';
import { readNestedYaml } from '../yaml/nestedYaml';
import { nodeOf } from '../yaml/nestedNodes';
import type { YamlEntry, YamlNode } from '../yaml/tree';
import { entryOf, parseYaml } from '../yaml/tree';

export interface MappingRead {
  readonly mapping: Mapping;
  readonly problems: readonly Problem[];
}

/**
 * Reads a mapping file. What is wrong is in `problems`; the mapping holds what could be read. Never throws.
 * @param name of the file, which tells some of those that are none
 */
export function parseMapping(name: string, text: string): MappingRead {
  const foreign = foreignMapping(name, text);
  if (foreign !== undefined) {
    const problem = { span: firstWords(text), message: foreign };
    return { mapping: readMapping({ kind: 'empty', span: spanOf(0, 0) }).mapping, problems: [problem] };
  }
  const quick = shortcuts.taken ? quickTree(text) : undefined;
  const quickly = quick && readMapping(quick, () => placedIn(text).mapping);
  return quickly?.problems.length === 0 ? quickly : placedIn(text);
}

/** Without places, which only what is wrong needs: a mapping may have thousands of pairs. */
function quickTree(text: string): YamlNode | undefined {
  const json = readJson(text);
  if (json) return json;
  const nested = readNestedYaml(text);
  return nested === undefined ? undefined : nodeOf(nested);
}

function placedIn(text: string): MappingRead {
  const { root, faults } = parseYaml(text);
  const { mapping, problems } = readMapping(root);
  return { mapping, problems: faults.length > 0 ? faults : problems };
}

type Report = (problem: Problem) => void;

function readMapping(root: YamlNode, placed?: () => Mapping): MappingRead {
  const problems: Problem[] = [];
  const report: Report = (problem) => void problems.push(problem);
  checkKeys(root, topKeys, report);
  const from = readStandard(root, 'from', report);
  const to = readStandard(root, 'to', report);
  const pairs = readPairs(root, report);
  const mapping: Mapping = {
    title: textOf(root, 'title'),
    from,
    to,
    pairs,
    placed: () => placed?.() ?? mapping,
  };
  return { mapping, problems };
}

type Shape = 'text' | 'texts' | 'other';

const topKeys: Readonly<Record<string, Shape>> = {
  title: 'text',
  publisher: 'text',
  source: 'text',
  acknowledgement: 'text',
  licence: 'texts',
  from: 'other',
  to: 'other',
  pairs: 'other',
};
const standardKeys: Readonly<Record<string, Shape>> = { standard: 'other', edition: 'text' };
const pairKeys: Readonly<Record<string, Shape>> = {
  from: 'other',
  to: 'other',
  relation: 'other',
  note: 'text',
};

function checkKeys(node: YamlNode, keys: Readonly<Record<string, Shape>>, report: Report): void {
  if (node.kind !== 'map') {
    const message = `Names with a colon are expected here: ${Object.keys(keys).join(', ')}.`;
    report({ span: startOf(node.span), message });
    return;
  }
  for (const { key, value } of node.entries) {
    if (!Object.hasOwn(keys, key.text)) report(unknownKey(key.text, key.span, Object.keys(keys)));
    else if (keys[key.text] !== 'other' && !fits(value, keys[key.text]))
      report({ span: value.span, message: `Behind “${key.text}”, a text is expected.` });
  }
}

function unknownKey(word: string, span: Span, known: readonly string[]): Problem {
  const near = nearestWord(word, known);
  const message = `“${shown(word)}” is not a part of a mapping file.`;
  return near === undefined
    ? { span, message }
    : {
        span,
        message: `${message} Did you mean “${near}”?`,
        suggestions: [{ replacement: near, label: near }],
      };
}

const fits = (value: YamlNode, shape: Shape | undefined): boolean =>
  value.kind === 'scalar' ||
  value.kind === 'empty' ||
  (shape === 'texts' && value.kind === 'list' && value.items.every(({ kind }) => kind === 'scalar'));

/** A name alone, or `{ standard: …, edition: … }`. */
function readStandard(root: YamlNode, key: 'from' | 'to', report: Report): MappedStandard | undefined {
  const entry = entryOf(root, key);
  if (entry?.value.kind === 'map') checkKeys(entry.value, standardKeys, report);
  const name = entry?.value.kind === 'map' ? entryOf(entry.value, 'standard')?.value : entry?.value;
  if (entry && name?.kind === 'scalar' && name.text.trim() !== '')
    return { name: name.text.trim(), edition: textOf(entry.value, 'edition').trim(), span: name.span };
  // What is not even a map has been reported.
  if (root.kind === 'map') report({ span: placeOf(root, entry, name), message: unnamed(key) });
  return undefined;
}

const unnamed = (key: 'from' | 'to'): string =>
  `A mapping says behind “${key}” which standard it leads ${key}: by the name that portfolio.yaml has for it, its id, the path of its file, or its title.`;

function readPairs(root: YamlNode, report: Report): readonly Pair[] {
  const entry = entryOf(root, 'pairs');
  if (entry?.value.kind !== 'list' || entry.value.items.length === 0) {
    if (root.kind === 'map') report({ span: placeOf(root, entry, entry?.value), message: noPairs });
    return [];
  }
  const pairs = new Map<string, Pair>();
  for (const item of entry.value.items) {
    checkKeys(item, pairKeys, report);
    if (item.kind !== 'map') continue;
    const sides = { from: readIds(item, 'from', report), to: readIds(item, 'to', report) };
    const relation = readRelation(item, report);
    const note = textOf(item, 'note');
    for (const from of sides.from)
      for (const to of sides.to) addPair(pairs, { from, to, relation, note }, report);
  }
  return [...pairs.values()];
}

const noPairs =
  'A mapping needs pairs, each with an ID on both sides and how they stand to each other: “- { from: 3.2.4, to: 9.1.2, relation: equal }”.';

/** Of two that say something of the same two IDs, the first. */
function addPair(pairs: Map<string, Pair>, pair: Pair, report: Report): void {
  const key = JSON.stringify([pair.from.text, pair.to.text]);
  const before = pairs.get(key);
  if (!before) {
    pairs.set(key, pair);
    return;
  }
  const words = `${shown(pair.from.text)} and ${shown(pair.to.text)} are a pair above already`;
  const message =
    before.relation === pair.relation
      ? `${words}.`
      : `${words}, as ${before.relation}. What is said there counts: keep one of the two.`;
  report({ span: pair.to.span, message });
}

/** One ID, or several of which each makes a pair. */
function readIds(pair: YamlNode, key: 'from' | 'to', report: Report): readonly MappedId[] {
  const entry = entryOf(pair, key);
  const items = entry?.value.kind === 'list' ? entry.value.items : entry ? [entry.value] : [];
  const ids = items.flatMap((item): readonly MappedId[] => {
    if (item.kind === 'scalar' && item.text.trim() !== '')
      return [{ text: item.text.trim(), span: item.span }];
    report({ span: item.kind === 'empty' && entry ? entry.key.span : item.span, message: noId(key) });
    return [];
  });
  if (items.length === 0) report({ span: placeOf(pair, entry, entry?.value), message: noId(key) });
  return ids;
}

const noId = (key: 'from' | 'to'): string =>
  `Write behind “${key}” the ID of a part of that standard, or a list of IDs.`;

/** What cannot be read promises least. */
function readRelation(pair: YamlNode, report: Report): Relation {
  const entry = entryOf(pair, 'relation');
  const text = entry?.value.kind === 'scalar' ? entry.value.text : '';
  if (isRelation(text)) return text;
  const expected = `Write one of these: ${relationNames.join(', ')}. Until then it is taken as intersects.`;
  if (!entry || text.trim() === '') {
    report({
      span: placeOf(pair, entry, entry?.value),
      message: `How the two stand to each other is not said. ${expected}`,
    });
    return 'intersects';
  }
  const near = relationCalled(text) ?? nearestWord(text, relationNames);
  const message = `“${shown(text)}” is no relation. ${near === undefined ? '' : `Did you mean “${near}”? `}${expected}`;
  report({
    span: entry.value.span,
    message,
    ...(near === undefined ? {} : { suggestions: [{ replacement: near, label: near }] }),
  });
  return 'intersects';
}

const textOf = (node: YamlNode, key: string): string => {
  const value = entryOf(node, key)?.value;
  return value?.kind === 'scalar' ? value.text : '';
};

/** Of what is missing, the key that it should stand behind, or the start of what should have it. */
const placeOf = (around: YamlNode, entry: YamlEntry | undefined, value: YamlNode | undefined): Span =>
  entry ? (value && value.kind !== 'empty' ? value.span : entry.key.span) : startOf(around.span);

const startOf = ({ start, end }: Span): Span => spanOf(start, Math.min(end, start + 1));

const shown = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
