import { useState } from 'react'
import { useLocation } from 'react-router'

/** What the link of a mail carries, behind its `#`, where it is sent to no server. Empty when the link was cut. */
export function useLinkToken(): string {
  const { hash } = useLocation()
  const [token] = useState(hash.slice(1))
  return token
}
