// @ts-check
// The folder that is the package of npm, the action and the hook for pre-commit in one. It has been built: whoever takes
// it installs nothing more.
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { billFile, billOf } from '../billOfMaterials.mjs';
import { bundledOf } from '../bundled.mjs';
import { noticesFile, noticesOf } from '../notices.mjs';
import { modulesFile } from './place.mjs';

/** The bundles that it has: those that Node runs. */
const bundles = 'dist/node';

const copied = [
  'dist/cli.js',
  'dist/server.js',
  bundles,
  // The pages of rules and the standards, to which findings and links lead.
  'docs/rules',
  'schemas',
  // What a release is besides a package.
  'action.yml',
  '.pre-commit-hooks.yaml',
  'ci',
  'LICENSE',
  'README.md',
  'CHANGELOG.md',
  'SECURITY.md',
];

/** What of package.json holds for the command line and the language server as well. */
const kept = /** @type {const} */ ([
  ...['name', 'version', 'description', 'license', 'author', 'homepage', 'bugs', 'repository', 'keywords'],
  'bin',
]);

/**
 * The package.json of the package of npm: without what the extension contributes, and without anything to be installed
 * or run, which an install from git, as pre-commit does it, would take for its own.
 *
 * @param {Readonly<Record<string, unknown>> & { readonly engines: { readonly node: string } }} manifest
 * @returns {Readonly<Record<string, unknown>>}
 */
export function manifestForNpm(manifest) {
  const own = Object.fromEntries(kept.flatMap((key) => (key in manifest ? [[key, manifest[key]]] : [])));
  return {
    ...own,
    engines: { node: manifest.engines.node },
    exports: {
      './package.json': './package.json',
      './server': './dist/server.js',
      './schemas/*': './schemas/*',
    },
  };
}

/**
 * Makes the folder of what has been built. What is there already goes.
 *
 * @param {string} folder
 */
export function makePackage(folder) {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  for (const name of copied) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(name, join(folder, name), { recursive: true });
  }
  for (const command of Object.values(manifest.bin)) chmodSync(join(folder, command), 0o755);
  const packages = bundledOf(builtModules());
  write(folder, 'package.json', `${JSON.stringify(manifestForNpm(manifest), undefined, 2)}\n`);
  write(folder, noticesFile, noticesOf(packages));
  write(folder, billFile, billOf(manifest, packages));
}

/** @returns {readonly string[]} */
function builtModules() {
  /** @type {readonly { readonly folder: string, readonly module: string }[]} */
  const all = JSON.parse(readFileSync(modulesFile, 'utf8'));
  return all.flatMap(({ folder, module }) => (folder === bundles ? [module] : []));
}

/** @type {(folder: string, name: string, text: string) => void} */
const write = (folder, name, text) => writeFileSync(join(folder, name), text);
