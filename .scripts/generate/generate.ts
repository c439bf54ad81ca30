/** All that is written by `npm run generate`. To add a list of targets: a file beside this one, and its line below. */
import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { assistantTargets } from './assistants';
import { commandLineTargets } from './commandLine';
import { keyTargets } from './keys';
import { readmeTargets } from './readme';
import { ruleTargets } from './rules';
import type { Target } from './target';

/** In the order in which they are written: what reads a file comes after what writes it. */
export const targets: readonly Target[] = [
  ...ruleTargets,
  ...keyTargets,
  ...commandLineTargets,
  ...assistantTargets,
  ...readmeTargets,
];

/** A file that is not as it should be. */
export interface Outdated {
  readonly file: string;
  /** The parts that are not up to date. */
  readonly what: readonly string[];
  /** Its text as it should be. */
  readonly text: string;
}

/** The files that are not up to date, in the order of the targets; nothing is written. */
export async function outdated(all: readonly Target[] = targets): Promise<readonly Outdated[]> {
  const texts = new Map<string, string>();
  const parts = new Map<string, string[]>();
  const read = (file: string): string => texts.get(file) ?? readFileSync(file, 'utf8');
  for (const { file, what, update } of all) {
    const before = read(file);
    const after = await formatted(file, await update(before, read));
    if (after === before) continue;
    texts.set(file, after);
    parts.set(file, [...(parts.get(file) ?? []), what]);
  }
  return [...texts].map(([file, text]) => ({ file, what: parts.get(file) ?? [], text }));
}

const formatted = async (file: string, text: string): Promise<string> =>
  format(text, { ...(await resolveConfig(file)), filepath: file });
