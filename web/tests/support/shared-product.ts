/**
 * vitest's globalSetup: one running product for all files that neither break it nor look at everything in it. What they make there
 * stands in lessons of their own.
 */
import type { TestProject } from 'vitest/node'
import { startProduct, type ProductAddress } from '../../../scripts/testing/product.ts'

declare module 'vitest' {
  interface ProvidedContext {
    sharedProduct: ProductAddress
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const product = await startProduct()
  const { url, port, adminEmail, adminPassword } = product
  project.provide('sharedProduct', { url, port, adminEmail, adminPassword })
  return () => product.stop()
}
