/** The language client on a computer, where the server is a process. */
import { LanguageClient } from 'vscode-languageclient/node';

export class ProcessClient extends LanguageClient {
  /**
   * Ends a server that does not do so when it is told, and refuses when that has been seen. The language client itself
   * ends it two seconds later, and takes that for the end of the one that has been started meanwhile.
   */
  override async stop(timeout?: number): Promise<void> {
    const server = this.serverProcess;
    const closed = new Promise((resolve) => server?.once('close', resolve));
    try {
      await super.stop(timeout);
    } catch (error) {
      if (server) {
        server.kill('SIGKILL');
        await closed;
      }
      throw error;
    }
  }
}
