/** Drawing in Node: fonts, canvas, pictures. Only for servers and tests; the browser brings its own context. */
export * from './canvas.ts'
export * from './fonts.ts'
export * from './page-png.ts'
