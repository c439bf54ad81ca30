import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { commands, coverageView } from '../../client/commands';

interface Menu {
  readonly command: string;
  readonly when?: string;
}
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly icon: string;
  readonly files: readonly string[];
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
    }[];
    readonly menus: Readonly<Record<string, readonly Menu[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    };
  };
};
const { contributes } = manifest;
const known = new Set<string>(Object.values(commands));

describe('package.json', () => {
  it('names the commands that the code registers, all under Evidence', () => {
    deepEqual(new Set(contributes.commands.map(({ command }) => command)), known);
    for (const { category, title } of contributes.commands) {
      equal(category, 'Evidence');
      match(title, /^[A-Z]/);
    }
  });

  it('hides no command from the palette', () => equal(contributes.menus['commandPalette'], undefined));

  it('has menus and welcome texts of known commands only', () => {
    for (const { command } of Object.values(contributes.menus).flat()) ok(known.has(command), command);
    for (const { contents } of contributes.viewsWelcome) {
      for (const [, command = ''] of contents.matchAll(/\(command:([\w.]+)\)/g)) {
        ok(known.has(command) || command === 'vscode.openFolder', command);
      }
    }
  });

  it('has the Coverage view', () => {
    const views = Object.values(contributes.views).flat();
    deepEqual(
      views.map(({ id }) => id),
      [coverageView],
    );
    ok(views.every(({ icon }) => existsSync(icon)));
    ok(existsSync(manifest.icon));
    ok(manifest.files.includes('client/icons'));
  });

  it('explains every setting', () => {
    for (const [name, setting] of Object.entries(contributes.configuration.properties)) {
      match(name, /^evidencePortfolio\./);
      ok(setting['markdownDescription'] ?? setting['description'], name);
      ok('default' in setting, name);
    }
  });

  it('takes a day, or nothing, for today', () => {
    const pattern = new RegExp(
      String(contributes.configuration.properties['evidencePortfolio.today']?.['pattern']),
    );
    for (const day of ['', '2027-05-12', '2026-12-31']) ok(pattern.test(day), day);
    for (const day of ['12 May', '2027-13-01', '2027-05-32', '27-05-12', '2027-05-12 '])
      ok(!pattern.test(day), day);
  });
});
