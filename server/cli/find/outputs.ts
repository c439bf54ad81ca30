/** What `find` prints. */
import type { FoundElement } from '../../core/search/elementIndex';
import type { Found } from '../../core/search/findElements';
import type { Lexicon, StandardNode } from '../../core/standard/standard';
import { nameInList } from '../../core/standard/standard';
import type { Terminal } from '../output/terminal';
import { printable, printableJson, terminal, wrap } from '../output/terminal';

/** As many as anybody looks through. */
const shown = 10;
const width = 88;

/**
 * A contract: `elements`, best first; `kind` is `found`, `nearest` where no element has the words, or `groups` where
 * none has words near them: then `groups` has the parts of the standard.
 */
/** @param idOf the id of the standard that an element is of */
export function foundAsJson(idOf: (id: string) => string, found: Found): string {
  const named = ({ id, text, title }: StandardNode): object => ({
    id,
    standard: idOf(id),
    text: text || title,
  });
  const elements = elementsOf(found).map(({ element, score, because }) => ({
    ...named(element),
    score,
    because,
  }));
  const groups = found.kind === 'groups' ? { groups: found.groups.map(named) } : {};
  return `${printableJson({ kind: found.kind, elements, ...groups })}\n`;
}

export function foundAsText(standard: Lexicon, found: Found, isTerminal: boolean): string {
  const out = terminal(isTerminal);
  const lines =
    found.kind === 'groups'
      ? found.groups.map((group) => printable(nameInList(group, width, '  ')))
      : elementsOf(found).flatMap((one) => elementAsText(one, out));
  const heading = headingOf(found, printable(standard.title));
  return [...(heading ? [heading, ''] : []), ...lines, ''].join('\n');
}

function headingOf({ kind }: Found, standard: string): string {
  if (kind === 'found') return '';
  return kind === 'nearest'
    ? `No element of ${standard} has these words. The nearest:`
    : `No element of ${standard} has these words, or any near them. Its parts:`;
}

const elementsOf = (found: Found): readonly FoundElement[] =>
  found.kind === 'groups' ? [] : found.elements.slice(0, shown);

function elementAsText({ element, because }: FoundElement, out: Terminal): readonly string[] {
  const { id, text, title } = element;
  const indent = ' '.repeat(id.length + 2);
  const [first = '', ...others] = wrap(text || title, width - indent.length);
  return [
    `${out.style('strong', printable(id))}  ${first}`,
    ...others.map((line) => `${indent}${line}`),
    ...wrap(because.join(', '), width - indent.length).map((line) => out.style('faint', `${indent}${line}`)),
  ];
}
