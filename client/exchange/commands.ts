/** The commands that bring files of other programs in, take them out, and write what is on show. */
import { commands } from '../host/commands';
import {
  exportAssessment,
  exportDue,
  exportMatrix,
  exportReport,
  exportStandard,
  type PastOf,
} from './exports';
import { packForAssessor } from './pack';
import { verifyPack } from './verifyPack';
import { importAssessment, importMatrix, type ImportParts } from './imports';

/** The handlers of these commands, by the commands' ids. */
export function exchangeCommands(
  parts: ImportParts,
  pastOf: PastOf,
): Readonly<Record<string, (...args: unknown[]) => unknown>> {
  const { previews } = parts;
  return {
    [commands.importMatrix]: (file) => importMatrix(parts, file),
    [commands.importAssessment]: (file) => importAssessment(parts, file),
    [commands.exportMatrix]: () => exportMatrix(parts),
    [commands.exportAssessment]: () => exportAssessment(parts),
    [commands.exportReport]: () => exportReport(parts, pastOf),
    [commands.exportDue]: () => exportDue(parts),
    [commands.exportStandard]: () => exportStandard(parts),
    [commands.makePack]: () => packForAssessor(parts),
    [commands.verifyPack]: (place) => verifyPack(parts, place),
    [commands.applyChanges]: () => previews.apply(),
    [commands.showChanges]: () => previews.showChanges(),
    [commands.dropChanges]: () => previews.drop(),
    [commands.chooseColumns]: () => previews.chooseColumns(),
  };
}
