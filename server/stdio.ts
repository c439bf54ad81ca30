/**
 * The way to a client over standard input and output. Anything may have started us and may write anything: what is no
 * message is answered with a word on standard error, and where nobody can say any longer where the next message begins,
 * the process ends. Without this, it would stay and never answer again.
 */
import { Console } from 'node:console';
import type { Connection, DataCallback, Disposable } from 'vscode-languageserver/node';
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { framing } from './lsp/framing';

/** What is on standard input, whole messages at a time. */
class StandardInput extends StreamMessageReader {
  #wasShutDown = false;
  #hasGivenUp = false;

  constructor() {
    super(process.stdin);
    this.onError((error) => this.#refuse(error));
    this.onClose(() => this.#end());
    process.stdin.on('end', () => this.#end());
    process.stderr.on('error', () => undefined);
  }

  override listen(callback: DataCallback): Disposable {
    const faultIn = framing();
    // Before the reader’s own: it must not wait for what never comes.
    process.stdin.on('data', (bytes: Buffer) => {
      const fault = faultIn(bytes);
      if (fault !== undefined) this.#giveUp(fault);
    });
    return super.listen((message) => {
      this.#wasShutDown ||= isShutdown(message);
      try {
        callback(message);
      } catch (error) {
        // The library takes what it reads itself, `$/cancelRequest` for one, to have what it has to have.
        complain(`a message makes no sense, and was left out: ${String(error)}`);
      }
    });
  }

  #refuse(error: Error): void {
    // The length of such a message was right: the next one begins behind it.
    if (error instanceof SyntaxError || error instanceof RangeError) {
      complain(`a message is no JSON that can be read, and was left out: ${error.message}`);
      return;
    }
    this.#giveUp(`${error.message}.`);
  }

  #giveUp(why: string): void {
    if (this.#hasGivenUp) return;
    this.#hasGivenUp = true;
    process.stdin.destroy();
    complain(
      `standard input has something else than messages of the Language Server Protocol, so the server ends: ${why} Start it from an editor; each message begins with “Content-Length:”, the number of its bytes, and two line ends.`,
      () => process.exit(1),
    );
  }

  /** The client is gone, in order where it has said so before. */
  #end(): void {
    if (!this.#hasGivenUp) process.exit(this.#wasShutDown ? 0 : 1);
  }
}

/** @param message whatever was JSON */
const isShutdown = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'method' in message && message.method === 'shutdown';

/** @param told is called when it has left this process, or nobody reads it */
const complain = (words: string, told?: () => void): void =>
  void process.stderr.write(`evidence-portfolio-language-server: ${words}\n`, () => told?.());

/** Standard output is for messages alone: what a library might print goes to standard error. */
export function connectionOverStdio(): Connection {
  globalThis.console = new Console(process.stderr);
  return createConnection(ProposedFeatures.all, new StandardInput(), new StreamMessageWriter(process.stdout));
}
