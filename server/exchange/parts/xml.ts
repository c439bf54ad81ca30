/** XML as a stream of events. What a document type declares is not read, so that no entity can grow. */
import { Parser } from 'htmlparser2';

export interface XmlEvents {
  /** Names are without their prefix: producers choose different ones. */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Any text gives some events. */
export function readXml(text: string, { open, close, text: told }: XmlEvents): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open?.(localName(name), attributes),
      onclosetag: (name) => close?.(localName(name)),
      ontext: (data) => told?.(data),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An attribute by its name without a prefix. */
export const attribute = (attributes: Readonly<Record<string, string>>, name: string): string | undefined =>
  attributes[name] ?? Object.entries(attributes).find(([key]) => localName(key) === name)?.[1];

/** A text as content or as an attribute's value in quotation marks. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** What no XML can hold, however it is written: most control characters. */
// eslint-disable-next-line no-control-regex
const impossible = /[\0-\x08\x0B-\x1F\uFFFE\uFFFF]/g;

/**
 * A text as office files have it: what XML cannot hold as `_xHHHH_`, and what looks like that as `_x005F_xHHHH_`
 * (ECMA-376, part 1, 22.9.2.19).
 */
export const officeText = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      impossible,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );

/** The text that `officeText` was given. */
export const fromOfficeText = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (whole, code: string) => {
    const character = String.fromCharCode(parseInt(code, 16));
    return character === '_' || character.search(impossible) === 0 ? character : whole;
  });
