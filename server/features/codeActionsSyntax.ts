/** Quick fixes for YAML that cannot be read: small remedies are tried, and offered where they mend it. */
import { lineAround } from '../core/lines';
import type { Finding } from '../core/model';
import { spanOf } from '../core/model';
import type { TextChange } from '../core/textChange';
import { applyChanges, insertion } from '../core/textChange';
import type { YamlFault } from '../core/yamlTree';
import { parseYaml } from '../core/yamlTree';
import type { Fix, FixContext } from './codeActionsContext';
import { fixHere } from './codeActionsContext';

interface Remedy {
  readonly title: string;
  readonly changes: readonly TextChange[];
}

/** @param block where the YAML stands in the text: all of it, or what stands between the fences */
export function mendedSyntax(
  context: FixContext,
  { span }: Finding,
  block: { readonly start: number; readonly end: number },
): readonly Fix[] {
  const { text } = context;
  const faults = faultsOf(text, block.start, block.end);
  return remediesOn(text, span.start, block.end)
    .filter(({ changes }) => {
      const after = applyChanges(text, changes);
      return mends(faultsOf(after, block.start, block.end + after.length - text.length), faults, span.start);
    })
    .slice(0, 1)
    .flatMap(({ title, changes }) => fixHere(context, title, changes, true));
}

const faultsOf = (text: string, start: number, end: number): readonly YamlFault[] =>
  parseYaml(text.slice(start, end), start).faults;

/** True where the first fault has gone, and those that are left stand below it. */
const mends = (after: readonly YamlFault[], before: readonly YamlFault[], offset: number): boolean =>
  after.length < before.length && after.every(({ span }) => span.start > offset);

/** What is often wrong with a line, each with its remedy. */
function remediesOn(text: string, offset: number, end: number): readonly Remedy[] {
  const line = lineAround(text, offset);
  const source = text.slice(line.start, line.end);
  const remedies: Remedy[] = [];
  const value =
    /^(?:[ \t]*-[ \t]+|[ \t]*[\w-]+[ \t]*:[ \t]+|[ \t]*-[ \t]+[\w-]+[ \t]*:[ \t]+)(\S.*?)[ \t]*$/.exec(
      source,
    )?.[1];
  if (value !== undefined && !/^["'[{|>]/.test(value)) {
    const start = line.start + source.lastIndexOf(value);
    remedies.push({
      title: `Put quotation marks around “${value}”`,
      changes: [{ span: spanOf(start, start + value.length), newText: JSON.stringify(value) }],
    });
  }
  const tabs = /^[ \t]*\t[ \t]*/.exec(source)?.[0];
  if (tabs !== undefined) {
    remedies.push({
      title: 'Indent with spaces',
      changes: [{ span: spanOf(line.start, line.start + tabs.length), newText: tabs.replaceAll('\t', '  ') }],
    });
  }
  const at = line.start + source.trimEnd().length;
  for (const mark of [']', '}', '"', "'"])
    remedies.push({ title: `Add the missing ${mark}`, changes: [insertion(at, mark)] });
  const colon = /^[ \t]*[\w-]+(?=[ \t])/.exec(source)?.[0].length;
  if (colon !== undefined)
    remedies.push({
      title: 'Add the missing colon',
      changes: [insertion(line.start + colon, ':')],
    });
  if (/^[ \t]*(?:---|\.\.\.)[ \t]*$/.test(source) && line.end < end) {
    remedies.push({
      title: 'Remove this line',
      changes: [{ span: spanOf(line.start, line.end), newText: '' }],
    });
  }
  return remedies;
}
