/** Calls at once, then at most once an interval (milliseconds), and always with the last value. */
export function throttle<T>(interval: number, run: (value: T) => void): { call: (value: T) => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | null = null
  let waiting: { value: T } | null = null
  const tick = () => {
    timer = null
    if (!waiting) return
    const { value } = waiting
    waiting = null
    fire(value)
  }
  const fire = (value: T) => {
    run(value)
    timer = setTimeout(tick, interval)
  }
  return {
    call(value) {
      if (timer) waiting = { value }
      else fire(value)
    },
    stop() {
      if (timer) clearTimeout(timer)
      timer = null
      waiting = null
    },
  }
}
