/** What the pages of one pack are made from. */
import type { Root } from 'hast';
import type { PackContents, PackedElement, PackedEvidence } from '../../core/pack/model';
import { evidenceHtml } from './evidenceHtml';
import { evidenceTree } from './evidenceTree';
import { upFrom } from './page';

export interface Site {
  readonly contents: PackContents;
  /** The text of a piece of evidence for a page. @param level of its first heading */
  readonly textOf: (evidence: PackedEvidence, path: string, level: number) => string;
  /** The elements that a piece of evidence is for. */
  readonly elementsOf: (evidence: PackedEvidence) => readonly PackedElement[];
}

export const indexPath = 'index.html';
export const printPath = 'print.html';
export const visitsPath = 'visits.html';
export const calendarPath = 'visits.ics';
export const lackingPath = 'not-in-the-pack.html';

export function siteOf(contents: PackContents): Site {
  const trees = new Map<PackedEvidence, Root>();
  const treeOf = (one: PackedEvidence): Root => {
    const { file, key } = one;
    const tree = trees.get(one) ?? evidenceTree(file.text.slice(file.bodyStart), key);
    trees.set(one, tree);
    return tree;
  };
  const paths = new Map(
    contents.standards.flatMap(({ elements }) => [...elements].map(([id, { path }]) => [id, path] as const)),
  );
  const texts = new Map<string, string>();
  const textOf = (one: PackedEvidence, path: string, level: number): string => {
    const up = upFrom(path);
    const name = `${one.key} ${level} ${up}`;
    const known = texts.get(name);
    if (known !== undefined) return known;
    const text = evidenceHtml(treeOf(one), {
      key: one.key,
      level,
      up,
      title: one.title,
      leadOf: (destination) => contents.leadOf(one, destination),
      elementPath: (id) => paths.get(id),
    });
    texts.set(name, text);
    return text;
  };
  return { contents, textOf, elementsOf: elementsByEvidence(contents) };
}

function elementsByEvidence({ standards }: PackContents): Site['elementsOf'] {
  const found = new Map<PackedEvidence, PackedElement[]>();
  for (const { elements } of standards)
    for (const element of elements.values())
      for (const one of [...element.shown, ...element.told]) {
        const own = found.get(one);
        if (own) own.push(element);
        else found.set(one, [element]);
      }
  return (evidence) => found.get(evidence) ?? [];
}
