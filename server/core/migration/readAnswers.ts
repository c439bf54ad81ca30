/** Answers to what editions leave open, as people type them, or write them into a file. */
import { mappingFilesOf } from '../portfolio/filesOf';
import type { Portfolio } from '../portfolio/portfolio';
import { parseYaml } from '../yaml/tree';
import type { YamlNode } from '../yaml/nodes';
import type { Answers } from './answers';
import type { Editions } from './editions';
import { isMoved } from './editions';

export interface ReadAnswers {
  readonly answers: Answers;
  /** What cannot be meant, for people: a sentence for each. */
  readonly faults: readonly string[];
}

interface Answer {
  /** Undefined: everywhere. */
  readonly path: string | undefined;
  readonly id: string;
  readonly to: readonly string[];
}

/**
 * @param typed `1.3=1.4,1.5`, or with the path of a file and a colon before it
 * @param file the text of a file with answers, if there is one; what is typed goes before it
 */
export function readAnswers(
  portfolio: Portfolio,
  editions: Editions,
  typed: readonly string[],
  file: string | undefined,
): ReadAnswers {
  const paths = pathsOf(portfolio);
  const faults: string[] = [];
  const answers = [
    ...(file === undefined ? [] : answersIn(file, paths, faults)),
    ...typed.flatMap((text) => answerIn(text, editions, paths) ?? (faults.push(notRead(text)), [])),
  ];
  const everywhere = new Map<string, readonly string[]>();
  const byPath = new Map<string, Map<string, readonly string[]>>();
  for (const { path, id, to } of answers) {
    const fault = faultOf(editions, id, to);
    if (fault !== undefined) faults.push(fault);
    else if (isAnswered(editions, id)) continue;
    else if (path === undefined) everywhere.set(editions.before(id), to);
    else byPath.set(path, new Map([...(byPath.get(path) ?? []), [editions.before(id), to]]));
  }
  return { answers: { everywhere, byPath }, faults };
}

const notRead = (text: string): string =>
  `“${text}” is no answer. Write the old ID, =, and the new ones with commas between: 1.3=1.4,1.5.`;

const pathsOf = (portfolio: Portfolio): ReadonlySet<string> =>
  new Set(
    [
      ...portfolio.evidence.keys(),
      ...portfolio.plans.keys(),
      ...mappingFilesOf(portfolio),
      portfolio.manifestUri,
    ].map((uri) => portfolio.path(uri)),
  );

function answerIn(text: string, { from, to }: Editions, paths: ReadonlySet<string>): Answer | undefined {
  const path = [...paths].find((known) => text.startsWith(`${known}:`));
  const rest = path === undefined ? text : text.slice(path.length + 1);
  const marks = [...rest.matchAll(/=/g)].map(({ index }) => index);
  // An ID may have the mark in it.
  const isKnown = (mark: number): boolean => {
    const id = rest.slice(0, mark).trim();
    return from.nodes.has(id) || from.retired.has(id) || to.retired.has(id);
  };
  const mark = marks.find(isKnown) ?? marks[0];
  if (mark === undefined) return undefined;
  const said = rest.slice(mark + 1).trim();
  const ids = to.nodes.has(said) ? [said] : said.split(',').map((id) => id.trim());
  return ids.includes('') ? undefined : { path, id: rest.slice(0, mark).trim(), to: ids };
}

function answersIn(text: string, paths: ReadonlySet<string>, faults: string[]): readonly Answer[] {
  const { root, faults: wrong } = parseYaml(text.replace(/^\uFEFF/, ''));
  const [first] = wrong;
  if (first) faults.push(`The file with answers has a fault: ${first.message}`);
  else if (root.kind !== 'map' && root.kind !== 'empty')
    faults.push(
      'The file with answers has none. Write an old ID, a colon, and the new ones: 1.3: [1.4, 1.5].',
    );
  if (root.kind !== 'map') return [];
  return root.entries.flatMap(({ key, value }): readonly Answer[] => {
    if (value.kind !== 'map') return answered(undefined, key.text, value, faults);
    if (!paths.has(key.text)) {
      faults.push(`${key.text} is no file of this portfolio, so there is nothing to answer for it.`);
      return [];
    }
    return value.entries.flatMap((own) => answered(key.text, own.key.text, own.value, faults));
  });
}

function answered(
  path: string | undefined,
  id: string,
  value: YamlNode,
  faults: string[],
): readonly Answer[] {
  const items = value.kind === 'list' ? value.items : [value];
  const to = items.flatMap((item) => (item.kind === 'scalar' ? [item.text.trim()] : []));
  if (to.length > 0 && to.length === items.length) return [{ path, id, to }];
  // A question that is left open stays one.
  if (value.kind !== 'empty') faults.push(`Behind ${id}, one ID or a list of IDs is expected.`);
  return [];
}

/** Undefined where an answer can be followed. */
function faultOf({ from, to, fateOf }: Editions, id: string, ids: readonly string[]): string | undefined {
  const unknown = ids.find((next) => !to.nodes.has(next));
  if (unknown !== undefined)
    return `${unknown}, which is to stand in the place of ${id}, is not in ${to.title}.`;
  const group = ids.find((next) => from.nodes.get(id)?.assessable && !to.nodes.get(next)?.assessable);
  if (group !== undefined)
    return `${group}, which is to stand in the place of ${id}, is no element: evidence is given for elements.`;
  if (from === to || isMoved(fateOf(id)) || from.nodes.has(id)) return undefined;
  return `${id} is an ID of neither edition, so there is nothing to answer.`;
}

/** Whoever says the same once more, after the portfolio has moved: an ID that is there means itself by now. */
const isAnswered = ({ from, to }: Editions, id: string): boolean => from === to && to.nodes.has(id);
