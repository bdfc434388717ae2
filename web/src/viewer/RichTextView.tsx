import { fontStack } from '@anawim/drawing'
import type { BlockNode, InlineNode, Mark, RichText, TextAlign } from '@anawim/lesson'
import type { CSSProperties, ReactNode } from 'react'
import type { SpokenLevels } from './spoken-levels.ts'

const headingTags = { 1: 'h1', 2: 'h2', 3: 'h3' } as const

/** Rich text as real HTML: what a screen reader reads, the browser's search finds, and a finger can select or follow. */
export function RichTextView({ text, spokenLevels }: { text: RichText; spokenLevels: SpokenLevels }) {
  return text.content.map((block, index) => <Block key={index} block={block} spokenLevels={spokenLevels} />)
}

function Block({ block, spokenLevels }: { block: BlockNode; spokenLevels: SpokenLevels }) {
  switch (block.type) {
    case 'paragraph':
      return <p style={alignStyle(block.attrs?.textAlign)}>{inline(block.content)}</p>
    case 'heading': {
      const Heading = headingTags[block.attrs.level]
      return (
        <Heading aria-level={spokenLevels.get(block.attrs.level)} style={alignStyle(block.attrs.textAlign)}>
          {inline(block.content)}
        </Heading>
      )
    }
    case 'bulletList':
      return <ul>{items(block.content, spokenLevels)}</ul>
    case 'orderedList':
      return <ol start={block.attrs?.start ?? 1}>{items(block.content, spokenLevels)}</ol>
  }
}

function items(content: { content: BlockNode[] }[], spokenLevels: SpokenLevels): ReactNode {
  return content.map((item, index) => (
    <li key={index}>
      {item.content.map((block, inner) => (
        <Block key={inner} block={block} spokenLevels={spokenLevels} />
      ))}
    </li>
  ))
}

function inline(content: InlineNode[] | null | undefined): ReactNode {
  if (!content || content.length === 0) return <br />
  return content.map((node, index) =>
    node.type === 'hardBreak' ? <br key={index} /> : <span key={index}>{marked(node.text, node.marks ?? [])}</span>,
  )
}

function marked(text: ReactNode, marks: readonly Mark[]): ReactNode {
  return marks.reduceRight((inner, mark) => wrap(inner, mark), text)
}

function wrap(inner: ReactNode, mark: Mark): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong>{inner}</strong>
    case 'italic':
      return <em>{inner}</em>
    case 'subscript':
      return <sub>{inner}</sub>
    case 'superscript':
      return <sup>{inner}</sup>
    case 'link':
      return (
        <a href={mark.attrs?.href ?? undefined} target="_blank" rel="noopener noreferrer">
          {inner}
        </a>
      )
    case 'textStyle':
      return <span style={sizeStyle(mark.attrs?.fontSize, mark.attrs?.fontFamily)}>{inner}</span>
    default:
      // Underline, strike and highlight are drawn, and say nothing to a reader's ear.
      return inner
  }
}

function sizeStyle(fontSize?: string | null, fontFamily?: string | null): CSSProperties {
  return { ...(fontSize ? { fontSize } : {}), ...(fontFamily ? { fontFamily: fontStack(fontFamily) } : {}) }
}

function alignStyle(textAlign?: TextAlign | null): CSSProperties | undefined {
  return textAlign ? { textAlign } : undefined
}
