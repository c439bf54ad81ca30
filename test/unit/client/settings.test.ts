/**
 * A workspace brings its own settings, from a stranger too: none of ours names a program, a path or an address. The ones
 * that take text take a few words, or a day.
 */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';

interface Setting {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Setting>>;
  readonly additionalProperties?: boolean;
}

interface Manifest {
  readonly capabilities: {
    readonly untrustedWorkspaces: {
      readonly supported: boolean;
      readonly restrictedConfigurations?: unknown;
    };
    readonly virtualWorkspaces: boolean;
  };
  readonly contributes: {
    readonly configuration: readonly { readonly properties: Readonly<Record<string, Setting>> }[];
  };
}

const { capabilities, contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

const hostile = [
  '/bin/sh',
  'C:\\Windows\\cmd.exe',
  '\\\\server\\share',
  '../outside.yaml',
  'https://example.org/',
  'file:///etc/passwd',
  'command:workbench.action.quit',
  '$(rm -rf /)',
];

/** Whether a value that a workspace gives may be a text of its own choice. */
const takesText = ({ type, enum: words, pattern }: Setting): boolean => {
  if (type === 'boolean' || type === 'number' || type === 'integer') return false;
  if (words !== undefined) return hostile.some((text) => words.includes(text));
  if (type === 'string' && pattern !== undefined)
    return hostile.some((text) => new RegExp(pattern).test(text));
  return true;
};

/** Each setting with those in it, by name. */
const withInner = (name: string, setting: Setting): readonly (readonly [string, Setting])[] =>
  setting.properties === undefined
    ? [[name, setting]]
    : Object.entries(setting.properties).flatMap(([key, inner]) => withInner(`${name}.${key}`, inner));

describe('The settings that a workspace can bring', () => {
  const all = contributes.configuration.flatMap(({ properties }) => Object.entries(properties));

  it('are many, and name no program, no path and no address', () => {
    const each = all.flatMap(([name, setting]) => withInner(name, setting));
    ok(each.length > 40, String(each.length));
    deepEqual(
      each.filter(([, setting]) => takesText(setting)).map(([name]) => name),
      [],
    );
  });

  it('have no place for others in them', () => {
    for (const [name, { properties, additionalProperties }] of all)
      if (properties !== undefined) equal(additionalProperties, false, name);
  });

  it('hold in Restricted Mode, and in virtual workspaces', () => {
    deepEqual(capabilities, { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
  });
});
