'use client'

import { UnreachablePage } from '../ui/unreachable-page.tsx'

export default UnreachablePage
