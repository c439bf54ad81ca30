/** The address of a file of the package, such as `docs/rules/title-missing.md`; the bundles for Node lie in dist/node. */
export const beside = (path: string): URL => new URL(`../../${path}`, import.meta.url);
