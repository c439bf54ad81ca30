/** The mappings that portfolios name, and how each comes to its file. */
import type { MappingRead } from '../mapping/mappingFile';
import { namedFile } from '../standard/namedStandard';
import type { Uri } from '../text/span';
import type { PlacedText } from '../yaml/fields';
import type { Manifest } from './manifest';
import type { NamedFile } from './namedFiles';

/** A mapping as a manifest names it, judged by the name alone. */
export interface MappingPlace {
  readonly entry: PlacedText;
  /** Undefined where the name can be none; then `refused` says why, and what to do. */
  readonly uri: Uri | undefined;
  readonly refused?: string;
}

/** What has become of one. */
export interface NamedMapping extends MappingPlace {
  /** As it was read; undefined while it is still to be. */
  readonly file: NamedFile<MappingRead> | undefined;
}

/** @param isReadable whether a file is inside the repository, or what was opened */
export const mappingPlaces = (
  manifest: Manifest | undefined,
  root: Uri,
  isReadable: (uri: Uri) => boolean,
): readonly MappingPlace[] =>
  (manifest?.mappings ?? []).map((entry): MappingPlace => {
    if (entry.text === '') return { entry, uri: undefined, refused: noName };
    const named = namedFile(entry.text, 'mapping', { root, isReadable });
    return named.kind === 'refused'
      ? { entry, uri: undefined, refused: named.message }
      : { entry, uri: named.uri };
  });

const noName = 'Write the path to a mapping’s file here, such as standards/cse-to-iso.yaml.';
