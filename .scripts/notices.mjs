// @ts-check
// The notices of what the bundles hold of other people's work, made by the build.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where they stand, at the top of the package. */
export const noticesFile = 'THIRD-PARTY-NOTICES.txt';

/**
 * The name, version, address and licence of each package that has a file in a bundle, with the whole text of its licence.
 *
 * @param {readonly string[]} modules that the bundles hold, as paths
 * @returns {string}
 * @throws {Error} where a package has no text of a licence: then it may not be given to others
 */
export function noticesOf(modules) {
  const notices = [...new Set(modules.flatMap(packageFolder))].map(noticeOf).sort();
  return `Evidence Portfolio contains parts of the packages below. Their authors allow it under these licences.\n${[...new Set(notices)].join('')}`;
}

/**
 * @param {string} module
 * @returns {readonly string[]} one folder, or none for a module of ours
 */
function packageFolder(module) {
  const [, folder] = /^(.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(module) ?? [];
  return folder === undefined ? [] : [folder];
}

/** @param {string} folder of a package */
function noticeOf(folder) {
  const { name, version, license, licenses, repository, homepage } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const address = typeof repository === 'string' ? repository : (repository?.url ?? homepage ?? '');
  const kind = license ?? licenses?.[0]?.type;
  const rule = '-'.repeat(80);
  return `\n${rule}\n${name} ${version} (${kind})\n${address}\n\n${licenceOf(folder, kind)}\n`;
}

/**
 * The text of a package's licence, with the notices beside it.
 *
 * @param {string} folder
 * @param {string | undefined} kind
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
