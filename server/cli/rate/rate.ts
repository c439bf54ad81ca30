/** `rate`: rates an element in portfolio.yaml, or shows how an element, or all of them, are rated. */
import { fileURLToPath } from 'node:url';
import type { CivilDate } from '../../core/text/civilDate';
import { manifestName, parseManifest } from '../../core/manifest/manifest';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { RatingEdit } from '../../core/portfolio/ratingEdits';
import { clearRating, notRateable, setRating } from '../../core/portfolio/ratingEdits';
import { applyEdits } from '../../core/text/edit';
import { localDate } from '../../host/files/localDate';
import type { Attempt, Draft } from '../folder/files';
import { edited, readDraft } from '../folder/files';
import { folderAbove } from '../folder/manifestAbove';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import { positionsIn } from '../output/position';
import type { FolderReport } from '../folder/portfolios';
import { readFolder } from '../folder/portfolios';
import { complainOf } from '../folder/complain';
import { RunError } from '../command/errors';
import type { RateArguments } from './arguments';
import { rateArguments } from './arguments';
import type { RateTold } from './command';
import { assessmentAsText, elementAsText, writtenAsText } from './ratingText';
import { terminal } from '../output/terminal';

export async function rate(typed: RateTold, surroundings: Surroundings): Promise<ExitStatus> {
  const told = rateArguments(typed);
  const { element, folder } = told;
  const writes = told.rating !== undefined || told.comment !== undefined || told.clear;
  if (element !== undefined && writes) {
    const rated = async (): Promise<Attempt<string>> =>
      ratingIn(await readFolder(folder, told.today, surroundings), element, told, surroundings);
    surroundings.write(await edited(rated));
    return 0;
  }
  const report = await readFolder(folder, told.today, surroundings);
  const out = terminal(surroundings.isTerminal);
  if (element === undefined) {
    const texts = report.portfolios.map(({ portfolio }) => assessmentAsText(portfolio, out));
    surroundings.write(texts.join('\n'));
    return complainOf(report, folder, surroundings) ? 0 : 2;
  }
  const portfolio = onlyPortfolio(report, told);
  // First: an element may be unknown because of it.
  const isComplete = complainOf(report, folder, surroundings);
  const reason = notRateable(portfolio, element);
  if (reason !== undefined) throw new RunError(reason);
  surroundings.write(elementAsText(portfolio, element, out));
  return isComplete ? 0 : 2;
}

/** @throws RunError where it is not clear which portfolio is meant, or that there is one */
function onlyPortfolio({ portfolios }: FolderReport, { folder }: RateArguments): Portfolio {
  const [first, second] = portfolios;
  if (!first)
    throw new RunError(
      `there is no evidence portfolio in ${folder}: no ${manifestName}, and no Markdown file whose front matter names elements.`,
    );
  if (second)
    throw new RunError(
      `there are ${portfolios.length} portfolios in ${folder}. Give the folder of one of them.`,
    );
  const above = first.portfolio.manifest ? undefined : folderAbove(fileURLToPath(first.portfolio.root));
  if (above !== undefined)
    throw new RunError(`${folder} is a part of the portfolio in ${above}. Give that folder.`);
  return first.portfolio;
}

/** Rates in what portfolio.yaml says now. */
function ratingIn(
  report: FolderReport,
  element: string,
  told: RateArguments,
  surroundings: Surroundings,
): Attempt<string> {
  const portfolio = onlyPortfolio(report, told);
  if (report.brokenStandards.length > 0)
    throw new RunError(`${report.brokenStandards.join(', ')}. Mend that first; nothing was written.`);
  const draft = draftOf(portfolio);
  const edit = editOf(portfolio, draft.text, element, told, localDate(surroundings.clock()));
  if (edit.kind === 'refused') throw new RunError(edit.message);
  if (edit.kind === 'unchanged') return { answer: `${edit.message}\n` };
  const text = edit.kind === 'create' ? edit.text : applyEdits(draft.text ?? '', edit.edits);
  const out = terminal(surroundings.isTerminal);
  const manifest = { uri: portfolio.manifestUri, text };
  return { edit: { draft, text }, answer: writtenAsText(portfolio, manifest, element, out) };
}

function editOf(
  portfolio: Portfolio,
  text: string | undefined,
  element: string,
  { rating, comment, assessor, date, clear }: RateArguments,
  today: CivilDate,
): RatingEdit {
  const rater = assessor ? 'assessor' : 'self';
  if (clear) return clearRating(portfolio, text, element, rater);
  const assessed = assessor ? (date ?? today) : undefined;
  return setRating(portfolio, text, element, { rater, rating, comment, assessed });
}

/** What portfolio.yaml says, if it does. @throws RunError where an edit would lose something */
function draftOf({ manifestUri }: Portfolio): Draft {
  const file = fileURLToPath(manifestUri);
  const draft = readDraft(file);
  const { text } = draft;
  if (text === undefined) return draft;
  const [fault] = parseManifest(manifestUri, text).faults;
  if (!fault) return draft;
  const { line } = positionsIn(text)(fault.span.start);
  throw new RunError(`${file} was left as it is, because it has a fault in line ${line}: ${fault.message}`);
}
