/** A folder with its files in an index, brought up to date before each answer. */
import type { CivilDate } from '../../core/text/civilDate';
import type { Uri } from '../../core/text/span';
import { namedFilesOf } from '../../core/portfolio/filesOf';
import { nodeFileAccess, pathOf, realPathOf, uriOfPath } from '../../host/disk/nodeFileAccess';
import { stampOf } from '../../host/disk/stamp';
import { localDate } from '../../host/files/localDate';
import type { FileEvent } from '../../host/workspace/workspace';
import type { FileAccess } from '../../host/files/fileAccess';
import { recording } from '../../host/files/recordingAccess';
import type { Surroundings } from '../command/surroundings';
import type { Later } from '../sides/sides';
import type { OpenFolder } from '../folder/portfolios';
import { openFolder } from '../folder/portfolios';

/** What tells that a file has changed, by its place. */
type Stamps = ReadonlyMap<Uri, string>;

/** With more changes than this at once, reading the folder afresh is quicker. */
const mostChanges = 500;

export class KeptFolder {
  readonly place: string;
  readonly today: CivilDate | undefined;
  readonly #surroundings: Surroundings;
  #open: Later | undefined;
  #stamps: Stamps = new Map();
  /** Counts the states in which the files have been, and the days on which they were judged. */
  #revision = 0;
  /** One look at a time: the second would find files of which the first has not told yet. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(place: string, today: CivilDate | undefined, surroundings: Surroundings) {
    this.place = place;
    this.today = today;
    this.#surroundings = surroundings;
  }

  /** Another number after each change of the files, and on another day. */
  get revision(): number {
    return this.#revision;
  }

  /** The folder as it is on the disk now. @throws RunError where it cannot be read */
  now(): Promise<OpenFolder> {
    return this.#inTurn(async () => (await this.#bring()).opened);
  }

  /** Work with the folder as it was last looked at; whoever asks for another look waits for its end. */
  still<Answer>(work: (open: Later) => Promise<Answer>): Promise<Answer> {
    return this.#inTurn(async () => work(asItStands(this.#open ?? (await this.#bring()))));
  }

  #inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const turn = this.#last.then(work, work);
    this.#last = turn;
    return turn;
  }

  async #bring(): Promise<Later> {
    const open = this.#open;
    if (!open) return this.#read();
    const { index, workspace } = open.opened;
    const days = { today: localDate(this.#surroundings.clock()), asOf: this.today };
    if (days.today !== index.days.today) {
      this.#revision++;
      await workspace.apply([{ kind: 'today', ...days }]);
    }
    const stamps = await stampsOf(open);
    const events = eventsBetween(this.#stamps, stamps);
    if (events.length === 0) return open;
    if (events.length > mostChanges) return this.#read();
    this.#revision++;
    this.#stamps = stamps;
    await workspace.changed(events);
    // What the changes have brought into view was not looked at before: it would go unnoticed.
    this.#stamps = new Map([...stampsOfNamed(open, stamps), ...stamps]);
    return open;
  }

  async #read(): Promise<Later> {
    this.#revision++;
    const access = recording(nodeFileAccess, 'sha1');
    // Looked at before they are read: what changes in between is found by the next look.
    const before = await stampsIn(access, uriOfPath(realPathOf(this.place)));
    const opened = await openFolder(this.place, this.today, this.#surroundings, { access });
    const open = { opened, access };
    this.#stamps = new Map([...(await stampsOf(open)), ...before]);
    this.#open = open;
    return open;
  }
}

/** Without what has been listed and read at some time, and has gone since. */
function asItStands({ opened, access }: Later): Later {
  const { folder, index } = opened;
  return {
    opened,
    access: {
      ...access,
      listed: access.listedLast([folder, ...index.sharedFolders()]),
      idsOf: (uri) => (index.told(uri)?.kind === 'absent' ? [] : access.idsOf(uri)),
    },
  };
}

/** Of the files of a folder, those that its manifests take from elsewhere, and those that they or evidence name. */
async function stampsOf(open: Later): Promise<Stamps> {
  const { folder, index } = open.opened;
  const stamps = new Map(await stampsIn(open.access, folder));
  for (const shared of index.sharedFolders())
    for (const [uri, stamp] of await stampsIn(open.access, shared, index.boundaryOfShared(shared)))
      stamps.set(uri, stamp);
  return new Map([...stamps, ...stampsOfNamed(open, stamps)]);
}

/** Of what the index knows and no stamp is known of: what .gitignore leaves out may be named all the same. */
function stampsOfNamed({ opened: { folder, index } }: Later, known: Stamps): Stamps {
  const places = [folder, ...index.sharedFolders()].flatMap((place) => index.placesWithin(place));
  const stamps = new Map<Uri, string>();
  for (const uri of [...index.portfolios().flatMap(namedFilesOf), ...places])
    if (!known.has(uri) && !stamps.has(uri)) note(stamps, uri);
  return stamps;
}

async function stampsIn(access: FileAccess, folder: Uri, boundary?: Uri): Promise<Stamps> {
  const { files } = await access.find(folder, boundary === undefined ? {} : { boundary });
  const stamps = new Map<Uri, string>();
  for (const uri of files) note(stamps, uri);
  return stamps;
}

function note(stamps: Map<Uri, string>, uri: Uri): void {
  const place = pathOf(uri);
  const stamp = place === undefined ? undefined : stampOf(place);
  // What has gone, or cannot be looked at, is told of when that changes.
  if (stamp !== undefined) stamps.set(uri, stamp);
}

function eventsBetween(before: Stamps, now: Stamps): readonly FileEvent[] {
  const events: FileEvent[] = [];
  for (const [uri, stamp] of now) {
    const known = before.get(uri);
    if (known !== stamp) events.push({ uri, kind: known === undefined ? 'created' : 'changed' });
  }
  if (before.size + events.filter(({ kind }) => kind === 'created').length > now.size)
    for (const uri of before.keys()) if (!now.has(uri)) events.push({ uri, kind: 'deleted' });
  return events;
}
