/** The mapping that somebody names as the way from one edition to the other. */
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import type { NamedMapping } from '../../core/migration/way';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { joinPath } from '../../core/text/uri';
import { readEditionMapping } from '../../exchange/mappings/editionMapping';
import { mostBytes } from '../../exchange/standards/importStandard';
import { realPathOf, uriOfPath } from '../../host/disk/nodeFileAccess';
import { RunError } from '../command/errors';
import { importedBytes } from '../folder/importedFile';
import type { Goal } from './goal';

/** @param typed a path from here or from the portfolio's folder @throws RunError */
export function mappingNamed(typed: string, { root }: Portfolio, { of, to }: Goal): NamedMapping {
  if (of.standard === to)
    throw new RunError(
      'the portfolio is kept against this very standard, to which no mapping leads: leave --mapping out.',
    );
  const places = [uriOfPath(realPathOf(resolve(typed))), joinPath(root, typed.replaceAll('\\', '/'))];
  const uri = places.find((place) => isFile(fileURLToPath(place)));
  if (uri === undefined) throw new RunError(`there is no file ${typed}, so there is no mapping in it.`);
  const outcome = readEditionMapping(uri, importedBytes(fileURLToPath(uri), 'mapping', mostBytes), {
    from: of.standard,
    to,
  });
  if (outcome.kind === 'failed') throw new RunError(`${typed} cannot be the way to it. ${outcome.message}`);
  return outcome.result;
}

const isFile = (file: string): boolean => existsSync(file) && statSync(file).isFile();
