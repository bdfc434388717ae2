/** How one request is sent. */
export interface CallOptions {
  signal?: AbortSignal | undefined
  /** It is sent to its end though the page is left for another. */
  keepalive?: boolean
}
