/** Files that are copied into a pack: each once, under a name that no other has. */
import type { Uri } from '../text/span';
import { fileName } from '../text/uri';
import { copyName, uniqueNames } from './fileNames';
import type { PackOptions } from './selection';
import type { LookAt } from './sources';

export interface Copy {
  readonly uri: Uri;
  /** From the top of the pack. */
  readonly path: string;
  readonly bytes: number;
}

export interface Copies {
  /** The copy of a file, or why there is none. */
  readonly copyOf: (uri: Uri) => Copy | { readonly why: string };
  /** Those that somebody has asked for, in the order in which they were. */
  readonly all: () => readonly Copy[];
}

/** A browser takes these for pages, and would do what stands in them: they are handed over as text. */
const acting = /\.(?:x?html?|xht|shtml?|mht(?:ml)?|xml|xslt?|htc|hta|js|mjs|url|webloc|lnk|desktop)$/i;

export function copiesOf(look: LookAt, { isPublic }: PackOptions): Copies {
  const unique = uniqueNames();
  const copies = new Map<Uri, Copy>();
  const copyOf = (uri: Uri): Copy | { readonly why: string } => {
    if (isPublic) return { why: 'a pack for everybody has no attachments' };
    const known = copies.get(uri);
    if (known) return known;
    const found = look(uri);
    if (found.kind !== 'file') return { why: found.why };
    const name = copyName(fileName(uri));
    const copy = {
      uri,
      path: `attachments/${unique(acting.test(name) ? `${name}.txt` : name)}`,
      bytes: found.bytes,
    };
    copies.set(uri, copy);
    return copy;
  };
  return { copyOf, all: () => [...copies.values()] };
}
