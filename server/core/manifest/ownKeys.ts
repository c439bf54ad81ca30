/** What `keys` in portfolio.yaml says: what the portfolio calls our front matter keys. */
import { nearestWord } from '../text/editDistance';
import type { KeyNames, FrontMatterKey } from '../frontMatter/keys';
import { keyNames, ourNames, frontMatterKeys } from '../frontMatter/keys';
import type { Problem, Span } from '../text/span';
import type { YamlEntry, YamlNode } from '../yaml/nodes';

const ours: readonly FrontMatterKey[] = frontMatterKeys.map(({ key }) => key);

interface OwnName {
  readonly key: FrontMatterKey;
  readonly name: string;
  readonly span: Span;
}

/**
 * Names that could be two things are problems, and do not count: then the key is called as without them.
 * @param customKeys what else the portfolio's files may have
 */
export function readKeyNames(
  node: YamlNode | undefined,
  customKeys: readonly string[],
  problems: Problem[],
): KeyNames {
  if (!node || node.kind === 'empty') return ourNames;
  if (node.kind !== 'map') {
    const message =
      'Names of our keys are expected here, each with a colon and your own name: { elements: satisfies }.';
    problems.push({ span: node.span, message });
    return ourNames;
  }
  const named = node.entries.flatMap((entry) => readName(entry, problems) ?? []);
  const renamed = new Set(named.map(({ key }) => key));
  const taken = new Map<string, string>();
  for (const key of ours) if (!renamed.has(key)) taken.set(key, `“${key}” is one of our own keys`);
  for (const key of customKeys) taken.set(key, `“${key}” is among the custom-keys`);
  const own = new Map<FrontMatterKey, readonly string[]>();
  for (const { key, name, span } of named) {
    const conflict = taken.get(name) ?? outerOf(name, taken);
    if (conflict !== undefined)
      problems.push({
        span,
        message: `${conflict}, so it cannot be the name of “${key}”. Write another name.`,
      });
    else if (name !== key) own.set(key, name.split('.'));
    taken.set(name, `“${name}” is the name of “${key}”`);
  }
  return keyNames(own);
}

function readName({ key, value }: YamlEntry, problems: Problem[]): OwnName | undefined {
  const known = ours.find((one) => one === key.text);
  if (known === undefined) {
    const near = nearestWord(key.text, ours);
    const advice = near ? `Did you mean “${near}”?` : `It can be one of these: ${ours.join(', ')}.`;
    const suggestions = near ? { suggestions: [{ replacement: near, label: near }] } : {};
    problems.push({
      span: key.span,
      message: `“${key.text}” is not one of our keys. ${advice}`,
      ...suggestions,
    });
    return undefined;
  }
  const name = value.kind === 'scalar' ? value.text.trim() : '';
  if (isName(name)) return { key: known, name, span: value.span };
  problems.push({
    span: value.kind === 'empty' ? key.span : value.span,
    message: `Write what your files call “${known}”, such as satisfies; with a full stop where it stands in the map of another key: compliance.controls.`,
  });
  return undefined;
}

/** Letters, figures, hyphens and the like; a space would be one of the name, and a colon its end. */
const isName = (name: string): boolean =>
  /^[\p{L}\p{N}_$@/-][\p{L}\p{N}_$@/ -]*(?:\.[\p{L}\p{N}_$@/-][\p{L}\p{N}_$@/ -]*)*$/u.test(name) &&
  !/ (?:\.|$)/.test(name);

/** `compliance.controls` where `compliance` is the name of a key with a value of its own. */
function outerOf(name: string, taken: ReadonlyMap<string, string>): string | undefined {
  const [outer = ''] = name.split('.');
  const isOurs = ours.some((key) => key === outer) || [...taken.keys()].includes(outer);
  return name.includes('.') && isOurs ? taken.get(outer) : undefined;
}
