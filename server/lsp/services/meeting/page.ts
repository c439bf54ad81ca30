/** A document as a page of the editor: without styles, scripts, links and pictures. */
import type { ReportDocument } from '../../../core/report/model';
import { printable } from '../../../core/text/printable';
import { reportContent } from '../../../exchange/reports/html';
import type { ReportPage } from '../../protocol';

export const pageOf = (document: ReportDocument): ReportPage => ({
  title: printable(document.title),
  content: reportContent(document, false),
});
