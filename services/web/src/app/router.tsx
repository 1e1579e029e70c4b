// Every page of the app and its address. Pages load when first visited (one bundle each).
import {
  Outlet,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { parseAuditSearch } from '../features/audit/audit-search';
import { parseBoardSearch } from '../features/board/board-search';
import { parseCaseListSearch } from '../features/case/case-list-search';
import { parseIntakeSearch } from '../features/intake/intake-search';
import { parseOrderSearch } from '../features/supervision/order-search';
import { parseSignInSearch } from '../features/session/sign-in-search';
import { AppFrame } from './app-frame';
import { NotFound } from './not-found';
import { RouteFailure } from './route-failure';

const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: RouteFailure });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: parseSignInSearch,
  component: lazyRouteComponent(() => import('../features/session/sign-in-page'), 'SignInPage'),
});

/** Everything inside needs somebody signed in; the frame is the guard. */
const frameRoute = createRoute({ getParentRoute: () => rootRoute, id: 'frame', component: AppFrame });

const homeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  beforeLoad: () => {
    redirect({ to: '/board', throw: true });
  },
});

const boardRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/board',
  validateSearch: parseBoardSearch,
  component: lazyRouteComponent(() => import('../features/board/board-page'), 'BoardPage'),
});

const phoneLogRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/phone-log',
  component: lazyRouteComponent(() => import('../features/phone-log/phone-log-page'), 'PhoneLogPage'),
});

const arrivalRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/arrivals',
  component: lazyRouteComponent(() => import('../features/hand-registration/arrival-page'), 'ArrivalPage'),
});

const caseListRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/cases',
  validateSearch: parseCaseListSearch,
  component: lazyRouteComponent(() => import('../features/case/case-list-page'), 'CaseListPage'),
});

const caseRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/cases/$complaintId',
  component: lazyRouteComponent(() => import('../features/case/case-page'), 'CasePage'),
});

const ordersRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/orders',
  validateSearch: parseOrderSearch,
  component: lazyRouteComponent(() => import('../features/supervision/orders-page'), 'OrdersPage'),
});

const orderRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/orders/$orderId',
  component: lazyRouteComponent(() => import('../features/supervision/order-page'), 'OrderPage'),
});

const importsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/imports',
  component: lazyRouteComponent(() => import('../features/hotline-import/import-page'), 'ImportPage'),
});

const intakeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/intake',
  validateSearch: parseIntakeSearch,
  component: lazyRouteComponent(() => import('../features/intake/intake-page'), 'IntakePage'),
});

const mailboxesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/mailboxes',
  component: lazyRouteComponent(() => import('../features/mailbox/mailbox-page'), 'MailboxPage'),
});

const failedJobsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/failed-jobs',
  component: lazyRouteComponent(() => import('../features/failed-jobs/failed-jobs-page'), 'FailedJobsPage'),
});

const auditRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/audit',
  validateSearch: parseAuditSearch,
  component: lazyRouteComponent(() => import('../features/audit/audit-page'), 'AuditPage'),
});

const changePasswordRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/change-password',
  component: lazyRouteComponent(() => import('../features/session/change-password-page'), 'ChangePasswordPage'),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signInRoute,
    frameRoute.addChildren([
      homeRoute,
      boardRoute,
      phoneLogRoute,
      arrivalRoute,
      caseListRoute,
      caseRoute,
      ordersRoute,
      orderRoute,
      importsRoute,
      intakeRoute,
      mailboxesRoute,
      failedJobsRoute,
      auditRoute,
      changePasswordRoute,
    ]),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
