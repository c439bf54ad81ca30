/** Beside the manifest's parser, for what knows manifests by their name only: it needs no YAML. */

/** What a manifest is called. */
export const manifestName = 'portfolio.yaml';

/** Whether a file of this name is read as a manifest: some write `.yml`, and some systems do not mind capitals. */
export const isManifestName = (name: string): boolean => /^portfolio\.ya?ml$/i.test(name);

/** Names to look for where no list of the folder’s files is at hand. */
export const usualManifestNames: readonly string[] = [manifestName, 'portfolio.yml'];

/**
 * Whether a file of this name is a manifest, or may have been meant as one: Notepad adds `.txt`, a copied name has the
 * ending twice, and settings of other tools begin with a dot.
 */
export const mayBeManifest = (name: string): boolean =>
  /^\.?portfolio\.ya?ml(?:\.(?:txt|ya?ml))?$/i.test(name);
