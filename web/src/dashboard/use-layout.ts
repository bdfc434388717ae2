import { useState } from 'react'

export type Layout = 'grid' | 'list'

const KEY = 'anawim.lessons.layout'

/** Cards or rows, as this browser last chose. */
export function useLayout(): [Layout, (layout: Layout) => void] {
  const [layout, setLayout] = useState<Layout>(remembered)
  return [
    layout,
    (next) => {
      setLayout(next)
      try {
        localStorage.setItem(KEY, next)
      } catch {
        // Without storage it holds until the page is closed.
      }
    },
  ]
}

function remembered(): Layout {
  try {
    return localStorage.getItem(KEY) === 'list' ? 'list' : 'grid'
  } catch {
    return 'grid'
  }
}
