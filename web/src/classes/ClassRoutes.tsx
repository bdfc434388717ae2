import { Route, Routes } from 'react-router'
import { NotFoundPage } from '../app/NotFoundPage.tsx'
import { ClassesPage } from './ClassesPage.tsx'
import { ClassPage } from './ClassPage.tsx'

/** Everything under `/classes`, in one piece of code. */
export function ClassRoutes() {
  return (
    <Routes>
      <Route index element={<ClassesPage />} />
      <Route path=":id" element={<ClassPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  )
}
