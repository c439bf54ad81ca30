// @ts-check
// Known weaknesses of what the bundles hold. All that they hold is among the devDependencies, as nothing is installed
// with the package: `npm audit --omit=dev` would look at nothing.
import { spawnSync } from 'node:child_process';
import { npmCommand } from '../processes.mjs';

/**
 * @typedef {object} Weakness
 * @property {string} name of the package
 * @property {string} severity
 * @property {string} title
 * @property {string} address
 */

/**
 * What an answer of `npm audit --json` says of packages.
 *
 * @param {unknown} answer
 * @param {(place: string) => boolean} counts by the folder that a package is in, such as `node_modules/yaml`
 * @returns {readonly Weakness[]}
 */
export function weaknessesIn(answer, counts) {
  const { vulnerabilities = {} } =
    /** @type {{ vulnerabilities?: Record<string, { nodes?: string[], via?: (string | { name: string, severity: string, title: string, url: string })[] }> }} */ (
      answer
    );
  return Object.values(vulnerabilities)
    .filter(({ nodes = [] }) => nodes.some((place) => counts(place.replaceAll('\\', '/'))))
    .flatMap(({ via = [] }) => via)
    .flatMap((why) =>
      typeof why === 'string'
        ? []
        : [{ name: why.name, severity: why.severity, title: why.title, address: why.url }],
    );
}

/**
 * Asks the registry.
 *
 * @returns {unknown} the answer; undefined where none came
 */
export function askRegistry() {
  const { command, args, shell } = npmCommand(['audit', '--json']);
  const { stdout } = spawnSync(command, args, { encoding: 'utf8', shell, maxBuffer: 1 << 26 });
  try {
    const answer = JSON.parse(stdout);
    return 'vulnerabilities' in answer ? answer : undefined;
  } catch {
    return undefined;
  }
}
