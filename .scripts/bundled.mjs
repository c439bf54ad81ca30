// @ts-check
// What the bundles hold of other people's packages.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Bundled a package of which a bundle holds something
 * @property {string} folder where it is installed
 * @property {string} name
 * @property {string} version
 * @property {string} licence as SPDX has it, such as `MIT`; empty where the package does not say
 * @property {string} address where it is developed; empty where the package does not say
 */

/**
 * The packages that modules belong to, each version once, by name.
 *
 * @param {readonly string[]} modules as paths; those of ours belong to none
 * @returns {readonly Bundled[]}
 */
export function bundledOf(modules) {
  const folders = [...new Set(modules.flatMap(packageFolder))];
  /** @type {Map<string, Bundled>} */
  const found = new Map();
  // The same version may be installed in several places.
  for (const folder of folders.sort()) {
    const bundled = bundledIn(folder);
    const key = `${bundled.name}@${bundled.version}`;
    if (!found.has(key)) found.set(key, bundled);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, bundled]) => bundled);
}

/**
 * @param {string} module
 * @returns {readonly string[]} one folder, or none for a module of ours
 */
function packageFolder(module) {
  const [, folder] = /^(.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(module) ?? [];
  return folder === undefined ? [] : [folder];
}

/**
 * @param {string} folder of a package
 * @returns {Bundled}
 */
function bundledIn(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { name, version, license, licenses, repository, homepage } = manifest;
  const address = typeof repository === 'string' ? repository : (repository?.url ?? homepage ?? '');
  return { folder, name, version, licence: license ?? licenses?.[0]?.type ?? '', address };
}
