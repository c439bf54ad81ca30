/** `pack verify`: whether a pack is as it was written. */
import { existsSync } from 'node:fs';
import { checkPack, isWhole } from '../../exchange/pack/checkPack';
import { packNamed, verdictOn } from '../../exchange/pack/checkWords';
import { nodePackMeans, withPackPlace } from '../../host/disk/packPlace';
import { RunError } from '../command/errors';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import { printable } from '../output/terminal';
import type { PackVerifyTold } from './commands';

// eslint-disable-next-line @typescript-eslint/require-await -- commands answer later
export async function verifyPack({ pack }: PackVerifyTold, { write }: Surroundings): Promise<ExitStatus> {
  if (!existsSync(pack)) throw new RunError(`there is no folder or file ${pack}.`);
  const check = withPackPlace(pack, (place) => checkPack(place, nodePackMeans));
  if (!check) throw new RunError(`${pack} is no pack: it has no manifest.json that lists its files.`);
  const { manifest, changed, missing, added } = check;
  const lines = [
    ...changed.map((path) => `changed: ${path}`),
    ...missing.map((path) => `missing: ${path}`),
    ...added.map((path) => `added: ${path}`),
  ];
  const said = [packNamed(manifest), ...lines, verdictOn(check)];
  write(said.map((line) => `${printable(line)}\n`).join(''));
  return isWhole(check) ? 0 : 1;
}
