/** Rounds: every target is measured once in each, so that what disturbs the machine disturbs all of them. */
import { startCrowd, type RunningCrowd } from './load/start-crowd.ts'
import { profileDuring } from './machine/ask-probe.ts'
import type { Context } from './row.ts'
import { startTheirs } from './targets/peer.ts'
import { startOurs } from './targets/product.ts'
import type { Target, TargetName, TargetOptions } from './targets/target.ts'

export interface Plan<Stage> {
  names: readonly TargetName[]
  options: TargetOptions
  /** Options that one target alone has. */
  optionsOf?: Partial<Record<TargetName, TargetOptions>>
  /** Brings people in. `crowd` starts a load generator, which ends with the row. */
  prepare(target: Target, crowd: () => RunningCrowd): Promise<Stage>
  /** Measures once. */
  round(target: Target, stage: Stage): Promise<void>
  /** Name of the CPU profiles of our server, when they are wanted. */
  profile: string
}

/** Carries out the plan. A target that fails is left out from there on; answers one sentence for each of them. */
export async function interleave<Stage>(context: Context, plan: Plan<Stage>): Promise<string[]> {
  const crowds: RunningCrowd[] = []
  const started: Target[] = []
  const failures: string[] = []
  let stages: { target: Target; stage: Stage }[] = []
  const fail = (name: TargetName, error: unknown) => {
    failures.push(`${name} not measured: ${error instanceof Error ? error.message : String(error)}`)
  }
  const crowd = () => {
    const made = startCrowd()
    crowds.push(made)
    return made
  }

  try {
    for (const name of plan.names.filter((one) => context.targets?.includes(one) ?? true)) {
      try {
        const target = await startTarget(name, plan.optionsOf?.[name] ?? plan.options)
        started.push(target)
        stages.push({ target, stage: await plan.prepare(target, crowd) })
      } catch (error) {
        fail(name, error)
      }
    }
    for (let round = 0; round < context.rounds; round++) {
      for (const { target, stage } of stages) {
        context.say(`round ${round + 1}: ${target.name}`)
        const path = `${context.profileFolder}/${plan.profile}-${round}.cpuprofile`
        const isProfiled = context.profileFolder !== null && target.name === 'anawim'
        const measured = isProfiled
          ? profileDuring(target.pid, path, () => plan.round(target, stage))
          : plan.round(target, stage)
        await measured.catch((error: unknown) => {
          fail(target.name, error)
          stages = stages.filter((one) => one.target !== target)
        })
      }
    }
  } finally {
    for (const one of crowds) one.end()
    await Promise.all(started.map((target) => target.stop()))
  }
  return failures
}

function startTarget(name: TargetName, options: TargetOptions): Promise<Target> {
  return name === 'anawim' ? startOurs(options) : startTheirs(name, options)
}
