import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { TOKEN_LIMITS } from './limits.ts';

/** The login service's answer is of no use. The message holds nothing of it. */
class LoginNetworkError extends Error {
  override readonly name = 'LoginNetworkError';
}

/**
 * How MSAL reaches the login service. Its own way has no limit of time or size for the request that carries the secret,
 * and follows redirects with it.
 */
export function loginNetwork(answerMs: number): INetworkModule {
  const send = <T>(method: string, url: string, options: NetworkRequestOptions | undefined) =>
    requestJson<T>(url, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(answerMs),
      ...(options?.headers && { headers: options.headers }),
      ...(options?.body !== undefined && { body: options.body }),
    });
  return {
    sendGetRequestAsync: <T>(url: string, options?: NetworkRequestOptions) => send<T>('GET', url, options),
    sendPostRequestAsync: <T>(url: string, options?: NetworkRequestOptions) => send<T>('POST', url, options),
  };
}

async function requestJson<T>(url: string, init: RequestInit): Promise<NetworkResponse<T>> {
  const response = await fetch(url, init);
  const body: T = JSON.parse(await textOf(response));
  return { status: response.status, headers: Object.fromEntries(response.headers), body };
}

async function textOf({ body }: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    parts.push(part);
    size += part.length;
    if (size > TOKEN_LIMITS.answerBytes) throw new LoginNetworkError('the answer is too large');
  }
  return Buffer.concat(parts).toString('utf8');
}
