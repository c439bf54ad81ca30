/** The one list of the commands, in the order in which help names them. */
import { assessmentExport, assessmentImport } from './assessment/commands';
import { check } from './check/command';
import type { Command } from './command/command';
import { coverage } from './coverage/command';
import { diff } from './diff/command';
import { due } from './due/command';
import { find } from './find/command';
import { matrixExport, matrixImport } from './matrix/commands';
import { pack, packVerify } from './pack/commands';
import { mcp } from './mcp/command';
import { standardMigrate } from './migrate/command';
import { planExport, planImport, planSync } from './plan/commands';
import { rate } from './rate/command';
import { report } from './report/command';
import { show } from './show/command';
import { whatIf } from './whatIf/command';
import { standardImport, standardList, standardShow } from './standard/commands';

export const commands: readonly Command[] = [
  check,
  coverage,
  rate,
  whatIf,
  diff,
  show,
  due,
  report,
  find,
  planImport,
  planExport,
  planSync,
  matrixImport,
  matrixExport,
  assessmentExport,
  assessmentImport,
  pack,
  packVerify,
  standardShow,
  standardList,
  standardImport,
  standardMigrate,
  mcp,
];
