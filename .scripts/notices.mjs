// @ts-check
// The notices of what the bundles hold of other people's work, made by the build.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where they stand, at the top of the package. */
export const noticesFile = 'THIRD-PARTY-NOTICES.txt';

/**
 * The name, version, address and licence of each package that has a part in a bundle, with the whole text of its
 * licence.
 *
 * @param {readonly import('./bundled.mjs').Bundled[]} packages
 * @returns {string}
 * @throws {Error} where a package has no text of a licence: then it may not be given to others
 */
export const noticesOf = (packages) =>
  `Evidence Portfolio contains parts of the packages below. Their authors allow it under these licences.\n${packages.map(noticeOf).join('')}`;

/** @param {import('./bundled.mjs').Bundled} bundled */
function noticeOf({ folder, name, version, licence, address }) {
  const rule = '-'.repeat(80);
  return `\n${rule}\n${name} ${version} (${licence})\n${address}\n\n${licenceOf(folder, licence)}\n`;
}

/**
 * The text of a package's licence, with the notices beside it.
 *
 * @param {string} folder
 * @param {string} kind
 */
function licenceOf(folder, kind) {
  const files = readdirSync(folder).sort();
  const named = (/** @type {RegExp} */ name) =>
    files
      .filter((file) => name.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  const licences = named(/^licen[cs]e(?:[.-].*)?$/i);
  if (licences.length > 0)
    return [...licences, ...named(/^(?:notice|third-?party-?notices)(?:[.-].*)?$/i)].join('\n\n');
  // One old package says in its readme whose it is, and by its address that the terms are those of this one.
  const [, holder] = /^licen[cs]e\n=+\n+(copyright .*)$/im.exec(named(/^readme\.md$/i).join('')) ?? [];
  if (kind !== 'MIT' || holder === undefined) throw new Error(`${folder} has no text of its licence.`);
  const ours = readFileSync('LICENSE', 'utf8').trim();
  return `MIT License\n\n${holder}\n\n${ours.slice(ours.indexOf('Permission is hereby granted'))}`;
}
