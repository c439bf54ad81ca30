/** Kinds of files that are not read here, told apart so that people hear how to make one that is. */
import type { Parts } from './zip';

const asWorkbook = 'Open it in Excel or LibreOffice, save it as .xlsx or .ods, and import that.';
const asDocument = 'Open it in Word or LibreOffice, save it as .docx or .odt, and import that.';

/** The container of old office files, and of new ones with a password. */
export const looksOld = (bytes: Uint8Array): boolean => startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);

/** Why such a file is not read, in whole sentences. Its streams are told by their names, which are UTF-16 (MS-CFB 2.6.1). */
export function whyNotOld(bytes: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(bytes);
  const has = (name: string): boolean => text.includes(Array.from(name, (letter) => `${letter}\0`).join(''));
  if (has('DRMEncryptedTransform') || has('DRMEncryptedDataSpace'))
    return 'The file is locked by a sensitivity label or by rights management. Save a copy without it, and import that.';
  if (has('EncryptedPackage')) return 'The file has a password. Save it without one, and try once more.';
  if (has('Workbook') || has('Book'))
    return `The file is a workbook of Excel before 2007 (.xls). ${asWorkbook}`;
  if (has('WordDocument')) return `The file is a document of Word before 2007 (.doc). ${asDocument}`;
  return 'The file is in the format of Office before 2007, or has a password. Save it as .xlsx, .docx, .ods or .odt without a password.';
}

/** Why a packed file is not read, in whole sentences. */
export function whyNotPacked({ names, has }: Parts): string {
  const isOne = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (isOne(/^xl\/workbook\.bin$/i)) return `The file is a binary workbook (.xlsb). ${asWorkbook}`;
  if (isOne(/^ppt\//i))
    return `The file is a presentation. Copy its table into a workbook or a document, and import that.`;
  if (isOne(/(?:^|\/)Index(?:\/Document\.iwa|\.zip)$|^index\.apxl$/i) || isOne(/\.iwa$/i))
    return 'The file is in a format of Apple’s own. In Numbers or Pages, choose File > Export To > Excel or Word, and import that.';
  const none =
    'The file is no Excel workbook (.xlsx), no Word document (.docx), and no OpenDocument spreadsheet or text (.ods, .odt).';
  const isOffice = has('[Content_Types].xml') || has('mimetype');
  const files = names.filter((name) => !name.endsWith('/') && !name.startsWith('__MACOSX/'));
  return isOffice || files.length === 0
    ? none
    : `${none} It is a ZIP file that holds ${files.length === 1 ? `“${files[0] ?? ''}”` : `${files.length} files`}: unpack it, and import the one with the table.`;
}

/** Why a file that is not packed is not read, in whole sentences; undefined where it is a text to be read. */
export function whyNotText(name: string, bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4000)).replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/, '').replaceAll('\0', ''); // prettier-ignore
  const kind = kinds.find(({ sign }) => sign.test(start));
  if (kind) return kind.why;
  if (/\.(?:gsheet|gdoc)$/i.test(name))
    return 'The file only leads to one that Google keeps. Open it, choose File > Download, and import what you get.';
  if (startsWith(bytes, [0x09]) && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) && bytes[3] === 0)
    return `The file is a workbook of Excel before 97 (.xls). ${asWorkbook}`;
  return undefined;
}

const kinds: readonly { readonly sign: RegExp; readonly why: string }[] = [
  { sign: /^\s*%PDF-/, why: `The file is a PDF, whose tables cannot be read. Ask for the file that it was made of, or open it in Word, and save it as .docx.` },
  { sign: /^\s*\{\\rtf/, why: `The file is a document in Rich Text Format (.rtf). ${asDocument}` },
  { sign: /^\s*(?:MIME-Version:|From: <Saved by )/i, why: `The file is a web page in a single file (.mht). ${asWorkbook}` },
  // People begin notes with “From: Ann”; these are lines of machines among lines like it.
  { sign: /^\s*(?:[\w-]+: .*\r?\n(?:[ \t].*\r?\n)*)*(?:Received: from|Delivered-To: \S+@|Return-Path: <|Message-ID:\s+<|MIME-Version: \d)/i, why: 'The file is an e-mail. Save its attachment, or copy its table into a workbook, and import that.' },
  { sign: /^\s*<\?xml[^]*urn:schemas-microsoft-com:office:spreadsheet/, why: `The file is a workbook as a single text (XML Spreadsheet 2003). ${asWorkbook}` },
  { sign: /^\s*<\?xml[^]*(?:schemas\.microsoft\.com\/office\/(?:word\/2003\/wordml|2006\/xmlPackage))/, why: `The file is a document as a single text (Word XML). ${asDocument}` },
  { sign: /^(?:\x89PNG|\xFF\xD8\xFF|GIF8[79]a|RIFF[^]{1,8}WEBP)/, why: 'The file is a picture. Ask for the table that it shows as a workbook or a document, and import that.' },
  // A table may begin with “ID;Priority”; cells by their place, or formats, are SYLK’s alone.
  { sign: /^ID;P(?:[^]*\n(?:[BCF];[XY]\d|P;PGeneral)|[^\n]*;N;E\r?\n)|^TABLE\r?\n0,1\r?\n|^socialcalc:/, why: `The file is a workbook in an old format of exchange (SYLK, DIF or SocialCalc). ${asWorkbook}` },
  { sign: /^\s*\[InternetShortcut\]/, why: 'The file only leads to a page. Open it, download what it leads to, and import that.' },
]; // prettier-ignore

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);
