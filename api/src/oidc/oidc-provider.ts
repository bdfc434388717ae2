import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client'
import type { ApiConfig } from '../config.ts'
import type { Flow } from './flow-cookie.ts'

/** What the other server says of a person. */
export interface OidcClaims {
  issuer: string
  subject: string
  email: string | null
  /** It vouches for the e-mail being theirs. */
  isEmailVerified: boolean
  name: string | null
}

export interface OidcProvider {
  /** Where to send the browser, and what to keep until it comes back. Rejects when the other server is out of reach. */
  begin(redirectUri: string): Promise<{ url: URL; flow: Flow }>
  /** Who came back at `address`. Rejects when anything in it is not as it was begun. */
  finish(address: URL, flow: Flow): Promise<OidcClaims>
}

/** Seconds to wait for the other server. */
const PATIENCE = 10

/** The code flow with PKCE, state and nonce. A LAN's server may speak plain http: then its tokens' signatures are all there is. */
export function createOidcProvider(oidc: NonNullable<ApiConfig['oidc']>): OidcProvider {
  const issuer = new URL(oidc.issuer)
  const execute = [enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : [])]
  let found: Promise<Configuration> | undefined

  /** What the other server says of itself: asked for when it is first needed, and again when it could not be reached. */
  function configuration(): Promise<Configuration> {
    found ??= discovery(
      issuer,
      oidc.clientId,
      oidc.clientSecret,
      oidc.clientSecret === undefined ? None() : undefined,
      {
        execute,
        timeout: PATIENCE,
      },
    ).catch((error: unknown) => {
      found = undefined
      throw error
    })
    return found
  }

  return {
    async begin(redirectUri) {
      const flow = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
      })
      return { url, flow }
    },

    async finish(address, { state, nonce, verifier }) {
      const config = await configuration()
      const tokens = await authorizationCodeGrant(config, address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (!claims) throw new Error('the answer holds no ID token')
      // Some say no more than who it is in the token, and the rest when they are asked.
      const more =
        claims['email'] === undefined && config.serverMetadata().userinfo_endpoint
          ? await fetchUserInfo(config, tokens.access_token, claims.sub)
          : claims
      return {
        issuer: claims.iss,
        subject: claims.sub,
        email: typeof more['email'] === 'string' ? more['email'] : null,
        isEmailVerified: more['email_verified'] === true,
        name: typeof more['name'] === 'string' ? more['name'] : null,
      }
    },
  }
}
