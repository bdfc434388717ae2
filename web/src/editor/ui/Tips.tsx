import { useEffect, useRef } from 'react'
import styles from './Tips.module.css'

/** Milliseconds over a button before its name shows. */
const PATIENCE = 400

/**
 * The names of all icon buttons, shown when the pointer rests on one or the keyboard reaches it. One for the whole
 * editor: whatever has `data-tip` has one. (Mantine's brings 20 KB before the canvas can show.)
 */
export function Tips() {
  const tip = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const hide = () => {
      clearTimeout(timer)
      tip.current?.removeAttribute('data-shown')
    }
    const onOver = (event: Event) => {
      const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tip]') : null
      hide()
      if (!target) return
      if (event.type === 'focusin' && !target.matches(':focus-visible')) return
      timer = setTimeout(() => tip.current && place(tip.current, target), PATIENCE)
    }
    const showing = ['pointerover', 'focusin']
    const hiding = ['pointerdown', 'focusout', 'keydown', 'wheel']
    for (const type of showing) document.addEventListener(type, onOver)
    for (const type of hiding) document.addEventListener(type, hide, { passive: true })
    return () => {
      clearTimeout(timer)
      for (const type of showing) document.removeEventListener(type, onOver)
      for (const type of hiding) document.removeEventListener(type, hide)
    }
  }, [])
  return <div ref={tip} className={styles.tip} aria-hidden />
}

function place(tip: HTMLElement, target: HTMLElement): void {
  if (!target.isConnected) return
  tip.textContent = target.dataset['tip'] ?? ''
  const box = target.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = tip
  const left = Math.min(Math.max(8, box.left + (box.width - width) / 2), window.innerWidth - width - 8)
  const isBelow = box.bottom + height + 12 < window.innerHeight
  tip.style.transform = `translate(${left}px, ${isBelow ? box.bottom + 6 : box.top - height - 6}px)`
  tip.dataset['shown'] = ''
}
