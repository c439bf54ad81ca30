/**
 * Edits of the decisions in portfolio.yaml: remarks, order and line ends of the rest stay. Undefined where an edit
 * would be a guess: the file has faults, or is written in a way that no edit here knows.
 */
import { valueOf } from '../yaml/fields';
import type { DecisionKey } from './keys';
import { lineAround } from '../text/lines';
import { decisionAbout } from './knownIds';
import type { Decision, Manifest } from './manifest';
import { parseManifest } from './manifest';
import type { Edits } from './placedEntries';
import { placedEntries, removeEntries } from './placedEntries';
import type { Lexicon } from '../standard/standard';
import type { Edit } from '../text/edit';
import { applyEdits, indentAt, insertion, lineEndOf } from '../text/edit';
import { yamlScalar } from '../../words/yamlScalar';
import { endOfEntry, isInBrackets, quotedLike, valueEdit } from '../yaml/edits';
import type { YamlEntry, YamlMap, YamlNode } from '../yaml/tree';
import { oneLine } from '../../words/oneLine';

/** A decision's values by key; text as it is meant, not as YAML. */
export type DecisionValues = Partial<Readonly<Record<DecisionKey, string>>>;

/** Sets values of a decision, adding what is not there yet. */
export function setDecision(
  manifest: Manifest,
  standard: Lexicon,
  id: string,
  values: DecisionValues,
): Edits {
  const edits = settingOf(manifest, standard, id, values);
  const after = decisionIn(readAfter(manifest, edits), standard, id);
  const { applicable } = values;
  const isMeant =
    after !== undefined &&
    (applicable === undefined || after.applicable === (applicable === 'true')) &&
    readBack.every(([key, field]) => {
      const value = values[key];
      return value === undefined || (valueOf(after[field]) ?? '') === oneLine(value);
    });
  return isMeant ? edits : undefined;
}

/** By which field of a decision a value that has been written is read back. */
const readBack = [
  ['reason', 'reason'],
  ['self', 'self'],
  ['assessor', 'assessor'],
  ['comment', 'comment'],
  ['assessed', 'assessed'],
  ['look-again', 'lookAgain'],
  ['changed', 'changed'],
] as const satisfies readonly (readonly [DecisionKey, keyof Decision])[];

/** Takes values out of a decision, and with the last one the decision. No change where there is none. */
export function clearDecision(
  manifest: Manifest,
  standard: Lexicon,
  id: string,
  keys: readonly DecisionKey[],
): Edits {
  const { text } = manifest;
  const span = decisionAbout(manifest, standard, id)?.span;
  const assessment = span && mapWith(assessmentOf(manifest)?.value, span.start);
  const at = assessment?.entries.findIndex(({ key }) => key.span.start === span?.start) ?? -1;
  const decision = assessment?.entries[at]?.value;
  if (manifest.faults.length > 0 || !assessment || decision?.kind !== 'map')
    return manifest.faults.length > 0 ? undefined : [];
  const gone = decision.entries.flatMap(({ key }, number) =>
    (keys as readonly string[]).includes(key.text) ? [number] : [],
  );
  if (gone.length === 0) return [];
  const edits =
    gone.length < decision.entries.length
      ? removeEntries(text, decision, gone)
      : removeEntries(text, assessment, [at]);
  return readAfter(manifest, edits) && edits;
}

/** A manifest that says nothing but one decision. */
export const manifestWithDecision = (standard: string, id: string, values: DecisionValues): string =>
  [`standard: ${yamlScalar(standard)}`, '', 'assessment:', ...decisionLines(id, values, '  '), ''].join('\n');

function settingOf(manifest: Manifest, standard: Lexicon, id: string, values: DecisionValues): Edits {
  const { text } = manifest;
  if (manifest.faults.length > 0) return undefined;
  const value = assessmentOf(manifest)?.value;
  const span = decisionAbout(manifest, standard, id)?.span;
  const entry = span && mapWith(value, span.start)?.entries.find(({ key }) => key.span.start === span.start);
  if (entry) return editDecision(text, entry, values);
  return placedEntries(manifest, 'assessment', standard, [
    {
      id,
      lines: (written, indent) => decisionLines(written, values, indent),
      inBrackets: (written) => `${yamlScalar(written)}: { ${inBrackets(values)} }`,
    },
  ]);
}

/** The map, at the top or below the name of a standard, in which a decision begins. */
function mapWith(value: YamlNode | undefined, start: number): YamlMap | undefined {
  if (value?.kind !== 'map') return undefined;
  if (value.entries.some(({ key }) => key.span.start === start)) return value;
  return value.entries
    .map((entry) => entry.value)
    .find((below): below is YamlMap => mapWith(below, start) === below);
}

const decisionIn = (manifest: Manifest | undefined, standard: Lexicon, id: string): Decision | undefined =>
  manifest && decisionAbout(manifest, standard, id);

const assessmentOf = ({ entries }: Manifest): YamlEntry | undefined =>
  entries.find(({ key }) => key.text === 'assessment');

/** The manifest after changes; undefined where they would break it. */
export function readAfter({ uri, text, problems }: Manifest, edits: Edits): Manifest | undefined {
  const after = edits && parseManifest(uri, applyEdits(text, edits));
  return after?.faults.length === 0 && after.problems.length <= problems.length ? after : undefined;
}

function editDecision(text: string, entry: YamlEntry, values: DecisionValues): Edits {
  const { value } = entry;
  const end = lineEndOf(text);
  if (value.kind === 'empty') {
    const edit = valueEdit(text, entry, `{ ${inBrackets(values)} }`);
    return edit && [edit];
  }
  if (value.kind !== 'map') return undefined;
  if (value.entries.length === 0) {
    // A remark between the braces stays.
    const inside = value.span.start + 1;
    return [insertion(inside, ` ${inBrackets(values)}${/\s/.test(text[inside] ?? '') ? '' : ' '}`)];
  }
  const edits: Edit[] = [];
  const added: DecisionValues[] = [];
  for (const [key, word] of pairs(values)) {
    const known = value.entries.find((candidate) => candidate.key.text === key);
    const mark = known && text[known.value.span.start];
    const edit = known && valueEdit(text, known, written(key, word, mark));
    if (edit) edits.push(edit);
    else if (known) return undefined;
    else added.push({ [key]: word });
  }
  const last = value.entries.at(-1);
  if (added.length === 0 || !last) return edits;
  const isFlow = isInBrackets(text, value);
  const indent = indentAt(text, last.key.span.start);
  const lines = added.map((one) =>
    isFlow
      ? `, ${inBrackets(one)}`
      : pairs(one)
          .map(([key, word]) => `${end}${indent}${key}: ${written(key, word)}`)
          .join(''),
  );
  const at = endOfEntry(text, last);
  return [...edits, insertion(isFlow ? at : lineAround(text, at).end, lines.join(''))];
}

const pairs = (values: DecisionValues): readonly (readonly [DecisionKey, string])[] =>
  (Object.entries(values) as [DecisionKey, string | undefined][]).flatMap(([key, word]) =>
    word === undefined ? [] : [[key, word] as const],
  );

const inBrackets = (values: DecisionValues): string =>
  pairs(values)
    .map(([key, word]) => `${key}: ${written(key, word)}`)
    .join(', ');

const decisionLines = (id: string, values: DecisionValues, indent: string): readonly string[] => [
  `${indent}${yamlScalar(id)}:`,
  ...pairs(values).map(([key, word]) => `${indent}  ${key}: ${written(key, word)}`.trimEnd()),
];

/** A reason that is still to be given is nothing. */
const written = (key: DecisionKey, word: string, mark?: string): string =>
  key === 'applicable' || word === '' ? word : quotedLike(mark, word);
