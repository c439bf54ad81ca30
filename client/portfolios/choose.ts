/** Which portfolio is meant, where something is to be done with one. */
import { rowAsItStands } from '../../server/words/asItStands';
import { offerFirstSteps } from '../host/firstSteps';
import { namesOf } from '../words/perPortfolio';
import { showPick } from '../host/pickers';

interface Titled {
  /** URI of its root folder. */
  readonly root: string;
  readonly title: string;
}

/**
 * The portfolio with a root, else the only one, else the one that the user picks. Where there is none, first steps are
 * offered. Undefined where nothing is to be done.
 * @param title of the list, such as `Move to Another Edition of the Standard`
 */
export async function choosePortfolio<P extends Titled>(
  portfolios: readonly P[],
  root: unknown,
  title: string,
): Promise<P | undefined> {
  const [only] = portfolios;
  if (only === undefined) {
    await offerFirstSteps();
    return undefined;
  }
  const meant = portfolios.find((portfolio) => portfolio.root === root);
  if (meant ?? portfolios.length === 1) return meant ?? only;
  const names = namesOf(portfolios);
  const items = portfolios.map((portfolio) =>
    rowAsItStands({ portfolio, label: names.get(portfolio.root) ?? portfolio.title }),
  );
  return (await showPick(items, { title, placeHolder: 'Which portfolio?' }))?.portfolio;
}
