import { createRoute } from '@tanstack/react-router'
import { NotFoundPage } from '../shell/failed-pages.tsx'
import { appRoute } from './app.route.tsx'

/** Any other address: said within the frame, so that the way onward is at hand. */
export const missingRoute = createRoute({ getParentRoute: () => appRoute, path: '$', component: NotFoundPage })
