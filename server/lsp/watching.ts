/** What happens to files outside the editor. */
import type { Connection, FileEvent as ClientEvent, InitializeParams } from 'vscode-languageserver';
import { DidChangeWatchedFilesNotification, FileChangeType, WatchKind } from 'vscode-languageserver';
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

const eventOf = ({ uri, type }: ClientEvent): FileEvent => ({
  uri: normaliseUri(uri),
  kind: type === FileChangeType.Created ? 'created' : type === FileChangeType.Deleted ? 'deleted' : 'changed',
});
