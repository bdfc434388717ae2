import type { ApiDeps } from '../deps.ts'

/** An origin by which others in the network reach this server: as it was told, or as it sees itself. null: it does not know. */
export function addressForOthers({ config, networkAddress }: ApiDeps): string | null {
  return config.publicUrl ?? networkAddress?.() ?? null
}
