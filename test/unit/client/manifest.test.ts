/** Holds package.json against the code of the extension, and its parts against each other. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import {
  actOnDue,
  actOnPlan,
  actOnThisFile,
  commands,
  contextKeys,
  editors,
  panels,
  views as ids,
} from '../../../client/host/commands';
import { stepOf, walkthroughId, type Milestone } from '../../../client/walkthroughSteps/milestoneSigns';

interface Menu {
  readonly command: string;
  readonly when?: string;
}
interface Submenu {
  readonly submenu: string;
  readonly when?: string;
}
interface Setting extends Readonly<Record<string, unknown>> {
  readonly enum?: readonly string[];
  readonly order?: number;
}
interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly image: Readonly<Record<string, string>>; readonly altText: string };
  readonly completionEvents: readonly string[];
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
    readonly menus: Readonly<Record<string, readonly (Menu | Submenu)[]>>;
    readonly submenus: readonly { readonly id: string; readonly label: string }[];
    readonly keybindings: readonly (Menu & { readonly key: string })[];
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>;
    readonly customEditors: readonly {
      readonly viewType: string;
      readonly priority: string;
      readonly selector: readonly { readonly filenamePattern: string }[];
    }[];
    readonly viewsWelcome: readonly {
      readonly view: string;
      readonly contents: string;
      readonly when: string;
    }[];
    readonly walkthroughs: readonly { readonly id: string; readonly steps: readonly Step[] }[];
    readonly snippets: readonly { readonly path: string }[];
    readonly configuration: readonly {
      readonly title: string;
      readonly order: number;
      readonly properties: Readonly<Record<string, Setting>>;
    }[];
  };
};
const { contributes } = manifest;
const known = new Set<string>(Object.values(commands));
const views: readonly string[] = Object.values(ids);
const isKnown = (command: string): boolean =>
  known.has(command) || command === 'vscode.openFolder' || views.some((view) => command === `${view}.focus`);
const linked = (text: string): readonly string[] =>
  [...text.matchAll(/\(command:([\w.]+)\)/g)].map(([, command = '']) => command);

describe('package.json', () => {
  it('names the commands that the code registers, all under Evidence', () => {
    deepEqual(new Set(contributes.commands.map(({ command }) => command)), known);
    for (const click of [actOnThisFile, actOnPlan, actOnDue]) ok(!known.has(click));
    for (const { category, title } of contributes.commands) {
      equal(category, 'Evidence');
      match(title, /^[A-Z]/);
    }
  });

  it('names no command for which nothing is done', () => {
    const code = readdirSync('client', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => readFileSync(`client/${path}`, 'utf8'));
    const idle = Object.keys(commands).filter(
      (name) =>
        !code.some(
          (text) =>
            text.includes(`[commands.${name}]: `) || text.includes(`registerCommand(commands.${name},`),
        ),
    );
    deepEqual(idle, []);
  });

  it('hides no command from the palette', () => equal(contributes.menus['commandPalette'], undefined));

  it('has menus, keys and welcome texts of known commands and views only', () => {
    for (const entry of [...Object.values(contributes.menus).flat(), ...contributes.keybindings])
      if ('command' in entry) ok(isKnown(entry.command), entry.command);
      else ok(contributes.menus[entry.submenu], entry.submenu);
    for (const { id } of contributes.submenus) ok(contributes.menus[id], id);
    for (const { contents, view } of contributes.viewsWelcome) {
      ok(views.includes(view));
      for (const command of linked(contents)) ok(isKnown(command), command);
    }
  });

  it('asks in its conditions for context keys that the code sets', () => {
    const conditions = [
      ...Object.values(contributes.menus).flat(),
      ...contributes.keybindings,
      ...contributes.viewsWelcome,
    ].map(({ when = '' }) => when);
    const set: ReadonlySet<string> = new Set<string>([
      ...Object.values(contextKeys),
      ...views,
      ...Object.values(editors),
      ...Object.values(panels),
    ]);
    for (const when of conditions)
      for (const [key] of when.matchAll(/evidencePortfolio\.\w+/g)) ok(set.has(key), key);
  });

  it('gives each key to one command, and none that types a letter somewhere', () => {
    const keys = contributes.keybindings.map(({ key }) => key);
    equal(new Set(keys).size, keys.length);
    for (const { key, when } of contributes.keybindings) {
      // On many keyboards Ctrl+Alt is how a third letter on a key is typed, such as €.
      match(key, /^shift\+alt\+e [a-z]$/);
      ok(when, key);
    }
  });

  it('offers its editors for Markdown files, beside VS Code’s own', () => {
    deepEqual(
      contributes.customEditors.map(({ viewType }) => viewType),
      Object.values(editors),
    );
    for (const { selector, priority } of contributes.customEditors) {
      equal(priority, 'option');
      deepEqual(
        selector.map(({ filenamePattern }) => filenamePattern),
        ['*.md', '*.markdown'],
      );
    }
  });

  it('has its views', () => {
    const listed = Object.values(contributes.views).flat();
    deepEqual(
      listed.map(({ id }) => id),
      views,
    );
    ok(listed.every(({ icon }) => existsSync(icon)));
    ok(existsSync(manifest.icon));
    for (const folder of ['client/icons', 'client/walkthrough', 'client/snippets'])
      ok(manifest.files.includes(folder), folder);
  });

  it('has a walkthrough with pictures, of which each step is completed by what the code sees done', () => {
    deepEqual(
      contributes.walkthroughs.map(({ id }) => id),
      [walkthroughId],
    );
    const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    const milestones = Object.keys(stepOf) as Milestone[];
    deepEqual(
      steps.map(({ id, completionEvents }) => [id, ...completionEvents]),
      milestones.map((milestone) => [stepOf[milestone], `onContext:${contextKeys[milestone]}`]),
    );
    for (const { id, media, description } of steps) {
      deepEqual(Object.keys(media.image), ['light', 'dark', 'hc', 'hcLight']);
      for (const picture of Object.values(media.image)) ok(existsSync(picture), picture);
      ok(media.altText.length > 30, id);
      const commandsOfStep = linked(description);
      for (const command of commandsOfStep) ok(isKnown(command), command);
    }
  });

  it('has snippets, each with a prefix and a sentence', () => {
    for (const { path } of contributes.snippets) {
      const snippets = JSON.parse(readFileSync(path, 'utf8')) as Readonly<
        Record<
          string,
          { readonly prefix: unknown; readonly description: string; readonly body: readonly string[] }
        >
      >;
      for (const [name, { prefix, description, body }] of Object.entries(snippets)) {
        ok(prefix, name);
        ok(description.length > 20, name);
        ok(
          body.some((line) => line.includes('$0')),
          name,
        );
      }
    }
  });

  it('groups and orders the settings, and explains each', () => {
    deepEqual(
      contributes.configuration.map(({ order }) => order),
      contributes.configuration.map((_, at) => at + 1),
    );
    for (const { title, properties } of contributes.configuration) {
      match(title, /^[A-Z]/);
      deepEqual(
        Object.values(properties).map(({ order }) => order),
        Object.values(properties).map((_, at) => at + 1),
      );
      for (const [name, setting] of Object.entries(properties)) {
        match(name, /^evidencePortfolio\./);
        ok(setting['markdownDescription'] ?? setting['description'], name);
        ok('default' in setting, name);
        if (setting.enum)
          equal((setting['enumDescriptions'] as readonly string[]).length, setting.enum.length);
        if (setting['pattern']) ok(setting['patternErrorMessage'], name);
      }
    }
  });

  it('takes a day, or nothing, for today', () => {
    const settings = Object.assign(
      {},
      ...contributes.configuration.map(({ properties }) => properties),
    ) as Record<string, Setting>;
    const pattern = new RegExp(String(settings['evidencePortfolio.today']?.['pattern']));
    for (const day of ['', '2027-05-12', '2026-12-31']) ok(pattern.test(day), day);
    for (const day of ['12 May', '2027-13-01', '2027-05-32', '27-05-12', '2027-05-12 '])
      ok(!pattern.test(day), day);
  });
});
