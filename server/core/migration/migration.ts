/**
 * A portfolio moved to another edition of its standard, as edits of its files: what the editions say is done, what they
 * leave open is asked, and what nobody has answered stays as it is and is told. Nothing is written here.
 */
import type { EvidenceFile } from '../evidence/evidence';
import { findFrontMatter } from '../frontMatter/frontMatter';
import { headingsAround } from '../markdown/headings';
import type { ActionPlan } from '../plan/model';
import type { Portfolio } from '../portfolio/portfolio';
import type { PortfolioStandard } from '../portfolio/portfolioStandard';
import { isNamed } from '../standard/retired';
import type { Standard } from '../standard/standard';
import type { CivilDate } from '../text/civilDate';
import { compareNaturally } from '../text/naturalOrder';
import type { FileEdit } from '../text/fileEdit';
import { altersText } from '../text/fileEdit';
import type { Uri } from '../text/span';
import { withoutOverlaps } from '../text/composedEdits';
import type { Answers, Targets } from './answers';
import { editionsIn, targetsAnywhere, targetsIn } from './answers';
import type { Editions } from './editions';
import { isMoved } from './editions';
import type { LookAgain } from './lookAgain';
import { editionsFor } from './oneOfSeveral';
import { elementsToLookAt, originsOf } from './lookAgain';
import type { LinkedText, MovedPart } from './movedBody';
import { linksFollowing, mentionsLeft, movedHeadings } from './movedBody';
import type { Clash } from './movedDecisions';
import { movedElements } from './movedEvidence';
import type { LinkedPlaces } from './movedLinks';
import type { ManifestMoves } from './movedManifest';
import { movedManifest, newManifest } from './movedManifest';
import { movedRows } from './movedPlan';
import type { MappingMoves, MovedMappings } from './movedMappings';
import { movedMappings } from './movedMappings';
import type { NamedMapping } from './way';
import type { Occurrence } from './occurrence';

export interface MigrationGoal {
  /** Which of the portfolio's standards is moved; its first, where nothing is said. */
  readonly of?: PortfolioStandard;
  readonly to: Standard;
  /** What portfolio.yaml is to call it: its id, or the path of its file. */
  readonly name: string;
  /** Its file, where it has one. */
  readonly uri: Uri | undefined;
  readonly answers: Answers;
  /** Where it says what has become of IDs. */
  readonly mapping?: NamedMapping | undefined;
  /** Evidence that is to be looked at again is of an earlier day. */
  readonly today: CivilDate;
}

export interface Migration {
  readonly editions: Editions;
  /** Undefined where portfolio.yaml is written in a way that no edit here knows: then nothing is to be written. */
  readonly edits: readonly FileEdit[] | undefined;
  /** In the order of the files and of each text. */
  readonly occurrences: readonly Occurrence[];
  readonly clashes: readonly Clash[];
  readonly lookAgain: readonly LookAgain[];
  /**
   * IDs that would stay, and that the newer edition has for something else: left alone, evidence would count for what it
   * was never meant for. Nothing is to be written before they are decided.
   */
  readonly undecided: readonly string[];
}

export function migrated(portfolio: Portfolio, goal: MigrationGoal): Migration {
  const of = goal.of ?? portfolio.standards[0];
  const editions = editionsFor(portfolio, of, goal);
  const anywhere = targetsAnywhere(editions, goal.answers);
  const at = (uri: Uri): InFile => ({
    editions: editionsIn(editions, goal.answers, portfolio.path(uri)),
    targets: targetsIn(editions, goal.answers, portfolio.path(uri)),
  });
  const hasEvidence = evidenceIn(portfolio, editions);
  const lookAgain = elementsToLookAt(editions, anywhere, hasEvidence);
  const files = filesOf(portfolio).map((file) => {
    const own = at(file.uri);
    return { ...file, own, headings: movedHeadings(own.editions, own.targets, file.uri, file.headed) };
  });
  const { root } = portfolio;
  const { source, name } = of;
  const places = {
    root,
    standard: { name, from: 'uri' in source ? source.uri : undefined, to: goal.uri },
    headings: new Map(
      files.flatMap(({ uri, headings: { slugs } }) => (slugs.size > 0 ? [[uri, slugs] as const] : [])),
    ),
  };
  const moved = files.map((file) =>
    movedFile(file, {
      ...places,
      targets: file.own.targets,
      isOpen: (id: string) => isMoved(file.own.editions.fateOf(id)),
    }),
  );
  const origins = originsOf(editions, anywhere);
  const ofManifest = at(portfolio.manifestUri);
  const manifest = manifestMoved(portfolio, goal, {
    ...ofManifest,
    standard: { of: name, to: goal.name },
    lookAgain,
    today: goal.today,
    originsOf: (id) => origins.get(id) ?? [],
  });
  const mappings = mappingsMoved(portfolio, goal, of, editions.standard.to, at);
  const occurrences = [
    ...manifest.occurrences,
    ...mappings.occurrences,
    ...moved.flatMap((file) => file.occurrences),
  ];
  return {
    editions,
    edits: manifest.edits && [...manifest.edits, ...mappings.edits, ...moved.flatMap(({ edit }) => edit)],
    occurrences,
    clashes: manifest.clashes,
    lookAgain,
    undecided: undecidedIn(editions, occurrences, manifest.clashes, ofManifest),
  };
}

/** What is known of the IDs of one file. */
interface InFile {
  readonly editions: Editions;
  readonly targets: Targets;
}

/** The standard as mappings find it afterwards: under the same name, from another file. */
const mappingsMoved = (
  portfolio: Portfolio,
  { name, uri, to, mapping }: MigrationGoal,
  of: PortfolioStandard,
  standard: Standard,
  at: MappingMoves['at'],
): MovedMappings => {
  const source = to === of.standard ? of.source : { kind: 'ready', ...(uri === undefined ? {} : { uri }) };
  const after = { name: of.name, standard, source };
  return movedMappings(portfolio, { of, after, name, way: mapping?.uri, at });
};

/** @param ofManifest where decisions stand */
function undecidedIn(
  editions: Editions,
  occurrences: readonly Occurrence[],
  clashes: readonly Clash[],
  ofManifest: InFile,
): readonly string[] {
  const { to } = editions;
  const counted = ['elements', 'decision', 'assignment', 'action', 'pair'];
  const left = occurrences.filter((one) => !one.to && counted.includes(one.kind)).map(({ id }) => id);
  const clashing = clashes.flatMap(({ decisions }) => decisions.map(({ id }) => id));
  const isOther = ({ fateOf }: Editions, id: string): boolean => {
    const fate = fateOf(id);
    // Without its like in the edition that goes, it would count for what is left.
    if (fate.kind === 'ambiguous') return isNamed(to, id);
    if (!to.nodes.has(id) || !isMoved(fate)) return false;
    if (fate.kind === 'dropped') return true;
    return fate.kind === 'renamed' || ('to' in fate && !fate.to.includes(id));
  };
  // Somebody has said that it is another one, and a second time they could not say it any more.
  const answered = clashing.filter((id) => to.nodes.has(id) && ofManifest.targets(id) !== undefined);
  return [
    ...new Set([
      ...left.filter((id) => isOther(editions, id)),
      ...clashing.filter((id) => isOther(ofManifest.editions, id)),
      ...answered,
    ]),
  ].sort(compareNaturally);
}

/** Evidence that still counts for something, by an ID as the files write it. */
function evidenceIn(portfolio: Portfolio, { before }: Editions): (id: string) => boolean {
  const named = new Set<string>();
  for (const evidence of portfolio.evidence.values()) {
    const isWithdrawn = evidence.status.kind === 'valid' && evidence.status.value === 'withdrawn';
    if (!isWithdrawn) for (const { id } of evidence.elements) named.add(before(id));
  }
  return (id) => named.has(id) || (portfolio.citations(id) > 0 && portfolio.coverage(id).state !== 'missing');
}

interface OwnFile {
  readonly uri: Uri;
  readonly text: string;
  readonly headed: LinkedText;
  readonly evidence?: EvidenceFile;
  readonly plan?: ActionPlan;
}

function filesOf({ evidence, plans }: Portfolio): readonly OwnFile[] {
  const own: OwnFile[] = [
    ...Array.from(evidence.values(), (file) => ({
      uri: file.uri,
      text: file.text,
      headed: file,
      evidence: file,
    })),
    ...Array.from(plans.values(), (plan) => {
      const { uri, text } = plan;
      const headed: LinkedText = {
        text,
        bodyStart: bodyStartOf(text),
        body: () => plan.body(),
        headingsAt: (places) => headingsAround(text, places),
      };
      return { uri, text, headed, plan };
    }),
  ];
  return own.sort((left, right) => compareNaturally(left.uri, right.uri));
}

function bodyStartOf(text: string): number {
  const block = findFrontMatter(text);
  return block?.kind === 'closed' ? block.content.end : 0;
}

interface MarkedFile extends OwnFile {
  readonly own: InFile;
  readonly headings: MovedPart;
}

interface MovedFile {
  readonly edit: readonly FileEdit[];
  readonly occurrences: readonly Occurrence[];
}

function movedFile(
  { uri, text, headed, evidence, plan, own, headings }: MarkedFile,
  places: LinkedPlaces,
): MovedFile {
  const { editions, targets } = own;
  const parts = [
    ...(evidence ? [movedElements(editions, targets, evidence)] : []),
    ...(plan ? [movedRows(editions, targets, plan)] : []),
    headings,
    linksFollowing(editions, uri, headed, places),
  ];
  const edits = withoutOverlaps(parts.flatMap((part) => part.edits));
  const found = parts.flatMap((part) => part.occurrences);
  const left = mentionsLeft(
    editions,
    targets,
    uri,
    text,
    found.map(({ span }) => span),
  );
  const edit = { kind: 'edit', uri, text, edits } as const;
  return { edit: altersText(edit) ? [edit] : [], occurrences: inOrder([...found, ...left]) };
}

const inOrder = (occurrences: readonly Occurrence[]): readonly Occurrence[] =>
  [...occurrences].sort((left, right) => left.span.start - right.span.start);

interface ManifestPart {
  readonly edits: readonly FileEdit[] | undefined;
  readonly occurrences: readonly Occurrence[];
  readonly clashes: readonly Clash[];
}

function manifestMoved(
  { manifest, manifestUri: uri }: Portfolio,
  { name }: MigrationGoal,
  moves: ManifestMoves,
): ManifestPart {
  if (!manifest) {
    const text = newManifest(uri, name, moves);
    return {
      edits: text === undefined ? undefined : [{ kind: 'create', uri, text }],
      occurrences: [],
      clashes: [],
    };
  }
  const { text } = manifest;
  const { edits, occurrences, clashes } = movedManifest(manifest, moves);
  // What is said of what has changed speaks of earlier IDs.
  const seen = [...manifest.decisions.values()].flatMap(({ span, changed }) =>
    changed.kind === 'valid' ? [span, changed.span] : [span],
  );
  const named = occurrences.map(({ span }) => span);
  const left = mentionsLeft(moves.editions, moves.targets, uri, text, [...seen, ...named]);
  const edit = edits && ({ kind: 'edit', uri, text, edits } as const);
  return {
    edits: edit && (altersText(edit) ? [edit] : []),
    occurrences: inOrder([...occurrences, ...left]),
    clashes,
  };
}
