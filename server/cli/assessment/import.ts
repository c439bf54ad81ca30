/** `assessment import`: takes the assessor's ratings and comments into portfolio.yaml. */
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseManifest } from '../../core/manifest/manifest';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { importAssessmentFile } from '../../exchange/assessmentExchange';
import { localDate } from '../../host/files/localDate';
import { howToSay } from '../command/columnOption';
import { RunError } from '../command/errors';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import type { Attempt, Draft } from '../folder/files';
import { edited, readDraft } from '../folder/files';
import { importedBytes } from '../folder/importedFile';
import { onePortfolio } from '../folder/onePortfolio';
import { positionsIn } from '../output/position';
import { terminal } from '../output/terminal';
import type { AssessmentImportTold } from './commands';
import { assessmentAsText } from './text';

/** Exit status 1: some rows need a person. */
export async function importRatings(
  told: AssessmentImportTold,
  surroundings: Surroundings,
): Promise<ExitStatus> {
  const bytes = importedBytes(told.file, 'assessor’s sheet');
  const { text, status } = await edited(() => importOnce(told, bytes, surroundings));
  surroundings.write(text);
  return status;
}

async function importOnce(
  told: AssessmentImportTold,
  bytes: Uint8Array,
  surroundings: Surroundings,
): Promise<Attempt<{ readonly text: string; readonly status: ExitStatus }>> {
  const { portfolio } = await onePortfolio(told, surroundings);
  const draft = manifestDraft(portfolio);
  const day = told.date ?? localDate(surroundings.clock());
  const name = basename(told.file);
  const outcome = importAssessmentFile(portfolio, draft.text, name, bytes, day, told.column);
  if (outcome.kind === 'failed') {
    const how = howToSay(outcome.columns, 'ref', 'assessor');
    throw new RunError(`${told.file} cannot be imported. ${outcome.message}${how}`);
  }
  const { result } = outcome;
  const text = assessmentAsText(portfolio, result, told.write, terminal(surroundings.isTerminal));
  const isChanged = result.text !== undefined && result.text !== draft.text;
  return {
    edit: told.write && isChanged ? { draft, text: result.text } : undefined,
    answer: { text, status: result.problems.length > 0 ? 1 : 0 },
  };
}

/** What portfolio.yaml says, if it is there. @throws RunError where an edit would lose something */
function manifestDraft({ manifestUri }: Portfolio): Draft {
  const file = fileURLToPath(manifestUri);
  const draft = readDraft(file);
  if (draft.text === undefined) return draft;
  const [fault] = parseManifest(manifestUri, draft.text).faults;
  if (!fault) return draft;
  const { line } = positionsIn(draft.text)(fault.span.start);
  throw new RunError(`${file} was left as it is, because it has a fault in line ${line}: ${fault.message}`);
}
