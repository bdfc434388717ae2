import type { ProductAddress } from './product.ts'

/** A logged-in person's plain HTTP: `ask` rejects with what the server said when it does not answer 2xx. */
export interface ApiClient {
  ask<T>(method: string, path: string, body?: unknown): Promise<T>
}

/** Logs in, as the admin when nobody is named. */
export async function logIn(
  product: ProductAddress,
  email = product.adminEmail,
  password = product.adminPassword,
): Promise<ApiClient> {
  const { access_token } = await request<{ access_token: string }>(product.url, 'POST', '/api/auth/login', {
    email,
    password,
  })
  return { ask: (method, path, body) => request(product.url, method, path, body, access_token) }
}

async function request<T>(url: string, method: string, path: string, body?: unknown, token?: string): Promise<T> {
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return (response.status === 204 ? undefined : await response.json()) as T
}
