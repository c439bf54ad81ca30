/** Where a pack is written, and what may be replaced there. */
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { checkPack, isWhole } from '../../exchange/pack/checkPack';
import { realPathOf } from '../../host/disk/nodeFileAccess';
import { nodePackMeans, withPackPlace } from '../../host/disk/packPlace';
import { RunError, UsageError } from '../command/errors';
import { whatIsAt } from '../folder/files';
import { listOf } from '../../words/counts';

export interface PackTarget {
  readonly kind: 'folder' | 'zip';
  /** Without a link on the way to it. */
  readonly place: string;
  /** What would be replaced; undefined: nothing is there. */
  readonly replaces: 'a pack' | 'something' | undefined;
}

/** @param root the portfolio's folder @throws UsageError, RunError */
export function packTarget(output: string | undefined, root: string, isForced: boolean): PackTarget {
  if (output === undefined || output.trim() === '')
    throw new UsageError('say where the pack goes: --output evidence-pack, or --output evidence-pack.zip.');
  const kind = /\.zip$/i.test(output) ? 'zip' : 'folder';
  const above = dirname(resolve(output));
  if (!existsSync(above)) throw new RunError(`there is no folder ${above} for ${output}. Make it first.`);
  const place = join(
    realPathOf(above),
    resolve(output)
      .slice(above.length)
      .replace(/^[\\/]/, ''),
  );
  if (isWithin(place, root) || isWithin(place, process.cwd()))
    throw new RunError(`${output} holds the portfolio or this folder itself. Name a folder of its own.`);
  return { kind, place, replaces: replaced(output, place, kind, isForced) };
}

const isWithin = (folder: string, place: string): boolean => {
  const way = relative(folder, realPathOf(place));
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
};

function replaced(
  output: string,
  place: string,
  kind: PackTarget['kind'],
  isForced: boolean,
): PackTarget['replaces'] {
  const there = whatIsAt(() => lstatSync(place, { throwIfNoEntry: false }), output);
  if (!there) return undefined;
  if (!there.isFile() && !there.isDirectory())
    throw new RunError(`${output} is a symbolic link or a device, and is left alone.`);
  if (there.isDirectory() !== (kind === 'folder'))
    throw new RunError(`${output} is a ${there.isFile() ? 'file' : 'folder'}. Name something else.`);
  if (there.isDirectory() && existsSync(join(place, '.git')))
    throw new RunError(`${output} is a folder with a repository of git in it. Name a folder of its own.`);
  if (there.isDirectory() && readdirSync(place).length === 0) return undefined;
  const check = withPackPlace(place, (found) => checkPack(found, nodePackMeans));
  if (check && isWhole(check)) return 'a pack';
  if (isForced) return 'something';
  throw new RunError(
    check
      ? `${output} is a pack that somebody has worked in: ${workedIn([...check.changed, ...check.missing, ...check.added])}. Say --force to replace it all the same.`
      : `${output} is there already, and is no pack. Say --force to replace it with all that is in it.`,
  );
}

const workedIn = (paths: readonly string[]): string =>
  listOf([...paths.slice(0, 3), ...(paths.length > 3 ? [`${paths.length - 3} more`] : [])]);
