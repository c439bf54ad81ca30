/** `standard show`: what the standard says of a node, at length and with its acknowledgement. */
import { parse, resolve } from 'node:path';
import {
  nodeNamed,
  replacedWords,
  replacementOf,
  replacementsOf,
  retiredWords,
} from '../../core/standard/retired';
import type { Standard, StandardNode } from '../../core/standard/standard';
import { idAndTitle, nameInList } from '../../core/standard/standard';
import { hasLanguage, inLanguage, languagesOf } from '../../core/standard/inLanguage';
import { relatedWords } from '../../core/standard/related';
import { parseStandard } from '../../core/standard/standardFile';
import { didYouMean, nearestNode, suggestionOf } from '../../core/standard/suggest';
import { nodeFileAccess, uriOfPath } from '../../host/disk/nodeFileAccess';
import { listOf } from '../../words/counts';
import { wordMeant } from '../command/wordMeant';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import type { ShowStandardTold } from './commands';
import { positionsIn } from '../output/position';
import { RunError } from '../command/errors';
import type { Terminal } from '../output/terminal';
import { printable, terminal, wrap } from '../output/terminal';

const width = 88;

export async function showStandard(
  { id, standard: name, language }: ShowStandardTold,
  surroundings: Surroundings,
): Promise<ExitStatus> {
  const { standard: read, fault } = await findStandard(name, surroundings);
  if (language !== undefined && !hasLanguage(read, language)) throw new RunError(noLanguage(read, language));
  const standard = inLanguage(read, language);
  const node = nodeNamed(standard, id);
  if (!node) {
    const replacements = replacementsOf(standard, id);
    if (replacements) {
      surroundings.write(`${printable(retiredWords(id, replacements))}\n`);
      return 0;
    }
    const near = nearestNode(standard, id, standard.nodes.values());
    throw new RunError(
      `${id} is not in ${standard.title}.${didYouMean(near ? [suggestionOf(near)] : [])}${fault === undefined ? '' : ` Yet ${fault}`}`,
    );
  }
  const replaced = replacementOf(standard, id) ? `${printable(replacedWords(id, node))}\n\n` : '';
  surroundings.write(`${replaced}${nodeAsText(standard, node, terminal(surroundings.isTerminal))}`);
  if (fault === undefined) return 0;
  surroundings.complain(`evidence-portfolio: ${printable(fault)}\n`);
  return 2;
}

function noLanguage(standard: Standard, language: string): string {
  const known = languagesOf(standard);
  return `${standard.title} has no words in the language ${language}.${known.length > 0 ? ` It has them in ${listOf(known)}.` : ''}`;
}

interface Found {
  readonly standard: Standard;
  /** What is wrong in its file, for people. */
  readonly fault?: string;
}

/** @throws RunError */
async function findStandard(name: string | undefined, { standards }: Surroundings): Promise<Found> {
  const builtIn = name === undefined ? [...standards.values()][0] : standards.get(name);
  if (builtIn) return { standard: builtIn };
  const place = name ?? '';
  const [outcome] = await nodeFileAccess.readMany([uriOfPath(place)], uriOfPath(parse(resolve(place)).root));
  if (outcome?.kind !== 'text')
    throw new RunError(
      `there is no built-in standard and no readable file ${place}.${wordMeant(place, [...standards.keys()])} Built in: ${[...standards.keys()].join(', ')}.`,
    );
  const { standard, problems } = parseStandard(place, outcome.text);
  const [problem] = problems;
  if (standard.elements.length === 0)
    throw new RunError(`${place} is not a standard: ${problem?.message ?? 'it has no elements.'}`);
  if (!problem) return { standard };
  const { line } = positionsIn(outcome.text)(problem.span.start);
  return {
    standard,
    fault: `the standard in ${place} has faults, so the result is not complete. In line ${line}: ${problem.message}`,
  };
}

/** A line that stands further in stays so where it is broken. */
function indented(line: string): readonly string[] {
  const [indent = ''] = /^ {0,20}/.exec(line) ?? [];
  return wrap(line, width - indent.length).map((part) => indent + part);
}

const nameOf = (node: StandardNode): string =>
  node.hasId && node.title ? `${node.id}  ${node.title}` : idAndTitle(node);

/** All that a standard says of a node, with its acknowledgement. */
export function nodeAsText(standard: Standard, node: StandardNode, out: Terminal): string {
  // The items of a statement stand on lines of their own.
  const paragraph = (text: string): readonly string[] => [
    ...text.split('\n').flatMap((line) => indented(line)),
    '',
  ];
  const bullet = (text: string): readonly string[] =>
    wrap(text, width - 2).map((line, at) => `${at === 0 ? '• ' : '  '}${line}`);
  return [
    ...node.ancestors.map((above) => out.style('faint', printable(`${above.level} ${nameOf(above)}`))),
    out.style('strong', printable(`${node.level} ${nameOf(node)}`)),
    '',
    ...(node.text ? paragraph(node.text) : []),
    ...node.introduction.flatMap(paragraph),
    ...(node.guidance.length > 0
      ? [out.style('strong', 'Guidance'), ...node.guidance.flatMap(bullet), '']
      : []),
    ...(node.related.length > 0
      ? [out.style('strong', 'Related'), ...relatedWords(standard, node).flatMap(bullet), '']
      : []),
    ...(node.children.length > 0
      ? [...node.children.flatMap((child) => bullet(nameInList(child, 200, '  '))), '']
      : []),
    ...(standard.acknowledgement
      ? wrap(standard.acknowledgement, width).map((line) => out.style('faint', line))
      : []),
    '',
  ].join('\n');
}
