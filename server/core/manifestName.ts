/** Beside the manifest's parser, for what knows manifests by their name only: it needs no YAML. */

/** What a manifest is called. */
export const manifestName = 'portfolio.yaml';
