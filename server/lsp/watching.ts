/** What happens to files outside the editor. */
import type {
  Connection,
  Disposable,
  FileEvent as ClientEvent,
  InitializeParams,
} from 'vscode-languageserver';
import { DidChangeWatchedFilesNotification, FileChangeType, WatchKind } from 'vscode-languageserver';
import type { Uri } from '../core/text/span';
import { normaliseUri } from '../core/text/uri';
import type { FileEvent } from '../host/workspace/workspace';
import type { Guard } from './guard';
import { letGo } from './guard';

const watchers = [
  // Attachments: only whether they are there matters. A folder is one event, so every name is watched.
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
  // Markdown, manifests and standards, in small or capital letters.
  { globPattern: '**/*.[mMyY]*', kind: WatchKind.Change },
  { globPattern: '**/.gitignore', kind: WatchKind.Change },
];

/** Asks the client to watch, where it can be asked, and passes on what it tells. */
export function followFiles(
  connection: Connection,
  { capabilities }: InitializeParams,
  guard: Guard,
  onEvents: (events: readonly FileEvent[]) => Promise<void>,
): void {
  connection.onDidChangeWatchedFiles(
    guard.event('watched files', ({ changes }) => onEvents(changes.map(eventOf))),
  );
  if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    const registered = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    letGo(connection, 'watching files', registered);
  }
}

/**
 * Asks the client to watch folders outside of the open ones, in the place of those that it was asked for before.
 * Answers a function for it; one that does nothing where the client watches open folders only.
 */
export function followOthers(
  connection: Connection,
  { capabilities }: InitializeParams,
): (folders: readonly Uri[]) => void {
  const { dynamicRegistration, relativePatternSupport } = capabilities.workspace?.didChangeWatchedFiles ?? {};
  if (dynamicRegistration !== true || relativePatternSupport !== true) return () => undefined;
  let last: Promise<Disposable | undefined> = Promise.resolve(undefined);
  return (folders) => {
    last = last.then(async (before) => {
      before?.dispose();
      if (folders.length === 0) return undefined;
      return connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: folders.flatMap((folder) =>
          watchers.map(({ globPattern, kind }) => ({
            globPattern: { baseUri: folder, pattern: globPattern },
            kind,
          })),
        ),
      });
    });
    letGo(connection, 'watching shared folders', last);
  };
}

const eventOf = ({ uri, type }: ClientEvent): FileEvent => ({
  uri: normaliseUri(uri),
  kind: type === FileChangeType.Created ? 'created' : type === FileChangeType.Deleted ? 'deleted' : 'changed',
});
