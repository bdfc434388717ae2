/**
 * Be Vietnam Pro from our own server, never from a font service. The weights that lessons are written in are those of
 * `drawing/`, whole files: where letters lie in several, the kerning between them is lost, and lines break elsewhere.
 */
import '@anawim/drawing/fonts.css'
import '@fontsource/be-vietnam-pro/500.css'
import '@fontsource/be-vietnam-pro/600.css'
