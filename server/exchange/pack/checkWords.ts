/** What has become of a pack, in words. */
import { count } from '../../words/counts';
import { formatDate } from '../../words/dates';
import type { Section } from '../../words/section';
import { section } from '../../words/section';
import type { PackCheck } from './checkPack';
import { isWhole } from './checkPack';
import type { ManifestFile, PackManifest } from './manifest';

/** `Anytown, as of 21 November 2026, commit 1234567890ab`. */
export const packNamed = ({ title, asOf, commit }: PackManifest): string =>
  `${title}, as of ${formatDate(asOf)}${typeof commit === 'string' ? `, commit ${commit.slice(0, 12)}` : ''}`;

/** `All 12 files are as they were written.` */
export const verdictOn = (check: PackCheck): string =>
  isWhole(check)
    ? `All ${count(check.manifest.files.length, 'file')} are as they were written.`
    : `${check.changed.length} changed, ${check.missing.length} missing, ${check.added.length} added, of ${count(check.manifest.files.length, 'file')}.`;

/** Where it is not as it was, with the file of the portfolio that each was made of. */
export function checkSections({ manifest, changed, missing, added }: PackCheck): readonly Section[] {
  const files = new Map(manifest.files.map((file) => [file.path, file]));
  const lines = (paths: readonly string[]) => paths.map((path) => ({ text: path + madeOf(files.get(path)) }));
  return [
    ...section(`Changed since it was written: ${count(changed.length, 'file')}`, lines(changed)),
    ...section(`Missing: ${count(missing.length, 'file')}`, lines(missing)),
    ...section(
      `Added by somebody, and none of the pack’s: ${count(added.length, 'file')}`,
      added.map((path) => ({ text: path })),
    ),
  ];
}

function madeOf(file: ManifestFile | undefined): string {
  if (typeof file?.source !== 'string') return '';
  const commit = typeof file.commit === 'string' ? `, at commit ${file.commit.slice(0, 12)}` : '';
  return ` (of ${file.source}${commit})`;
}
