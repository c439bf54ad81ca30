/** The newest text of any file, for what is worked out from files that an editor may not have told of. */
import type { Uri } from '../core/text/span';
import { normaliseUri, parentUri } from '../core/text/uri';
import { accessByScheme, clientFileAccess } from './clientFileAccess';
import type { ServiceParts } from './services/service';

/** Reads a file's newest text: that of an open document, else what is on the disk now. Undefined where there is none. */
export function reader({
  connection,
  session,
  environment,
}: ServiceParts): (uri: Uri) => Promise<string | undefined> {
  const client = clientFileAccess(connection);
  const access = environment.disk ? accessByScheme(environment.disk, client) : client;
  return async (uri) => {
    const document = session.documents.all().find((open) => normaliseUri(open.uri) === uri);
    if (document) return document.getText();
    const [outcome] = await access.readMany([uri], session.index.boundaryOf(parentUri(uri)));
    return outcome?.kind === 'text' ? outcome.text : undefined;
  };
}
