/** `plan sync`: adds the actions that the portfolio asks for. */
import { syncPlan } from '../../exchange/planExchange';
import { RunError } from '../command/errors';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import type { Attempt } from '../folder/files';
import { edited } from '../folder/files';
import { terminal } from '../output/terminal';
import type { PlanSyncTold } from './commands';
import { findPlan } from './findPlan';
import { syncAsText, writtenAsText } from './text';

export async function sync(told: PlanSyncTold, surroundings: Surroundings): Promise<ExitStatus> {
  surroundings.write(await edited(() => syncOnce(told, surroundings)));
  return 0;
}

async function syncOnce(told: PlanSyncTold, surroundings: Surroundings): Promise<Attempt<string>> {
  const { portfolio, plan: here, draft, name } = await findPlan(told, surroundings);
  if (!portfolio)
    throw new RunError(
      `there is no evidence portfolio in ${told.folder}: no portfolio.yaml, and no Markdown file whose front matter names elements.`,
    );
  const { rows, text } = syncPlan(portfolio, here);
  const changes = rows.length > 0;
  const out = terminal(surroundings.isTerminal);
  const said =
    syncAsText(portfolio, rows, out) + writtenAsText({ name, changes, isNew: !here, isWritten: told.write });
  return { edit: told.write && changes ? { draft, text } : undefined, answer: said };
}
