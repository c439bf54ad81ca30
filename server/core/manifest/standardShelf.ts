/** The standards that portfolios can name: the built-in ones, and those that have been read from files. */
import { valueOf } from '../yaml/fields';
import type { Manifest } from './manifest';
import type { StandardEntry } from './namedStandards';
import type { NamedFile } from './namedFiles';
import { NamedFiles } from './namedFiles';
import type { Uri } from '../text/span';
import { foreignStandard } from '../standard/foreignStandard';
import { namedStandard } from '../standard/namedStandard';
import { adoptedAs } from '../standard/adoptedStandard';
import { inLanguage } from '../standard/inLanguage';
import type { Profile, Standard } from '../standard/standard';
import { parseStandard, standardFromData } from '../standard/standardFile';

/** How a portfolio comes to its standard: it is there, not read yet, not to be had, not to be read, or has faults. */
export type StandardSource =
  /** Nothing says which it is. */
  | { readonly kind: 'unnamed' }
  /** `uri`: its file, where it is not a built-in one. */
  | { readonly kind: 'ready'; readonly uri?: Uri }
  | { readonly kind: 'pending'; readonly uri: Uri }
  /** Neither a file nor one of the built-in standards, whose ids are here. */
  | { readonly kind: 'absent'; readonly uri: Uri; readonly builtIn: readonly string[] }
  /** The manifest names what can be no standard; `message` says why, and what to do. */
  | { readonly kind: 'refused'; readonly message: string; readonly manifest: Uri }
  /** A symbolic link leads to it out of the repository: nobody has looked there. */
  | { readonly kind: 'outside'; readonly uri: Uri }
  /** The file is there; `reason` is for people. */
  | { readonly kind: 'unreadable'; readonly uri: Uri; readonly reason: string }
  /** `foreign`: it is no standard file, but of another kind that can be imported, in words for people. */
  | { readonly kind: 'faulty'; readonly uri: Uri; readonly foreign?: string };

/** A standard as a manifest names it. */
export interface AdoptedStandard {
  /** What the portfolio's files call it; undefined where the manifest says `standard`, and there is no other. */
  readonly name: string | undefined;
  /** Its IDs have the name before them, and its elements are those of the profile. */
  readonly standard: Standard;
  readonly source: StandardSource;
  /** The part of the standard that the portfolio is kept against; undefined: all of it. */
  readonly profile: Profile | undefined;
}

const emptyStandard: Standard = standardFromData('', {});

type StandardRead = ReturnType<typeof parseStandard>;

export class StandardShelf extends NamedFiles<StandardRead> {
  readonly #builtIn: ReadonlyMap<string, Standard>;

  /** @param builtIn by id; the first one is the standard of a portfolio that names none */
  constructor(builtIn: ReadonlyMap<string, Standard>) {
    super(parseStandard);
    this.#builtIn = builtIn;
  }

  /**
   * The standards of a portfolio; an empty one where there is none to be had.
   * @param isReadable whether a file is inside the repository, or what was opened
   * @param language to show them in, whatever the manifest says
   */
  standardsOf(
    manifest: Manifest | undefined,
    root: Uri,
    isReadable: (uri: Uri) => boolean,
    language?: string,
  ): readonly [AdoptedStandard, ...AdoptedStandard[]] {
    const shown = language ?? (manifest && valueOf(manifest.language));
    const adopted = (entry: StandardEntry | undefined): AdoptedStandard => {
      const name = entry?.name;
      const { standard: read, source } = this.#standardOf(entry, manifest, root, isReadable);
      const standard = inLanguage(read, shown);
      const wanted = entry && valueOf(entry.profile);
      const profile = standard.profiles.find(({ id }) => id === wanted);
      return { name, standard: adoptedAs(standard, { name, profile: profile?.id }), source, profile };
    };
    const [first, ...others] = manifest?.standards ?? [undefined];
    return [adopted(first), ...others.map(adopted)];
  }

  #standardOf(
    entry: StandardEntry | undefined,
    manifest: Manifest | undefined,
    root: Uri,
    isReadable: (uri: Uri) => boolean,
  ): { readonly standard: Standard; readonly source: StandardSource } {
    const name = entry && valueOf(entry.file);
    // Who gives a standard a name means one; the first of those that are built in is for who says nothing at all.
    if (entry?.span && !name) return { standard: emptyStandard, source: { kind: 'unnamed' } };
    const named = namedStandard(name, { builtIn: this.#builtIn, root, isReadable });
    if (named.kind === 'builtIn')
      return { standard: named.standard ?? emptyStandard, source: { kind: 'ready' } };
    if (named.kind === 'refused')
      return { standard: emptyStandard, source: { ...named, manifest: manifest?.uri ?? root } };
    const { uri } = named;
    const read = this.files.get(uri) ?? { kind: 'pending' };
    if (read.kind === 'absent')
      return { standard: emptyStandard, source: { ...read, uri, builtIn: [...this.#builtIn.keys()] } };
    if (read.kind !== 'read') return { standard: emptyStandard, source: { ...read, uri } };
    return { standard: calledBy(read.value.standard, name ?? ''), source: sourceOf(uri, read) };
  }
}

const called = new WeakMap<Standard, Map<string, Standard>>();

/** In outputs, a standard from a file has the name under which the manifest knows it. */
function calledBy(standard: Standard, id: string): Standard {
  const made = called.get(standard) ?? new Map<string, Standard>();
  called.set(standard, made);
  const own = made.get(id) ?? { ...standard, id, names: { ...standard.names, short: [id] } };
  made.set(id, own);
  return own;
}

function sourceOf(
  uri: Uri,
  { text, value }: Extract<NamedFile<StandardRead>, { kind: 'read' }>,
): StandardSource {
  if (value.problems.length === 0) return { kind: 'ready', uri };
  const foreign = foreignStandard(uri, text);
  return foreign === undefined ? { kind: 'faulty', uri } : { kind: 'faulty', uri, foreign };
}
