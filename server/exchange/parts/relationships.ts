/** How the parts of Excel's and Word's files find each other (ECMA-376, part 2, 6.5). */
import { attribute, readXml } from './xml';
import type { Parts } from './zip';

export interface Relationship {
  readonly id: string;
  /** The last word of its type, which strict and usual files have alike: `worksheet`, `hyperlink`. */
  readonly type: string;
  /** As it stands there; an address outside of the file as well. */
  readonly target: string;
  /** The name of the part to which it leads, from the top of the file. */
  readonly part: string;
}

/** @param part whose relationships they are; empty: of the file as a whole */
export function relationshipsOf(parts: Parts, part: string): readonly Relationship[] {
  const found: Relationship[] = [];
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  readXml(parts.get(`${folder}_rels/${part.slice(folder.length)}.rels`) ?? '', {
    open: (element, attributes) => {
      if (element !== 'Relationship') return;
      const told = (name: string): string => attribute(attributes, name) ?? '';
      const target = told('Target');
      const type = told('Type').replace(/^.*\//, '');
      found.push({ id: told('Id'), type, target, part: resolved(folder, target) });
    },
  });
  return found;
}

/** Where links lead, by the IDs of the relationships of a part. */
export const linksOf = (parts: Parts, part: string): ReadonlyMap<string, string> =>
  new Map(relationshipsOf(parts, part).map(({ id, target }) => [id, target]));

/** The part with which the file begins; undefined where it does not say. */
export const firstPartOf = (parts: Parts): string | undefined =>
  relationshipsOf(parts, '').find(({ type }) => type === 'officeDocument')?.part;

/** The text of the part that stands to another one as `type` says, or that usually does; empty where there is none. */
export function partBeside(parts: Parts, part: string, type: string, usual: string): string {
  const told = relationshipsOf(parts, part).find((one) => one.type === type)?.part;
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  return (told === undefined ? undefined : parts.get(told)) ?? parts.get(folder + usual) ?? '';
}

/** Some programs write `/xl/styles.xml`, some `styles.xml` or `../xl/styles.xml`, and a few with the slashes of Windows. */
function resolved(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : folder + path).split('/'))
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  return steps.join('/');
}
