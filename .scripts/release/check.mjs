// @ts-check
// What has to be true of the sources before they are released, and what follows from a version.

/** What the maintainer pushes: `release-1.0.0`. The tags that others use, `v1.0.0` and `v1`, are made of it. */
const tagOf = (/** @type {string} */ version) => `release-${version}`;

/**
 * @typedef {object} Sources
 * @property {{ readonly version: string }} manifest package.json
 * @property {{ readonly version: string }} lock package-lock.json
 * @property {string} changelog the text of CHANGELOG.md
 */

/**
 * What stands in the way of a release, in words that say what to do; nothing where it may go out.
 *
 * @param {Sources} sources
 * @param {string} [tag] the tag that is released; without it, what is wrong with the sources whatever the tag is
 * @returns {readonly string[]}
 */
export function problemsOf({ manifest: { version }, lock, changelog }, tag) {
  const isPlain = /^\d+\.\d+\.\d+$/.test(version);
  const heading = headingOf(changelog, version);
  return [
    ...(isPlain ? [] : [`"${version}" in package.json is no version of three numbers, as VS Code's Marketplace asks for it.`]),
    ...(lock.version === version
      ? []
      : [`package-lock.json says version ${lock.version}, package.json ${version}. Run: npm install --ignore-scripts`]),
    ...(tag === undefined || tag === tagOf(version)
      ? []
      : [`The tag is "${tag}", and that of version ${version} is "${tagOf(version)}".`]),
    ...(heading === undefined
      ? [`CHANGELOG.md has no heading "## ${version} - " with the day.`]
      : tag === undefined || isDay(heading)
        ? []
        : [`CHANGELOG.md says "${heading}" for version ${version}. Write the day of the release there, such as 2026-11-30.`]),
  ]; // prettier-ignore
}

const isDay = (/** @type {string} */ text) => /^\d{4}-\d{2}-\d{2}$/.test(text);

/**
 * What stands behind a version in its heading: a day, or that it is not released.
 *
 * @param {string} changelog
 * @param {string} version
 * @returns {string | undefined}
 */
const headingOf = (changelog, version) =>
  sectionsOf(changelog)
    .find(({ heading }) => heading.startsWith(`${version} - `))
    ?.heading.slice(version.length + 3);

/**
 * What the changelog says of a version, below its heading.
 *
 * @param {string} changelog
 * @param {string} version
 * @returns {string}
 */
export const notesOf = (changelog, version) =>
  `${
    sectionsOf(changelog)
      .find(({ heading }) => heading.startsWith(`${version} - `))
      ?.text.trim() ?? ''
  }\n`;

/** @param {string} changelog */
const sectionsOf = (changelog) =>
  changelog
    .replaceAll('\r\n', '\n')
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [heading = '', ...lines] = section.split('\n');
      return { heading: heading.trim(), text: lines.join('\n') };
    });

/**
 * Who gets a version by themselves. VS Code's Marketplace knows no versions such as 1.1.0-beta: what it advises is that
 * an odd second number is a pre-release (https://code.visualstudio.com/api/working-with-extensions/publishing-extension).
 *
 * @param {string} version
 * @returns {'stable' | 'pre-release'}
 */
export const channelOf = (version) => (Number(version.split('.')[1]) % 2 === 1 ? 'pre-release' : 'stable');
