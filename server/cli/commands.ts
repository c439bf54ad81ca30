/** The one list of the commands, in the order in which help names them. */
import { check } from './check/check';
import type { Command } from './command/command';
import { coverage } from './coverage/coverage';
import { diff } from './diff/diff';
import { planExport } from './plan/export';
import { planImport } from './plan/import';
import { planSync } from './plan/sync';
import { rate } from './rate/rate';
import { show } from './show/show';
import { standardShow } from './standard/show';

export const commands: readonly Command[] = [
  check,
  coverage,
  rate,
  diff,
  show,
  planImport,
  planExport,
  planSync,
  standardShow,
];
