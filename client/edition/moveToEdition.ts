/** Moves a portfolio to another edition of its standard: asks what is open, shows what would change, writes when told. */
import type { BaseLanguageClient } from 'vscode-languageclient';
import { MigrationRequest, type MigrationPreview } from '../../server/lsp/protocol';
import { listOf } from '../../server/words/counts';
import type { CoverageSource } from '../portfolios/coverageSource';
import { choosePortfolio } from '../portfolios/choose';
import { chooseEdition, chooseMapping, chooseStandard, title } from './choice';
import type { EditionPages } from './pages';
import { answersTo } from './questions';
import type { Answers, Shown } from './shown';
import { showInformation, showWarning } from '../host/notices';

export interface EditionParts {
  readonly client: BaseLanguageClient;
  readonly source: CoverageSource;
  readonly pages: EditionPages;
}

/**
 * @param root the URI of a portfolio's folder, where one is meant already
 * @param name of one of its standards, where that is meant already
 */
export async function moveToEdition(
  { client, source, pages }: EditionParts,
  root: unknown,
  name: unknown,
): Promise<void> {
  const portfolio = await choosePortfolio((await source.current())?.portfolios ?? [], root, title);
  if (portfolio === undefined) return;
  const moved = await chooseStandard(portfolio, name);
  if (moved === undefined) return;
  const edition = await chooseEdition(client, portfolio, moved);
  if (edition === undefined) return;
  const way = await chooseMapping(edition);
  if (way === undefined) return;
  const ask = (answers: Answers): Promise<MigrationPreview> =>
    client.sendRequest(MigrationRequest, {
      root: portfolio.root,
      ...moved,
      standard: edition.standard,
      ...way,
      answers,
    });
  const first = await ask({});
  if (first.kind === 'refused') {
    void showWarning(first.message);
    return;
  }
  const answers = await answersTo(first.questions);
  if (answers === undefined) return;
  const shown = first.questions.length === 0 ? first : await ask(answers);
  if (shown.kind === 'refused') void showWarning(shown.message);
  else await offer(client, pages, shown, () => ask(answers));
}

async function offer(
  client: BaseLanguageClient,
  pages: EditionPages,
  shown: Shown,
  again: () => Promise<MigrationPreview>,
): Promise<void> {
  await pages.show(shown);
  const [apply, changes] = ['Apply', 'Show Changes'];
  const can = shown.edit === null ? [] : [apply, changes];
  for (;;) {
    const picked = await showInformation(sentence(shown), ...can, 'Close');
    if (picked === changes) {
      await pages.showChanges(shown);
      continue;
    }
    if (picked === apply) await write(client, pages, shown, again);
    if (picked !== undefined && picked !== apply) await pages.close();
    return;
  }
}

function sentence({ title, files, undecided, edit }: Shown): string {
  if (undecided.length > 0)
    return `${title}: nothing can be written before ${listOf(undecided)} ${undecided.length === 1 ? 'is' : 'are'} decided. Move once more, and answer what is asked.`;
  if (files.length === 0) return `${title}: the portfolio is there already.`;
  if (edit === null) return `${title}: this editor lets nobody change the files.`;
  return `${title}: ${files.length === 1 ? 'one file' : `${files.length} files`} would be changed. Nothing is written yet.`;
}

async function write(
  client: BaseLanguageClient,
  pages: EditionPages,
  shown: Shown,
  again: () => Promise<MigrationPreview>,
): Promise<void> {
  const now = await again();
  const isSame =
    now.kind === 'preview' && JSON.stringify(now.files) === JSON.stringify(shown.files) && now.edit !== null;
  if (!isSame) {
    void showWarning('The files have changed meanwhile. Look again at what would be written.');
    if (now.kind === 'preview') await offer(client, pages, now, again);
    return;
  }
  await pages.close();
  await pages.apply(now);
}
