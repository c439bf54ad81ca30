/** What is known of places in the file system, and which files refer to them. */
import { foldedName, foldedUri, placeAlike } from '../text/alike';
import type { CivilDate } from '../text/civilDate';
import type { Uri } from '../text/span';
import type { OneOrMore } from '../text/oneOrMore';
import { copyOf, membersOf, withMember, withoutMember } from '../text/oneOrMore';
import { fileName, isWithin, parentUri } from '../text/uri';

/** What a host knows of a file without reading it. */
export interface FileMeasure {
  readonly bytes: number;
  /** The day of its last change, on the calendar here. */
  readonly modified: CivilDate;
}

export interface Child {
  readonly uri: Uri;
  readonly isFolder: boolean;
}

/** One object per place, so that the text of its address is kept, and looked for, once however many refer to it. */
interface Place {
  readonly uri: Uri;
  /** Undefined where nobody has said. */
  present: boolean | undefined;
  /** A symbolic link on the way leads out of the repository: for us nothing is there. */
  outside: boolean;
  /** The files that refer to it. */
  referrers: OneOrMore | undefined;
}

const nowhere: readonly Place[] = [];

export class Places {
  readonly #places = new Map<Uri, Place>();
  /** What stands directly in each folder in which something stands; a folder is there because of what is in it. */
  readonly #children = new Map<Uri, Set<Uri>>();
  /** The places that each file refers to, each once. */
  readonly #targets = new Map<Uri, readonly Place[]>();
  /** Files with something in them that must be looked at, whatever there is. */
  readonly #suspects = new Set<Uri>();
  /** Places where nothing stands, by what their addresses have in common with those that look alike. */
  readonly #absent = new Map<string, Set<Place>>();
  /** What stands in a folder by what its names have in common with those that look alike; made when asked for. */
  readonly #alike = new Map<Uri, ReadonlyMap<string, readonly Uri[]>>();

  /** Another one that knows the same. */
  copy(): Places {
    const copy = new Places();
    for (const [uri, place] of this.#places)
      copy.#places.set(uri, { ...place, referrers: copyOf(place.referrers) });
    for (const [folder, children] of this.#children) copy.#children.set(folder, new Set(children));
    const twin = ({ uri }: Place): Place => copy.#at(uri);
    for (const [from, places] of this.#targets) copy.#targets.set(from, places.map(twin));
    for (const from of this.#suspects) copy.#suspects.add(from);
    for (const [folded, places] of this.#absent) copy.#absent.set(folded, new Set(Array.from(places, twin)));
    return copy;
  }

  /** Whether something stands there; undefined where nobody has said. */
  exists(uri: Uri): boolean | undefined {
    return this.#places.get(uri)?.present;
  }

  /** Whether a symbolic link on the way leads out of the repository; what is there nobody has looked at. */
  leadsOutside(uri: Uri): boolean {
    return this.#places.get(uri)?.outside === true;
  }

  /**
   * Takes in whether something stands at a place, and answers the files for which that is news.
   * @param present undefined: nobody tells of it any longer, and who refers to it asks again
   * @param outside not there because a symbolic link leads out of the repository
   */
  learn(uri: Uri, present: boolean | undefined, outside = false): readonly Uri[] {
    const place = this.#at(uri);
    if (place.present !== present || place.outside !== outside) return this.#news(place, present, outside);
    this.#tidy(place);
    return [];
  }

  #news(place: Place, present: boolean | undefined, outside: boolean): readonly Uri[] {
    const { uri, referrers } = place;
    this.#say(place, present, outside);
    if (present) this.#enter(uri);
    else if (!this.#children.has(uri)) this.#leave(uri);
    this.#tidy(place);
    const affected = [...this.#doubtFolders(uri, present === true), ...this.#lookingAlike(uri)];
    return referrers === undefined ? affected : [...membersOf(referrers), ...affected];
  }

  /** What stands directly in a folder, in no order, as far as anybody has said. Costs what the folder holds. */
  childrenOf(folder: Uri): readonly Child[] {
    return Array.from(this.#children.get(folder) ?? [], (uri) => ({
      uri,
      isFolder: this.#children.has(uri),
    }));
  }

  /** Something that stands in a portfolio under a name that looks like that of a place at which nothing stands. */
  alike(root: Uri, uri: Uri): Uri | undefined {
    const found = placeAlike(root, uri, (folder, name) => this.#named(folder).get(name) ?? []);
    return found === uri ? undefined : found;
  }

  #named(folder: Uri): ReadonlyMap<string, readonly Uri[]> {
    const known = this.#alike.get(folder);
    if (known) return known;
    const names = new Map<string, readonly Uri[]>();
    for (const uri of this.#children.get(folder) ?? []) {
      const name = foldedName(fileName(uri));
      names.set(name, [...(names.get(name) ?? []), uri]);
    }
    this.#alike.set(folder, names);
    return names;
  }

  /** The files that refer to places where nothing stands, for which it is news what stands at one that looks alike. */
  #lookingAlike(uri: Uri): readonly Uri[] {
    if (this.#absent.size === 0) return [];
    const affected: Uri[] = [];
    for (let place = uri; place !== parentUri(place); place = parentUri(place))
      for (const { referrers } of this.#absent.get(foldedUri(place)) ?? [])
        affected.push(...membersOf(referrers));
    return affected;
  }

  #say(place: Place, present: boolean | undefined, outside = false): void {
    if (place.present === false) {
      const folded = foldedUri(place.uri);
      const others = this.#absent.get(folded);
      others?.delete(place);
      if (others?.size === 0) this.#absent.delete(folded);
    }
    place.present = present;
    place.outside = outside;
    if (present !== false) return;
    const folded = foldedUri(place.uri);
    const others = this.#absent.get(folded);
    if (others) others.add(place);
    else this.#absent.set(folded, new Set([place]));
  }

  #at(uri: Uri): Place {
    const known = this.#places.get(uri);
    if (known) return known;
    const place: Place = { uri, present: undefined, outside: false, referrers: undefined };
    this.#places.set(uri, place);
    return place;
  }

  #enter(uri: Uri): void {
    const folder = parentUri(uri);
    if (folder === uri) return;
    const siblings = this.#children.get(folder);
    this.#alike.delete(folder);
    if (siblings) siblings.add(uri);
    else {
      this.#children.set(folder, new Set([uri]));
      this.#enter(folder);
    }
  }

  #leave(uri: Uri): void {
    const folder = parentUri(uri);
    const siblings = this.#children.get(folder);
    this.#alike.delete(folder);
    if (!siblings?.delete(uri) || siblings.size > 0) return;
    this.#children.delete(folder);
    this.#leave(folder);
  }

  /** A link may lead to a folder. What was known of it is no longer certain, so it will be asked for again. */
  #doubtFolders(uri: Uri, present: boolean): readonly Uri[] {
    const affected: Uri[] = [];
    // Nobody has said of any folder that it is not there, as while a list of files comes in.
    if (present && this.#absent.size === 0) return affected;
    for (let folder = parentUri(uri); folder !== parentUri(folder); folder = parentUri(folder)) {
      const known = this.#places.get(folder);
      if (known?.present === undefined || known.present === present) continue;
      this.#say(known, undefined);
      affected.push(...membersOf(known.referrers));
      this.#tidy(known);
    }
    return affected;
  }

  /**
   * Says which places a file refers to; one that is named twice counts once.
   * @param isSuspect something in the file must be looked at, wherever it leads
   */
  refer(from: Uri, targets: readonly Uri[], isSuspect = false): void {
    this.release(from);
    if (isSuspect) this.#suspects.add(from);
    if (targets.length === 0) return;
    const places = new Set<Place>();
    for (const target of targets) {
      const place = this.#at(target);
      if (places.has(place)) continue;
      places.add(place);
      place.referrers = withMember(place.referrers, from);
    }
    this.#targets.set(from, Array.from(places));
  }

  release(from: Uri): void {
    this.#suspects.delete(from);
    const places = this.#targets.get(from);
    if (!places) return;
    this.#targets.delete(from);
    for (const place of places) {
      place.referrers = withoutMember(place.referrers, from);
      this.#tidy(place);
    }
  }

  /** Forgets a place that nobody refers to and of which nobody has said anything. */
  #tidy({ uri, present, referrers }: Place): void {
    if (present === undefined && referrers === undefined) this.#places.delete(uri);
  }

  /** Whether a place that a file refers to, or could refer to, is known not to be there, or something is suspect. */
  misses(from: Uri): boolean {
    if (this.#suspects.has(from)) return true;
    return (this.#targets.get(from) ?? nowhere).some(({ present }) => present === false);
  }

  /** The places that a file refers to and of which nothing is known. */
  unknownFrom(from: Uri): readonly Uri[] {
    const places = this.#targets.get(from) ?? nowhere;
    return places.some(isUnknown) ? places.filter(isUnknown).map(({ uri }) => uri) : [];
  }

  /** All that is known below a folder, and the folder itself. */
  within(folder: Uri): readonly Uri[] {
    const found: Uri[] = [];
    for (const place of this.#places.values())
      if (!isUnknown(place) && isWithin(folder, place.uri)) found.push(place.uri);
    return found;
  }
}

const isUnknown = ({ present }: Place): boolean => present === undefined;
