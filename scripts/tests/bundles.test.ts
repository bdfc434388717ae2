import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { editorCodeIn, filesOfPage } from '../checks/bundles.ts'
import { root } from '../root.ts'

const manifest = {
  'view.html': { file: 'view.js', imports: ['_shared.js'], dynamicImports: ['src/viewer/Late.tsx'] },
  'index.html': { file: 'app.js', imports: ['_shared.js'], dynamicImports: ['src/editor/LessonEditorPage.tsx'] },
  '_shared.js': { file: 'shared.js' },
  'src/viewer/Late.tsx': { file: 'late.js', src: 'src/viewer/Late.tsx', imports: ['_deep.js'] },
  '_deep.js': { file: 'deep.js' },
  'src/editor/LessonEditorPage.tsx': { file: 'editor.js', src: 'src/editor/LessonEditorPage.tsx' },
}

test('a page is its entry and the modules it loads, with all that they import', () => {
  expect(filesOfPage(manifest, 'view.html', [/./])).toEqual(['view.js', 'shared.js', 'late.js', 'deep.js'])
  expect(filesOfPage(manifest, 'index.html', [])).toEqual(['app.js', 'shared.js'])
})

test('a page whose module is not found is a problem, not an empty page', () => {
  expect(filesOfPage(manifest, 'index.html', [/Nowhere\.tsx$/])).toContain('Nowhere')
  expect(filesOfPage(manifest, 'other.html', [])).toContain('other.html')
})

test.each([
  ['Yjs', 'yjs/dist/yjs.mjs'],
  ['ProseMirror', 'prosemirror-view/dist/index.js'],
  ['Konva', 'konva/lib/Node.js'],
  ['Tiptap', '@tiptap/core/dist/index.js'],
  ['Hocuspocus', '@hocuspocus/provider/dist/hocuspocus-provider.esm.js'],
  ['Mantine', '@mantine/core/esm/core/MantineProvider/MantineProvider.mjs'],
])('%s is known by its own code, minified', async (name, path) => {
  const { minify } = await import('vite')
  const source = readFileSync(join(root, 'node_modules', path), 'utf8')
  const { code } = await minify(path, source)
  expect(editorCodeIn('a.js', code).join()).toContain(name)
})
