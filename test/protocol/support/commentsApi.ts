/** A server in the place of a forge's API: comments of one pull request or merge request, and who asks. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string; readonly type: string };
  /** GitLab's name for the user. */
  readonly author: { readonly id: number };
}

/** A status, or the end of the connection without an answer. */
export type Trouble = number | 'hang up';

export interface CommentsApi {
  readonly address: string;
  readonly comments: Comment[];
  /** `GET /user`, in the order in which they came, without what stands behind `?`. */
  readonly requests: string[];
  readonly headers: IncomingMessage['headers'][];
  /** By `GET /user`, or `POST`: what goes wrong. */
  trouble: Readonly<Record<string, Trouble>>;
  /** Adds a comment of somebody else. */
  readonly say: (body: string, user?: Partial<Comment['user']>) => Comment;
}

const servers: ReturnType<typeof createServer>[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** @param me who asks; undefined: a token of a job, which may not ask that */
export async function commentsApi(me?: string): Promise<CommentsApi> {
  const comments: Comment[] = [];
  const add = (body: string, user: Comment['user'], author: number): Comment => {
    const comment = { id: comments.length + 1, body, user, author: { id: author } };
    comments.push(comment);
    return comment;
  };
  const mine = { login: me ?? 'github-actions[bot]', type: me === undefined ? 'Bot' : 'User' };
  const answer = async (request: IncomingMessage): Promise<readonly [Trouble, unknown]> => {
    const { method = '', url = '' } = request;
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    api.requests.push(`${method} ${pathname}`);
    api.headers.push(request.headers);
    const trouble = api.trouble[`${method} ${pathname}`] ?? api.trouble[method];
    if (trouble !== undefined) return [trouble, { message: 'Not today' }];
    if (pathname === '/user') return me === undefined ? [403, {}] : [200, { login: me, id: 1 }];
    if (method === 'GET') return [200, paged(comments, searchParams)];
    const { body } = (await read(request)) as { readonly body: string };
    if (method === 'POST') return [201, add(body, mine, 1)];
    const comment = comments.find(({ id }) => pathname.endsWith(`/${id}`));
    if (!comment) return [404, {}];
    comment.body = body;
    return [200, comment];
  };
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [status, data] = await answer(request);
    if (status === 'hang up') request.socket.destroy();
    else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(data));
  };
  const server = createServer((request, response) => void respond(request, response));
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const api: CommentsApi = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    comments,
    requests: [],
    headers: [],
    trouble: {},
    say: (body, user) => add(body, { login: 'reader', type: 'User', ...user }, 2),
  };
  return api;
}

function paged(comments: readonly Comment[], asked: URLSearchParams): readonly Comment[] {
  const size = Number(asked.get('per_page') ?? 30);
  const from = (Number(asked.get('page') ?? 1) - 1) * size;
  return comments.slice(from, from + size);
}

async function read(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
