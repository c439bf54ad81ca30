/** manifest.json of a pack: what is in it, byte for byte, and where it came from. */
import type { PackContents } from '../../core/pack/model';
import type { Origins } from '../../core/pack/origins';
import { printableJson } from '../../core/text/printable';
import type { PackFile } from './packFiles';

export const manifestPath = 'manifest.json';

export interface ManifestFile {
  /** From the top of the pack, with `/`. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
  /** The file of the portfolio that it was made of or copied from, from the top of the repository. */
  readonly source?: string;
  /** The last commit that changed that file; absent where no commit has it as it is. */
  readonly commit?: string;
}

export interface PackManifest {
  readonly version: 1;
  readonly title: string;
  readonly standards: readonly string[];
  /** The day to judge reviews by. */
  readonly asOf: string;
  readonly public: boolean;
  readonly drafts: boolean;
  /** What was checked out. */
  readonly commit?: string;
  readonly files: readonly ManifestFile[];
}

export const manifestText = (manifest: PackManifest): string => `${printableJson(manifest)}\n`;

export function manifestOf(
  { title, standards, day, options }: PackContents,
  { commit }: Origins,
  files: readonly ManifestFile[],
): PackManifest {
  return {
    version: 1,
    title,
    standards: standards.map(({ standard }) => standard.id),
    asOf: day,
    public: options.isPublic,
    drafts: options.hasDrafts,
    ...(commit === undefined ? {} : { commit }),
    files,
  };
}

/** Of what a file was made or copied. */
export function originOf(file: PackFile, origins: Origins): Partial<Pick<ManifestFile, 'source' | 'commit'>> {
  const uri = file.kind === 'text' ? file.source : file.copy.uri;
  if (uri === undefined) return {};
  const commit = origins.commitOf(uri);
  return { source: origins.sourceOf(uri), ...(commit === undefined ? {} : { commit }) };
}

/** Undefined where a text is no such manifest. */
export function readManifest(text: string): PackManifest | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return isManifest(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null;

const isManifest = (data: unknown): data is PackManifest =>
  isRecord(data) &&
  data['version'] === 1 &&
  typeof data['title'] === 'string' &&
  typeof data['asOf'] === 'string' &&
  Array.isArray(data['files']) &&
  data['files'].length > 0 &&
  data['files'].every(isFile);

const isFile = (data: unknown): data is ManifestFile =>
  isRecord(data) &&
  typeof data['path'] === 'string' &&
  typeof data['size'] === 'number' &&
  typeof data['sha256'] === 'string' &&
  /^[0-9a-f]{64}$/.test(data['sha256']);
