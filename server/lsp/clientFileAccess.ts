/** Files that only the client can read: virtual workspaces, and everything in a browser. */
import type { Connection } from 'vscode-languageserver';
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Uri } from '../core/text/span';
import { fileName, normaliseUri, parentUri } from '../core/text/uri';
import type { FileAccess, FileType, ReadOutcome } from '../host/files/fileAccess';
import {
  ignoreTextOf,
  maximumBytes,
  outcomeOf,
  skippedFolders,
  unreadFolder,
} from '../host/files/fileAccess';
import { ignoreRules } from '../host/files/ignoreRules';
import { localDate } from '../host/files/localDate';
import { fromBase64 } from './base64';
import type { FindResult, ReadOutcome as ClientOutcome } from './protocol';
import { FindRequest, ReadManyRequest, StatRequest } from './protocol';

/** A client that does not answer these requests has no files for us; it is asked no second time. */
export function clientFileAccess(connection: Connection): FileAccess {
  let answers = true;
  const ask = async <Result>(fallback: Result, request: () => Promise<Result>): Promise<Result> => {
    if (!answers) return fallback;
    try {
      return await request();
    } catch (error) {
      if (!(error instanceof ResponseError)) throw error;
      if (error.code === ErrorCodes.MethodNotFound) answers = false;
      connection.console.error(`The editor did not give files: ${error.message}`);
      return fallback;
    }
  };
  const readMany = (uris: readonly Uri[], limit = maximumBytes): Promise<readonly ReadOutcome[]> =>
    uris.length === 0
      ? Promise.resolve([])
      : ask([], async () => {
          const answer = await connection.sendRequest(ReadManyRequest, { uris, maximumBytes: limit });
          return (answer?.outcomes ?? []).map(decoded);
        });
  const find = (folder: Uri): Promise<FindResult> =>
    ask<FindResult>({ uris: [] }, () => connection.sendRequest(FindRequest, { folder }));
  return {
    readMany: (uris) => readMany(uris),
    find: async (folder) => {
      const { uris, unread = [] } = await find(folder);
      const files = uris.map(normaliseUri).filter((uri) => !isSkipped(folder, uri));
      const rules = ignoreRules();
      const ignoreFiles = files.filter((uri) => fileName(uri) === '.gitignore');
      const outcomes = await readMany(ignoreFiles);
      const unreadRules = ignoreFiles.flatMap((uri, at) => {
        const text = ignoreTextOf(uri, outcomes[at]);
        if (typeof text !== 'string') return [text];
        rules.add(parentUri(uri), text);
        return [];
      });
      const isIgnored = (uri: Uri): boolean => rules.ignoresPath(folder, uri);
      const unreadFolders = unread.map(({ uri, reason }) => unreadFolder(normaliseUri(uri), reason));
      return {
        files: files.filter((uri) => !isIgnored(uri)),
        isIgnored,
        ignoring: rules.folders(),
        unread: [...unreadFolders, ...unreadRules].filter(({ uri }) => !isIgnored(uri)),
      };
    },
    // Nothing is read: all but empty files are over the limit, and folders cannot be read at all.
    exist: async (uris) => {
      const outcomes = await readMany(uris, 0);
      // Of what cannot be asked for nothing is reported missing.
      return uris.map((_, at) => outcomes[at]?.kind !== 'absent');
    },
    fileType: async (uri) => typeOf((await readMany([uri], 0))[0]),
    stat: async (uri) => {
      // Not every client that gives files can say this of them.
      const found = await connection.sendRequest(StatRequest, { uri }).catch(() => null);
      return found ? { bytes: found.bytes, modified: localDate(new Date(found.modified)) } : undefined;
    },
  };
}

/** By the outcome of reading it: a folder cannot be read. Of what is absent nothing is said: not all clients know folders. */
function typeOf(outcome: ReadOutcome | undefined): FileType | undefined {
  if (outcome === undefined || outcome.kind === 'absent') return undefined;
  return outcome.kind === 'unreadable' ? 'folder' : 'file';
}

/** The client reads UTF-8; what is something else is looked at here, as what is on the disk. */
const decoded = (outcome: ClientOutcome): ReadOutcome =>
  outcome.kind === 'bytes' ? outcomeOf(fromBase64(outcome.base64) ?? new Uint8Array()) : outcome;

const isSkipped = (folder: Uri, uri: Uri): boolean =>
  uri
    .slice(folder.length)
    .split('/')
    .some((segment) => skippedFolders.has(segment));

/** `file:` URIs from the disk, others from the client. */
export function accessByScheme(disk: FileAccess, client: FileAccess): FileAccess {
  const isOnDisk = (uri: Uri): boolean => uri.startsWith('file:');
  return {
    find: (folder, options) => (isOnDisk(folder) ? disk : client).find(folder, options),
    exist: (uris, boundary) => (isOnDisk(boundary) ? disk : client).exist(uris, boundary),
    isSame: async (one, other, boundary) =>
      (await (isOnDisk(boundary) ? disk : client).isSame?.(one, other, boundary)) === true,
    fileType: async (uri) => (isOnDisk(uri) ? disk : client).fileType?.(uri),
    stat: async (uri, boundary) => (isOnDisk(uri) ? disk : client).stat?.(uri, boundary),
    readMany: async (uris, boundary) => {
      const [onDisk, elsewhere] = await Promise.all([
        disk.readMany(uris.filter(isOnDisk), boundary),
        client.readMany(uris.filter((uri) => !isOnDisk(uri))),
      ]);
      const read = onDisk[Symbol.iterator]();
      const asked = elsewhere[Symbol.iterator]();
      return uris.map((uri) => (isOnDisk(uri) ? read : asked).next().value ?? { kind: 'absent' });
    },
  };
}
