/** Writes a pack whose files come from the server, whole or not at all. */
import { ProgressLocation, Uri, window, workspace, type CancellationToken, type Progress } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  PackMakeRequest,
  PackPiecesRequest,
  fromBase64,
  type PackMade,
  type PackParams,
  type PackPiece,
  type PackPiecesParams,
} from '../../server/lsp/protocol';
import { withoutIcons } from '../../server/words/asItStands';
import { nameOf } from '../host/fileNames';
import type { Held } from '../host/host';
import { showError, showWarning } from '../host/notices';
import { wholeFolder, writeWhole } from '../host/wholeFile';
import { offerToOpen } from './exporting';
import { writeReason } from '../../server/words/writeReason';

/** A folder that nobody trusts yet is none in which programs are started. */
export const mayAskGit = (): boolean => workspace.isTrusted;

type Take = (params: PackPiecesParams) => Promise<boolean>;

/** Those that are being made, by what the client has called them. */
const making = new Map<string, Take>();

/** Takes pieces of packs from the server, from now on. */
export const servePacks = (client: BaseLanguageClient): Held =>
  client.onRequest(PackPiecesRequest, (params) => making.get(params.id)?.(params) ?? false);

let number = 0;

export async function makePack(client: BaseLanguageClient, params: PackParams, target: Uri): Promise<void> {
  const id = String(++number);
  const outcome = await window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: `Making ${withoutIcons(nameOf(target))}`,
      cancellable: true,
    },
    async (progress, token): Promise<PackMade> => {
      const writer = params.kind === 'zip' ? zipAt(target) : folderAt(target);
      const steps = stepsOf(progress);
      let failure: unknown;
      making.set(id, async ({ pieces, done, total }) => {
        steps(done, total);
        try {
          await writer.take(pieces);
          return !token.isCancellationRequested;
        } catch (error) {
          failure = error;
          return false;
        }
      });
      try {
        const made = await client.sendRequest(PackMakeRequest, { ...params, id });
        return made.kind === 'made' && failure === undefined && !isStopped(token)
          ? await writer.end().then(() => made)
          : await writer.drop().then(() => (failure === undefined ? made : failedBy(failure)));
      } catch (error) {
        await writer.drop();
        return failedBy(error);
      } finally {
        making.delete(id);
      }
    },
  );
  if (outcome.kind === 'refused') void showError(outcome.message);
  if (outcome.kind === 'stopped') void showWarning('No pack was made.');
  if (outcome.kind === 'made')
    await offerToOpen(
      target,
      'The pack',
      params.kind === 'zip' ? undefined : Uri.joinPath(target, 'index.html'),
    );
}

/** It may have been pressed while the last pieces were written. */
const isStopped = (token: CancellationToken): boolean => token.isCancellationRequested;

/** What arrives is no pack, in words. */
class PackFault extends Error {}

const failedBy = (error: unknown): PackMade => ({
  kind: 'refused',
  message: `The pack could not be written: ${error instanceof PackFault ? error.message : writeReason(error)}`,
});

function stepsOf(progress: Progress<{ increment?: number; message?: string }>) {
  let before = 0;
  return (done: number, total: number): void => {
    const now = Math.min(100, Math.floor((100 * done) / Math.max(1, total)));
    progress.report({ increment: Math.max(0, now - before), message: `${done} files` });
    before = Math.max(before, now);
  };
}

interface Writer {
  readonly take: (pieces: readonly PackPiece[]) => Promise<void>;
  /** All of it is there. */
  readonly end: () => Promise<void>;
  /** Nothing of it stays. */
  readonly drop: () => Promise<void>;
}

/** Calls `write` for each file whose pieces are all there. */
function joining(write: (path: string, bytes: Uint8Array) => Promise<void>): Writer['take'] {
  let parts: Uint8Array[] = [];
  return async (pieces) => {
    for (const { path, base64, isLast } of pieces) {
      const part = fromBase64(base64);
      if (part === undefined) throw new PackFault('a piece of it did not arrive whole.');
      parts.push(part);
      if (!isLast) continue;
      const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const one of parts) {
        whole.set(one, at);
        at += one.length;
      }
      parts = [];
      await write(path, whole);
    }
  };
}

function zipAt(target: Uri): Writer {
  let made: Uint8Array | undefined;
  return {
    take: joining((_, bytes) => {
      made = bytes;
      return Promise.resolve();
    }),
    end: async () => {
      if (made === undefined) throw new PackFault('nothing of it arrived.');
      await writeWhole(workspace.fs, target, made);
    },
    drop: () => Promise.resolve(),
  };
}

/** Under another name until all of it is there. */
function folderAt(target: Uri): Writer {
  const { put, end, drop } = wholeFolder(workspace.fs, target);
  return {
    take: joining(async (path, bytes) => {
      // The server makes these names; a name that leads elsewhere is none of a pack.
      if (path.split('/').some((part) => /^\.{0,2}$|[\\\0]/.test(part)))
        throw new PackFault(`${path} is no name for a file.`);
      await put(path, bytes);
    }),
    end,
    drop,
  };
}
