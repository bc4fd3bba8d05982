'use client'

import { UnreachablePage } from '../ui/page/unreachable-page.tsx'

export default UnreachablePage
