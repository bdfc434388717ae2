import { type AudioElement, withDefaults } from '@anawim/lesson'
import type { DrawingContext } from '../context.ts'
import { clockTime } from '../played/clock-time.ts'
import { drawLine, lineWidth } from '../played/one-line.ts'
import { drawPlaySign } from '../played/play-sign.ts'
import type { ElementView } from './view.ts'

const ACCENT = '#0b6a5c'

/** A bar with the sign of play, the title over the wave, and how long it is. */
export const audioView: ElementView<'audio'> = {
  draw(ctx, element) {
    const { title, duration, width, height } = withDefaults<AudioElement>(element)
    const inset = Math.min(0.75, width / 2, height / 2)
    ctx.beginPath()
    ctx.roundRect(
      inset,
      inset,
      width - 2 * inset,
      height - 2 * inset,
      Math.max(0, Math.min(14, width / 2, height / 2) - inset),
    )
    ctx.fillStyle = '#f1f5f9'
    ctx.fill()
    ctx.strokeStyle = '#cbd5e1'
    ctx.lineWidth = 1.5
    ctx.stroke()
    const center = Math.min(height / 2, 44)
    const radius = Math.min(26, height * 0.34, width * 0.4)
    drawPlaySign(ctx, { x: Math.min(center, width / 2), y: height / 2, radius, disk: ACCENT })
    const left = center + radius + 12
    if (width < left + 40 || height < 24) return
    const fontSize = Math.max(11, Math.min(18, height * 0.27))
    const right = width - 14
    const time = duration > 0 ? clockTime(duration) : ''
    const style = { fontSize: Math.min(fontSize, 14), bold: false, color: '#475569' }
    const timeWidth = time === '' ? 0 : lineWidth(ctx, time, style)
    const hasBoth = height >= 52
    const middle = height / 2
    const titleY = hasBoth ? middle - 4 : middle + fontSize * 0.36
    const waveY = hasBoth && title !== '' ? middle + fontSize * 0.85 : middle
    const end = right - (timeWidth > 0 ? timeWidth + 10 : 0)
    if (title !== '') {
      const room = (hasBoth ? right : end) - left
      drawLine(ctx, title, { x: left, y: titleY, width: room, fontSize, bold: true, color: '#1f2937' })
    }
    if (title === '' || hasBoth) drawWave(ctx, { left, right: end, y: waveY, height: Math.min(22, height * 0.26) })
    if (time !== '')
      drawLine(ctx, time, { ...style, x: right - timeWidth, y: waveY + style.fontSize * 0.36, width: timeWidth + 1 })
  },
}

/** Bars as of a wave: not of this sound, a sign of any. */
function drawWave(ctx: DrawingContext, at: { left: number; right: number; y: number; height: number }): void {
  ctx.strokeStyle = '#94a3b8'
  ctx.lineWidth = 2
  ctx.lineCap = 'round'
  ctx.beginPath()
  for (let x = at.left + 1, bar = 0; x <= at.right - 1; x += 6, bar++) {
    const high = 0.25 + 0.75 * Math.abs(Math.sin(bar * 1.7) * Math.cos(bar * 0.45))
    ctx.moveTo(x, at.y - (at.height / 2) * high)
    ctx.lineTo(x, at.y + (at.height / 2) * high)
  }
  ctx.stroke()
}
