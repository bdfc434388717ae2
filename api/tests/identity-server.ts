import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose'
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A small OpenID Connect provider over plain http, as a school may have one in its LAN. It logs everybody in who comes. */
export interface IdentityServer {
  issuer: string
  clientId: string
  clientSecret: string
  /** What it says of the next who comes; `nonce`, issuer and audience are what they must be unless they are told here. */
  claims: JWTPayload
  /** What it says besides, when it is asked with the access token. */
  userInfo: JWTPayload
  /** Signs with a key that it does not publish. */
  forges: boolean
  close(): Promise<void>
}

export async function startIdentityServer(): Promise<IdentityServer> {
  const keys = await generateKeyPair('RS256')
  const strangers = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }
  const codes = new Map<string, { challenge: string; nonce: string; redirectUri: string }>()

  const http = createServer((req, res) => {
    const url = new URL(req.url ?? '/', server.issuer)
    const json = (body: unknown, status = 200) =>
      res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (url.pathname === '/.well-known/openid-configuration') {
      json({
        issuer: server.issuer,
        authorization_endpoint: `${server.issuer}/authorize`,
        token_endpoint: `${server.issuer}/token`,
        userinfo_endpoint: `${server.issuer}/userinfo`,
        jwks_uri: `${server.issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      })
    } else if (url.pathname === '/userinfo') {
      json({ sub: server.claims.sub, ...server.userInfo })
    } else if (url.pathname === '/keys') {
      json({ keys: [jwk] })
    } else if (url.pathname === '/authorize') {
      const asked = (name: string) => url.searchParams.get(name) ?? ''
      const code = crypto.randomUUID()
      codes.set(code, { challenge: asked('code_challenge'), nonce: asked('nonce'), redirectUri: asked('redirect_uri') })
      const back = new URL(asked('redirect_uri'))
      back.searchParams.set('code', code)
      back.searchParams.set('state', asked('state'))
      res.writeHead(302, { location: back.href }).end()
    } else if (url.pathname === '/token') {
      void token(req).then(
        (answer) => json(answer),
        () => json({ error: 'invalid_grant' }, 400),
      )
    } else json({}, 404)
  })

  async function token(req: IncomingMessage): Promise<unknown> {
    const form = new URLSearchParams(Buffer.concat(await req.toArray()).toString())
    const code = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const isClient = form.get('client_id') === server.clientId && form.get('client_secret') === server.clientSecret
    if (!code || !isClient || challenge !== code.challenge || form.get('redirect_uri') !== code.redirectUri) {
      throw new Error('refused')
    }
    const idToken = await new SignJWT({ nonce: code.nonce, iss: server.issuer, aud: server.clientId, ...server.claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(server.forges ? strangers.privateKey : keys.privateKey)
    return { access_token: 'x', token_type: 'Bearer', expires_in: 300, id_token: idToken }
  }

  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const server: IdentityServer = {
    issuer: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    clientId: 'anawim',
    clientSecret: 'a secret of both',
    claims: {},
    userInfo: {},
    forges: false,
    close: () =>
      new Promise((resolve) => {
        http.closeAllConnections()
        http.close(() => resolve())
      }),
  }
  return server
}
