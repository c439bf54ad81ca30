/** The action plan that a command is about: where it is, what it says, and by which standard. */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ActionPlan } from '../../core/plan/model';
import { parseActionPlan } from '../../core/plan/parse';
import { planName } from '../../core/plan/planName';
import { whichPlan } from '../../core/portfolio/whichPlan';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { Lexicon } from '../../core/standard/standard';
import { uriOfPath } from '../../host/disk/nodeFileAccess';
import { complainOfUnread } from '../folder/complain';
import { folderAbove } from '../folder/manifestAbove';
import type { Surroundings } from '../command/surroundings';
import type { Draft } from '../folder/files';
import { readDraft } from '../folder/files';
import type { CivilDate } from '../../core/text/civilDate';
import { readFolder } from '../folder/portfolios';
import { RunError } from '../command/errors';

/** What is told to each command about a plan. */
interface PlanQuestion {
  readonly folder: string;
  readonly today: CivilDate | undefined;
}

export interface FoundPlan {
  readonly standard: Lexicon;
  /** Undefined in a folder without evidence and without a manifest. */
  readonly portfolio: Portfolio | undefined;
  /** The plan's path. */
  readonly file: string;
  /** Its path below the folder of the portfolio, for people. */
  readonly name: string;
  /** What the file holds. */
  readonly draft: Draft;
  /** Undefined: there is none yet. */
  readonly plan: ActionPlan | undefined;
}

/**
 * The plan and the portfolio as they stood at one time.
 * @throws RunError where it is not clear which plan is meant, or where it cannot be read
 */
export async function findPlan(told: PlanQuestion, surroundings: Surroundings): Promise<FoundPlan> {
  for (let before: Draft | undefined; ;) {
    const { inIndex, ...place } = await foundOf(told, surroundings);
    const draft = readDraft(place.file);
    const { file, text } = draft;
    // Somebody may have written the plan after the portfolio was read. What stayed meanwhile was what was read.
    if (inIndex === text || (before?.file === file && before.text === text))
      return {
        ...place,
        draft,
        plan: text === undefined ? undefined : parseActionPlan(uriOfPath(file), text),
      };
    before = draft;
  }
}

/** `inIndex`: what the portfolio takes the plan to say. */
async function foundOf(
  { folder, today }: PlanQuestion,
  surroundings: Surroundings,
): Promise<Omit<FoundPlan, 'draft' | 'plan'> & { readonly inIndex: string | undefined }> {
  const report = await readFolder(folder, today, surroundings);
  const { portfolios, brokenManifests, brokenStandards } = report;
  complainOfUnread(report, surroundings);
  if (brokenManifests.length > 0)
    throw new RunError(
      `${brokenManifests.join(', ')} cannot be read, so nobody knows which standard it names.`,
    );
  if (brokenStandards.length > 0)
    throw new RunError(`${brokenStandards.join(', ')}. Mend that first: the plan is about its elements.`);
  if (portfolios.length > 1)
    throw new RunError(
      `there are ${portfolios.length} portfolios in ${folder}. Give the folder of one of them.`,
    );
  const portfolio = portfolios[0]?.portfolio;
  if (!portfolio?.manifest) {
    const above = folderAbove(folder);
    if (above !== undefined)
      throw new RunError(`${folder} is a part of the portfolio in ${above}. Give that folder.`);
  }
  const standard = portfolio?.standard ?? [...surroundings.standards.values()][0];
  if (!standard) throw new RunError('there is no standard.');
  const root = portfolio ? fileURLToPath(portfolio.root) : resolve(folder);
  const uri = portfolio && planIn(portfolio);
  const file = uri === undefined ? join(root, planName) : fileURLToPath(uri);
  const name = uri === undefined ? planName : (portfolio?.path(uri) ?? planName);
  const inIndex = uri === undefined ? undefined : portfolio?.plans.get(uri)?.text;
  return { standard, portfolio, file, name, inIndex };
}

/** @throws RunError where there are several, none of them called as the plan is by default */
function planIn(portfolio: Portfolio): string {
  const which = whichPlan(portfolio);
  if (which.kind === 'several') throw new RunError(which.message);
  return which.uri;
}
