/** Beside the manifest's parser, for what knows manifests by their name only: it needs no YAML. */

/** What a manifest is called. */
export const manifestName = 'portfolio.yaml';

/** Whether a file of this name is read as a manifest: some write `.yml`, and some systems do not mind capitals. */
export const isManifestName = (name: string): boolean => /^portfolio\.ya?ml$/i.test(name);
