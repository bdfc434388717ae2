import type { Icon } from '@tabler/icons-react'
import { useState, type DragEvent, type ReactNode } from 'react'
import { Link } from 'react-router'
import { addressOfView, viewOfAddress, type ListView } from './list-view.ts'
import { holdsLessons } from './dragged-lessons.ts'
import styles from './Places.module.css'

interface PlaceLinkProps {
  icon: Icon
  change: Partial<ListView>
  isHere: boolean
  /** Lessons can be dropped here. */
  onDrop?: () => void
  children: ReactNode
}

/** The way to one place, and where lessons can be dropped. */
export function PlaceLink({ icon: PlaceIcon, change, isHere, onDrop, children }: PlaceLinkProps) {
  const [isOver, setIsOver] = useState(false)
  const over = (event: DragEvent) => {
    if (!onDrop || !holdsLessons(event)) return
    event.preventDefault()
    setIsOver(true)
  }
  const address = addressOfView({ ...viewOfAddress(new URLSearchParams()), ...change }).toString()
  return (
    <Link
      to={{ pathname: '/', search: address }}
      className={styles.place}
      aria-current={isHere ? 'page' : undefined}
      data-over={isOver || undefined}
      draggable={false}
      onDragEnter={over}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        if (!onDrop || !holdsLessons(event)) return
        event.preventDefault()
        setIsOver(false)
        onDrop()
      }}
    >
      <PlaceIcon size={20} stroke={1.6} aria-hidden />
      <span className={styles.name}>{children}</span>
    </Link>
  )
}
