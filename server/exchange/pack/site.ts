/** What the pages of one pack are made from. */
import type { PackContents, PackedElement, PackedEvidence } from '../../core/pack/model';
import { evidenceHtml, inPage } from './evidenceHtml';
import { evidenceTree } from './evidenceTree';
import type { Html } from './page';
import { upFrom } from './page';

export interface Site {
  readonly contents: PackContents;
  /** The text of a piece of evidence for a page. @param level of its first heading */
  readonly textOf: (evidence: PackedEvidence, path: string, level: number) => Iterable<Html>;
  /** The elements that a piece of evidence is for. */
  readonly elementsOf: (evidence: PackedEvidence) => readonly PackedElement[];
}

export const indexPath = 'index.html';
export const printPath = 'print.html';
export const visitsPath = 'visits.html';
export const calendarPath = 'visits.ics';
export const lackingPath = 'not-in-the-pack.html';

/** Reads all texts: by then, it is known which files are copied. The trees of which they are made are not kept. */
export function siteOf(contents: PackContents): Site {
  const paths = new Map(
    contents.standards.flatMap(({ elements }) => [...elements].map(([id, { path }]) => [id, path] as const)),
  );
  const texts = new Map(
    contents.evidence.map((one) => {
      const { file, key, title } = one;
      const text = evidenceHtml(evidenceTree(file.text.slice(file.bodyStart), key), {
        key,
        title,
        leadOf: (destination) => contents.leadOf(one, destination),
        elementPath: (id) => paths.get(id),
      });
      return [one, text] as const;
    }),
  );
  const textOf = (one: PackedEvidence, path: string, level: number): Iterable<Html> => {
    const text = texts.get(one);
    return text === undefined ? [] : inPage(text, level, upFrom(path));
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
