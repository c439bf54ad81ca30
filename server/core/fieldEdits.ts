/** Edits of single values of front matter. */
import type { CivilDate } from './civilDate';
import { addYears } from './civilDate';
import type { EvidenceFile } from './evidence';
import type { FrontMatterKey } from './keys';
import { frontMatterKeys } from './keys';
import { lineAround } from './lines';
import type { TextChange } from './textChange';
import { insertion, lineEndOf, yamlScalar } from './textChange';
import type { YamlEntry } from './yamlTree';

/** Sets a value, or adds the key where its neighbours in the list of keys stand. Undefined where no edit is safe. */
export function setField(
  evidence: EvidenceFile,
  key: FrontMatterKey,
  value: string,
): readonly TextChange[] | undefined {
  const { text, entries, frontMatter } = evidence;
  if (frontMatter.kind !== 'closed' || frontMatter.faults.length > 0) return undefined;
  const entry = entries.find((candidate) => candidate.key.text === key);
  if (!entry) return [addLine(evidence, key, value)];
  if (entry.value.kind === 'empty') {
    const colon = text.indexOf(':', entry.key.span.end) + 1;
    // `~` and `null` are values that say that there is none.
    const written = text.slice(entry.value.span.start, entry.value.span.end);
    return [
      written === ''
        ? insertion(colon, ` ${yamlScalar(value)}`)
        : { span: entry.value.span, newText: yamlScalar(value) },
    ];
  }
  if (entry.value.kind !== 'scalar') return undefined;
  const quote = text[entry.value.span.start];
  const isQuoted = (quote === '"' || quote === "'") && !/["'\\]/.test(value);
  return [{ span: entry.value.span, newText: isQuoted ? `${quote}${value}${quote}` : yamlScalar(value) }];
}

/** *Mark reviewed*: the evidence is true as of today, and is to be looked at again in a year. */
export function markReviewed(evidence: EvidenceFile, today: CivilDate): readonly TextChange[] | undefined {
  const date = setField(evidence, 'date', today);
  const reviewBy = setField(evidence, 'review-by', addYears(today, 1));
  const [first] = date ?? [];
  const [second] = reviewBy ?? [];
  if (!first || !second) return undefined;
  // Both are new and come at one place: one insertion keeps their order.
  if (first.span.start === second.span.start) {
    return [{ span: first.span, newText: first.newText + second.newText }];
  }
  return [first, second];
}

function addLine(evidence: EvidenceFile, key: FrontMatterKey, value: string): TextChange {
  const { text, frontMatter } = evidence;
  const end = lineEndOf(text);
  const line = `${key}: ${yamlScalar(value)}`;
  const before = lastBefore(evidence, key);
  return before
    ? insertion(lineAround(text, before.value.span.end).end, `${end}${line}`)
    : insertion(frontMatter.content.start, `${line}${end}`);
}

/** The last entry that comes before a key in the list of keys. */
function lastBefore({ entries }: EvidenceFile, key: FrontMatterKey): YamlEntry | undefined {
  const order: readonly string[] = frontMatterKeys.map((known) => known.key);
  const place = order.indexOf(key);
  return entries
    .filter((entry) => order.includes(entry.key.text) && order.indexOf(entry.key.text) < place)
    .at(-1);
}
