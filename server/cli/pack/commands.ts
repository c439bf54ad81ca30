/** The words of the commands about packs. */
import type { Told } from '../command/argument';
import { flag, text, word } from '../command/argument';
import { command } from '../command/command';
import { folder, today } from '../command/shared';

const packOptions = {
  today,
  output: text('PATH', {
    help: 'the folder that the pack becomes, or the file where it ends with .zip',
  }),
  drafts: flag({ help: 'puts drafts in, and what is in review' }),
  public: flag({ help: 'leaves out owners, comments, visits, attachments and pictures' }),
  write: flag({ help: 'writes the pack; without it, nothing is written' }),
  force: flag({ help: 'replaces what is there, even where it is no pack' }),
};

export type PackTold = Told<{ folder: typeof folder } & typeof packOptions>;

export const pack = command({
  name: 'pack',
  help: 'makes what the assessor gets: pages that open without a network; shows first what would be in it',
  words: { folder },
  options: packOptions,
  run: async (told, surroundings) => (await import('./pack')).packFolder(told, surroundings),
});

const verifyWords = {
  pack: word('pack', 'say which pack is looked at, such as “pack verify evidence-pack.zip”.'),
};

export type PackVerifyTold = Told<typeof verifyWords>;

export const packVerify = command({
  name: 'pack verify',
  help: 'says what has been changed in a pack, is missing from it or was added',
  words: verifyWords,
  options: {},
  run: async (told, surroundings) => (await import('./verify')).verifyPack(told, surroundings),
});
