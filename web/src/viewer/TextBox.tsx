import { fontStack } from '@anawim/drawing'
import type { Box, RichText, TextStyleDefaults } from '@anawim/lesson'
import type { CSSProperties } from 'react'
import { RichTextView } from './RichTextView.tsx'
import type { SpokenLevels } from './spoken-levels.ts'
import styles from './viewer.module.css'

/** What the style sheet of the text (`textCss` of `drawing/`) is scoped to. */
export const textClass = 'lesson-text'

const justify = { top: 'flex-start', middle: 'center', bottom: 'flex-end' } as const

interface TextBoxProps {
  /** On the page, in page pixels. */
  box: Box
  style: TextStyleDefaults
  text: RichText
  spokenLevels: SpokenLevels
}

/** A text exactly above its picture. */
export function TextBox({ box, style, text, spokenLevels }: TextBoxProps) {
  const css: CSSProperties = {
    ...place(box),
    fontFamily: fontStack(style.fontFamily),
    fontSize: style.fontSize,
    lineHeight: style.lineHeight,
    textAlign: style.align,
    justifyContent: justify[style.verticalAlign],
  }
  return (
    <div className={styles.box} style={css}>
      <div className={textClass}>
        <RichTextView text={text} spokenLevels={spokenLevels} />
      </div>
    </div>
  )
}

export function place({ x, y, width, height, rotation }: Box): CSSProperties {
  return { left: x, top: y, width, minHeight: height, transform: rotation ? `rotate(${rotation}deg)` : undefined }
}
