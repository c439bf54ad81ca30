/** A group of requests that the server answers: one file each, listed in server.ts. */
import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import type { Environment } from '../environment';
import type { Guard } from '../guard';
import type { Session } from '../session';

export interface Service {
  /** What the server says of it when a client connects; no two services name one capability. */
  readonly capabilities: ServerCapabilities;
  readonly serve: (parts: ServiceParts) => void;
}

export interface ServiceParts {
  readonly connection: Connection;
  readonly session: Session;
  readonly guard: Guard;
  readonly environment: Environment;
}
