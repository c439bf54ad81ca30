/** Edits of the decisions in portfolio.yaml. */
import type { DecisionKey } from './keys';
import { lineAround } from './lines';
import type { Manifest } from './manifest';
import type { Standard } from './standard';
import { compareInStandard } from './standard';
import type { TextChange } from './textChange';
import { indentAt, insertion, lineEndOf, yamlScalar } from './textChange';
import type { YamlEntry, YamlMap } from './yamlTree';

/** A decision's values by key; text as it is meant, not as YAML. */
export type DecisionValues = Partial<Readonly<Record<DecisionKey, string>>>;

/** Sets values of a decision, adding what is not there yet. Undefined where faults of the file make an edit a guess. */
export function setDecision(
  manifest: Manifest,
  standard: Standard,
  id: string,
  values: DecisionValues,
): readonly TextChange[] | undefined {
  if (manifest.faults.length > 0) return undefined;
  const { text } = manifest;
  const assessment = manifest.entries.find(({ key }) => key.text === 'assessment');
  const end = lineEndOf(text);
  if (!assessment || assessment.value.kind === 'empty') {
    const lines = [...(assessment ? [] : ['assessment:']), ...decisionLines(id, values, '  ')];
    const at = assessment ? lineAround(text, assessment.key.span.end).end : text.trimEnd().length;
    return [insertion(at, `${at === 0 ? '' : end}${lines.join(end)}`)];
  }
  if (assessment.value.kind !== 'map') return undefined;
  const entry = assessment.value.entries.find(({ key }) => key.text === id);
  if (!entry) return addDecision(manifest, assessment.value, standard, id, values);
  return changeDecision(text, entry, values);
}

function addDecision(
  { text }: Manifest,
  map: YamlMap,
  standard: Standard,
  id: string,
  values: DecisionValues,
): readonly TextChange[] | undefined {
  const [first] = map.entries;
  // `assessment: {…}` on one line is for its writer to extend.
  if (!first || text[map.span.start] === '{') return undefined;
  const order = compareInStandard(standard);
  const before = map.entries.filter(({ key }) => order(key.text, id) < 0).at(-1);
  const indent = indentAt(text, first.key.span.start);
  const end = lineEndOf(text);
  const lines = decisionLines(id, values, indent).join(end);
  if (!before) return [insertion(lineAround(text, first.key.span.start).start, `${lines}${end}`)];
  return [insertion(lineAround(text, lastOffset(text, before)).end, `${end}${lines}`)];
}

function changeDecision(
  text: string,
  entry: YamlEntry,
  values: DecisionValues,
): readonly TextChange[] | undefined {
  const { value } = entry;
  const end = lineEndOf(text);
  const indent = `${indentAt(text, entry.key.span.start)}  `;
  if (value.kind === 'empty') {
    const lines = pairs(values).map(([key, word]) => `${end}${indent}${key}: ${yamlValue(key, word)}`);
    return [insertion(lineAround(text, entry.key.span.end).end, lines.join(''))];
  }
  if (value.kind !== 'map') return undefined;
  const isFlow = text[value.span.start] === '{';
  const changes: TextChange[] = [];
  const added: string[] = [];
  for (const [key, word] of pairs(values)) {
    const known = value.entries.find((candidate) => candidate.key.text === key);
    if (known?.value.kind === 'scalar')
      changes.push({ span: known.value.span, newText: yamlValue(key, word) });
    else if (known)
      changes.push(insertion(text.indexOf(':', known.key.span.end) + 1, ` ${yamlValue(key, word)}`));
    else added.push(`${key}: ${yamlValue(key, word)}`);
  }
  const last = value.entries.at(-1);
  if (added.length > 0 && isFlow) {
    changes.push(
      insertion(
        last ? last.value.span.end : value.span.start + 1,
        `${last ? ', ' : ' '}${added.join(', ')}${last ? '' : ' '}`,
      ),
    );
  } else if (added.length > 0 && last) {
    const own = indentAt(text, last.key.span.start);
    changes.push(
      insertion(
        lineAround(text, lastOffset(text, last)).end,
        added.map((line) => `${end}${own}${line}`).join(''),
      ),
    );
  }
  return changes;
}

const pairs = (values: DecisionValues): readonly (readonly [DecisionKey, string])[] =>
  (Object.entries(values) as [DecisionKey, string | undefined][]).flatMap(([key, word]) =>
    word === undefined ? [] : [[key, word] as const],
  );

const decisionLines = (id: string, values: DecisionValues, indent: string): readonly string[] => [
  `${indent}${yamlScalar(id)}:`,
  ...pairs(values).map(([key, word]) => `${indent}  ${key}: ${yamlValue(key, word)}`),
];

const yamlValue = (key: DecisionKey, word: string): string =>
  key === 'applicable' ? word : yamlScalar(word);

/** A block map's span reaches into the white space below it. */
function lastOffset(text: string, entry: YamlEntry): number {
  const { start, end } = entry.value.span;
  return Math.max(entry.key.span.end, start + text.slice(start, end).trimEnd().length);
}
