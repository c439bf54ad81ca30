/** What would act in a workbook or a document, if it stood there. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';

/** Parts that run, that hold other programs’ files, or that load something. */
const actingPart =
  /vba|macro|activeX|embeddings|oleObject|externalLink|customUI|connections|queryTable|Basic\/|Scripts\/|Object ?\d/i;

/** Elements that run, load, or are made anew by the program that opens them; page numbers are ours. */
const actingElement =
  /^(?:w:(?:object|control|altChunk|attachedTemplate|subDoc|dataSource)|o:OLEObject|v:imagedata|a:blip|ddeLink|oleLink|oleObjects|controls|webPublishItems|script:.*|office:(?:scripts|event-listeners|dde-source|forms)|form:.*|text:(?:execute-macro|dde-connection|dde-connection-decl|script|database-.*|variable-.*|user-field-.*|hidden-.*|section-source)|table:(?:dde-link|dde-links|table-source|cell-range-source|database-source.*)|draw:(?:object|object-ole|plugin|applet|floating-frame|image)|presentation:.*)$/;

/** Formulas and fields that are ours: counts of the award, pages. */
const ownField = /^\s*(?:PAGE|NUMPAGES)\s*$/;
const actingFormula = /HYPERLINK|WEBSERVICE|IMPORT|EXEC|CALL|DDE|cmd|\||evil|javascript|alert/i;

interface Found {
  readonly acting: string[];
  readonly texts: string[];
}

/** Fails where a file of XLSX, DOCX, ODS or ODT has something in it that does anything. @param isRead it is no sheet that comes back */
export function officeHoldsNothingThatActs(bytes: Uint8Array, isRead: boolean): void {
  const parts = unzipSync(bytes);
  deepEqual(Object.keys(parts).filter((name) => actingPart.test(name)), []);
  const found: Found = { acting: [], texts: [] };
  for (const [name, part] of Object.entries(parts))
    if (/\.(?:xml|rels)$/.test(name)) readPart(name, strFromU8(part), found);
  deepEqual(found.acting, []);
  ok(found.texts.some((text) => text.includes('alert(1)') || text.includes('HYPERLINK')), 'nothing hostile is in it, so nothing was tried');
  // XML knows no others; what comes back from a sheet as it went is written out in letters (`_x001B_`).
  deepEqual(found.texts.filter((text) => /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/.test(text)), []); // eslint-disable-line no-control-regex
  // What is read only turns no line around, and has no traces of escape sequences.
  if (isRead) deepEqual(found.texts.filter((text) => /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]|_x00/u.test(text)), []);  
} // prettier-ignore

function readPart(name: string, xml: string, { acting, texts }: Found): void {
  ok(xml.isWellFormed(), name);
  equal(/<!(?:DOCTYPE|ENTITY)|<\?(?!xml |mso-application)/.exec(xml), null, name);
  let formula: string | undefined;
  const parser = new Parser(
    {
      onopentag: (element, attributes) => {
        if (actingElement.test(element)) acting.push(`${name}: ${element}`);
        formula = element === 'f' || element === 'w:instrText' ? '' : undefined;
        for (const [key, value] of Object.entries(attributes)) {
          if (/(?:^|:)on\w+$|macro/i.test(key)) acting.push(`${name}: ${key}`);
          if (key === 'w:instr' && !ownField.test(value)) acting.push(`${name}: ${value}`);
          if (key === 'table:formula' && actingFormula.test(value)) acting.push(`${name}: ${value}`);
          if (/(?:^|:)href$|^Target$/.test(key) && !leadsAsItMay(value)) acting.push(`${name}: ${value}`);
        }
        if (attributes['TargetMode'] === 'External' && !(attributes['Type'] ?? '').endsWith('/hyperlink'))
          acting.push(`${name}: ${attributes['Type'] ?? ''}`);
      },
      ontext: (text) => {
        texts.push(text);
        if (formula !== undefined) formula += text;
      },
      onclosetag: (element) => {
        const isOurs = element === 'f' ? !actingFormula.test(formula ?? '') : ownField.test(formula ?? '');
        if (formula !== undefined && !isOurs) acting.push(`${name}: ${formula}`);
        formula = undefined;
      },
    },
    { xmlMode: true, decodeEntities: true },
  ); // prettier-ignore
  parser.end(xml);
}

/** To the web, to a place in the file, or by a path from where it lies. */
const leadsAsItMay = (address: string): boolean =>
  /^(?:https?:\/\/|#)/.test(address) || !/^(?:[a-z][a-z\d+.-]*:|\/\/|\\\\)/i.test(address.trim());
