/** `pack verify`: whether a pack is as it was written. */
import { existsSync } from 'node:fs';
import { count } from '../../words/counts';
import { formatDate } from '../../words/dates';
import { RunError } from '../command/errors';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import { printable } from '../output/terminal';
import { checkPack, isWhole } from './checkPack';
import type { PackVerifyTold } from './commands';

// eslint-disable-next-line @typescript-eslint/require-await -- commands answer later
export async function verifyPack({ pack }: PackVerifyTold, { write }: Surroundings): Promise<ExitStatus> {
  if (!existsSync(pack)) throw new RunError(`there is no folder or file ${pack}.`);
  const check = checkPack(pack);
  if (!check) throw new RunError(`${pack} is no pack: it has no manifest.json that lists its files.`);
  const { manifest, changed, missing, added } = check;
  const lines = [
    ...changed.map((path) => `changed: ${path}`),
    ...missing.map((path) => `missing: ${path}`),
    ...added.map((path) => `added: ${path}`),
  ];
  const { title, asOf, files, commit } = manifest;
  const about = `${title}, as of ${formatDate(asOf)}${typeof commit === 'string' ? `, commit ${commit.slice(0, 12)}` : ''}`;
  const verdict = isWhole(check)
    ? `All ${count(files.length, 'file')} are as they were written.`
    : `${changed.length} changed, ${missing.length} missing, ${added.length} added, of ${count(files.length, 'file')}.`;
  write([about, ...lines, verdict].map((line) => `${printable(line)}\n`).join(''));
  return isWhole(check) ? 0 : 1;
}
