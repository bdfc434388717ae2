/** The templates that come with the product: one file each, one line each here, in the order in which a new server shows them. */
import type { ShippedTemplate } from '@anawim/db'
import { blank } from './blank.ts'
import { comparison } from './comparison.ts'
import { experiment } from './experiment.ts'
import { groupWork } from './group-work.ts'
import { lessonPlan } from './lesson-plan.ts'
import { maths } from './maths.ts'
import { mindMap } from './mind-map.ts'
import { quiz } from './quiz.ts'
import { reading } from './reading.ts'
import { timeline } from './timeline.ts'
import { vocabulary } from './vocabulary.ts'
import { weekPlan } from './week-plan.ts'

export const shippedTemplates: readonly ShippedTemplate[] = [
  blank,
  lessonPlan,
  vocabulary,
  experiment,
  mindMap,
  timeline,
  quiz,
  comparison,
  reading,
  maths,
  groupWork,
  weekPlan,
].flat()
