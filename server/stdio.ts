/**
 * The way to a client over standard input and output. Anything may have started us and may write anything: what is no
 * message is answered with a word on standard error, and where nobody can say any longer where the next message begins,
 * the process ends. Without this, it would stay and never answer again.
 */
import { Console } from 'node:console';
import type { Connection, DataCallback, Disposable, Message } from 'vscode-languageserver/node';
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** What is on standard input, whole messages at a time. */
class StandardInput extends StreamMessageReader {
  #wasShutDown = false;
  #hasEnded = false;

  constructor() {
    super(process.stdin);
    this.onError((error) => this.#refuse(error));
    this.onClose(() => this.#end());
    process.stdin.on('end', () => this.#end());
  }

  override listen(callback: DataCallback): Disposable {
    return super.listen((message) => {
      this.#wasShutDown ||= isShutdown(message);
      callback(message);
    });
  }

  #refuse(error: Error): void {
    // The length of such a message was right: the next one begins behind it.
    if (error instanceof SyntaxError) {
      complain(`a message is no JSON, and was left out: ${error.message}`);
      return;
    }
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    const [words = ''] = error.message.split('\n');
    complain(
      `standard input has something else than messages of the Language Server Protocol, so the server ends: ${words}. Start it from an editor; each message begins with “Content-Length: ”, its bytes and two line ends.`,
      () => process.exit(1),
    );
  }

  /** The client is gone, in order where it has said so before. */
  #end(): void {
    if (!this.#hasEnded) process.exit(this.#wasShutDown ? 0 : 1);
  }
}

const isShutdown = (message: Message): boolean => 'method' in message && message.method === 'shutdown';

const complain = (words: string, then?: () => void): void => {
  process.stderr.write(`evidence-portfolio-language-server: ${words}\n`, then);
};

/** Standard output is for messages alone: what a library might print goes to standard error. */
export function connectionOverStdio(): Connection {
  globalThis.console = new Console(process.stderr);
  // Where nobody reads it, nothing is lost that anybody waits for.
  process.stderr.on('error', () => undefined);
  return createConnection(ProposedFeatures.all, new StandardInput(), new StreamMessageWriter(process.stdout));
}
