/** What each command of the server does: loaded when the first one is called. */
import { manifestName } from '../../core/manifest/manifest';
import type { Rater } from '../../core/portfolio/assessment';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { clearRating, setRating } from '../../core/portfolio/ratingEdits';
import type { Uri } from '../../core/text/span';
import { fileName, joinPath, normaliseUri } from '../../core/text/uri';
import { draftEvidence } from '../../features/editing/draftEvidence';
import { assign } from '../../features/editing/editsOfAssignments';
import { ratingOutcome, setApplicable, setNotApplicable } from '../../features/editing/editsOfDecisions';
import { setDetailsInAll, valuesTold } from '../../features/editing/editsOfDetails';
import type { FileText, Outcome } from '../../features/editing/outcome';
import {
  addElementTo,
  insertGuidanceInto,
  markReviewedIn,
  moveEvidence,
  removeElementFrom,
} from '../../features/editing/editsOfEvidence';
import { noElement, refused } from '../../features/editing/outcome';
import { fixAllInPortfolio } from '../../core/index/mend';
import type { CommandResult, ServerCommands } from '../protocol';
import { applyEdits, reread } from './clientEdits';
import type { Commands } from './command';
import { numberTold, text, texts } from './command';
import { planCommands } from './planCommands';
import { reader } from '../newestText';
import type { ServiceParts } from './service';
import { standardCommands } from './standardCommands';

export function serverCommands(parts: ServiceParts): Commands<keyof ServerCommands> {
  const read = reader(parts);
  return {
    ...evidenceCommands(parts, read),
    ...decisionCommands(parts, read),
    ...planCommands(parts),
    ...standardCommands(parts, read),
    ...otherCommands(parts),
  };
}

type Read = (uri: Uri) => Promise<string | undefined>;

interface FileIn {
  readonly kind: 'file';
  readonly portfolio: Portfolio;
  readonly file: FileText;
}
type Refused = Extract<Outcome, { readonly kind: 'refused' }>;

function evidenceCommands(
  { session }: ServiceParts,
  read: Read,
): Commands<
  'addElement' | 'removeElement' | 'moveEvidence' | 'markReviewed' | 'setDetails' | 'insertGuidance'
> {
  const found = async (uri: unknown): Promise<FileIn | Refused> => {
    const place = normaliseUri(text(uri));
    const portfolio = session.index.portfolioAt(place);
    if (!portfolio) return refused('This file is in no folder that is open.');
    const newest = await read(place);
    return newest === undefined
      ? refused(`${fileName(place)} cannot be read.`)
      : { kind: 'file', portfolio, file: { uri: place, text: newest } };
  };
  const inFile = async (
    uri: unknown,
    edit: (portfolio: Portfolio, file: FileText) => Outcome,
  ): Promise<Outcome> => {
    const place = await found(uri);
    return place.kind === 'file' ? edit(place.portfolio, place.file) : place;
  };
  return {
    addElement: {
      label: 'Add element',
      run: ({ uri, element }) =>
        inFile(uri, (portfolio, file) => addElementTo(portfolio, file, text(element))),
    },
    removeElement: {
      label: 'Remove element',
      run: ({ uri, element }) =>
        inFile(uri, (portfolio, file) => removeElementFrom(portfolio, file, text(element))),
    },
    moveEvidence: {
      label: 'Move evidence',
      run: ({ uri, from, to }) =>
        inFile(uri, (portfolio, file) => moveEvidence(portfolio, file, text(from), text(to))),
    },
    markReviewed: { label: 'Mark reviewed', run: ({ uri }) => inFile(uri, markReviewedIn) },
    setDetails: {
      label: 'Change details',
      run: async ({ uris, values }) => {
        const places = await Promise.all((Array.isArray(uris) ? uris : []).map(found));
        const files = places.flatMap((place) => (place.kind === 'file' ? [place] : []));
        const lacking = places.find((place) => place.kind === 'refused');
        return lacking ?? setDetailsInAll(files, valuesTold(values));
      },
    },
    insertGuidance: {
      label: 'Insert guidance',
      run: ({ uri, element, offset, ticked }) =>
        inFile(uri, (portfolio, file) =>
          insertGuidanceInto(portfolio, file, text(element), numberTold(offset), numberTold(ticked)),
        ),
    },
  };
}

function decisionCommands(
  { session }: ServiceParts,
  read: Read,
): Commands<'setNotApplicable' | 'setApplicable' | 'setRating' | 'clearRating' | 'assign'> {
  const inManifest = async (
    root: unknown,
    edit: (portfolio: Portfolio, manifest: string | undefined) => Outcome,
  ): Promise<Outcome> => {
    const folder = normaliseUri(text(root));
    const manifest = joinPath(folder, manifestName);
    const portfolio = session.index.portfolioAt(manifest);
    return portfolio?.root === folder
      ? edit(portfolio, await read(portfolio.manifestUri))
      : refused('There is no portfolio in this folder.');
  };
  return {
    setNotApplicable: {
      label: 'Declare not applicable',
      run: ({ root, element, reason }) =>
        inManifest(root, (portfolio, manifest) =>
          setNotApplicable(portfolio, manifest, text(element), text(reason)),
        ),
    },
    setApplicable: {
      label: 'Declare applicable',
      run: ({ root, element }) =>
        inManifest(root, (portfolio, manifest) => setApplicable(portfolio, manifest, text(element))),
    },
    setRating: {
      label: 'Rate element',
      run: ({ root, element, rating, rater, comment }) =>
        inManifest(root, (portfolio, manifest) => {
          const told = {
            rater: raterOf(rater),
            rating: rating === undefined ? undefined : text(rating),
            comment: comment === undefined ? undefined : text(comment),
            assessed: raterOf(rater) === 'assessor' ? portfolio.days.today : undefined,
          };
          return ratingOutcome(portfolio, manifest, setRating(portfolio, manifest, text(element), told));
        }),
    },
    assign: {
      label: 'Assign elements',
      run: ({ root, elements, who }) =>
        inManifest(root, (portfolio, manifest) => assign(portfolio, manifest, texts(elements), texts(who))),
    },
    clearRating: {
      label: 'Clear rating',
      run: ({ root, element, rater }) =>
        inManifest(root, (portfolio, manifest) =>
          ratingOutcome(portfolio, manifest, clearRating(portfolio, manifest, text(element), raterOf(rater))),
        ),
    },
  };
}

function otherCommands({
  connection,
  session,
}: ServiceParts): Commands<'fixAll' | 'createEvidence' | 'show'> {
  const { index } = session;
  const show = async (uri: string): Promise<CommandResult> => {
    if (session.parameters?.capabilities.window?.showDocument?.support !== true)
      return { applied: false, message: 'This editor does not show files for a language server.' };
    const { success } = await connection.window.showDocument({ uri, takeFocus: true });
    return { applied: success };
  };
  return {
    fixAll: {
      label: 'Fix all',
      run: async ({ uri, rule }) => {
        const portfolio = index.portfolioAt(normaliseUri(text(uri)));
        if (!portfolio) return refused('This file is in no folder that is open.');
        await reread(session, portfolio, text(rule));
        return { kind: 'edits', edits: fixAllInPortfolio(index, portfolio, text(rule)) };
      },
    },
    createEvidence: {
      label: 'Create evidence',
      run: async ({ root, element }) => {
        const folder = normaliseUri(text(root));
        const portfolio = index.portfolioAt(joinPath(folder, manifestName));
        if (portfolio?.root !== folder) return refused('There is no portfolio in this folder.');
        const draft = draftEvidence(portfolio, text(element));
        if (!draft) return noElement(portfolio, text(element));
        const { uri } = draft;
        const edits = [{ kind: 'create', uri, text: draft.text }] as const;
        const result = await applyEdits(connection, session, edits, 'Create evidence');
        if (result.applied) await show(uri);
        return result;
      },
    },
    show: { label: 'Show', run: ({ uri }) => show(text(uri)) },
  };
}

const raterOf = (value: unknown): Rater => (value === 'assessor' ? 'assessor' : 'self');
