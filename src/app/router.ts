import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import type { Permission } from '../domain'
import type { MessageKey } from './i18n'
import { scrollTo } from './scroll'
import type { IconName } from './ui/icons'

declare module 'vue-router' {
  interface RouteMeta {
    /** The page's name: in the title of the window and, with an icon, in the navigation. */
    title: MessageKey
    icon?: IconName
    /** What one must be permitted to see the page, or to find it in the navigation; left out, everybody is; of several, one will do. */
    may?: Permission | readonly Permission[]
    /** The page is about the own person. */
    own?: boolean
    /** The page shows without a court. */
    alone?: boolean
    /** The navigation entry that is lit while this page shows. */
    within?: string
  }
}

export const routes: RouteRecordRaw[] = [
  {
    path: '/',
    name: 'overview',
    component: () => import('@/app/overview/OverviewPage.vue'),
    meta: { title: 'nav.overview', may: 'cases.read', icon: 'overview' },
  },
  {
    path: '/caseload',
    name: 'caseload',
    component: () => import('@/app/caseload/CaseloadPage.vue'),
    meta: { title: 'nav.caseload', may: 'cases.read', icon: 'caseload' },
  },
  {
    path: '/people',
    name: 'people',
    component: () => import('@/app/people/PeoplePage.vue'),
    meta: { title: 'nav.people', may: 'cases.read', icon: 'people' },
  },
  {
    path: '/people/:person',
    name: 'person',
    component: () => import('@/app/people/PersonPage.vue'),
    meta: { title: 'nav.people', may: 'cases.read', within: 'people' },
  },
  {
    path: '/teams',
    name: 'teams',
    component: () => import('@/app/teams/TeamsPage.vue'),
    meta: { title: 'nav.teams', may: 'cases.read', icon: 'teams' },
  },
  {
    path: '/divisions/:division',
    name: 'division',
    component: () => import('@/app/divisions/DivisionPage.vue'),
    meta: { title: 'nav.division', may: 'cases.read', within: 'teams' },
  },
  {
    path: '/caseload/forecast',
    name: 'forecast',
    component: () => import('@/app/forecast/ForecastPage.vue'),
    meta: { title: 'nav.forecast', may: 'cases.read', within: 'caseload' },
  },
  {
    path: '/caseload/backlog',
    name: 'backlog',
    component: () => import('@/app/forecast/BacklogPage.vue'),
    meta: { title: 'nav.backlog', may: 'cases.read', within: 'caseload' },
  },
  {
    path: '/caseload/enforcement',
    name: 'enforcement',
    component: () => import('@/app/enforcement/EnforcementPage.vue'),
    meta: { title: 'nav.enforcement', may: 'cases.read', within: 'caseload' },
  },
  {
    path: '/caseload/campaigns',
    name: 'campaigns',
    component: () => import('@/app/campaigns/CampaignsPage.vue'),
    meta: { title: 'nav.campaigns', may: 'cases.read', within: 'caseload' },
  },
  {
    path: '/caseload/campaigns/:campaign',
    name: 'campaign',
    component: () => import('@/app/campaigns/CampaignPage.vue'),
    meta: { title: 'nav.campaigns', may: 'cases.read', within: 'caseload' },
  },
  {
    path: '/need',
    name: 'need',
    component: () => import('@/app/need/NeedPage.vue'),
    meta: { title: 'nav.need', may: 'cases.read', icon: 'need' },
  },
  {
    path: '/need/weights',
    name: 'weights',
    component: () => import('@/app/need/weights/WeightsPage.vue'),
    meta: { title: 'nav.weights', may: 'cases.read', within: 'need' },
  },
  {
    path: '/need/weights/:caseType',
    name: 'weight',
    component: () => import('@/app/need/weights/CaseTypePage.vue'),
    meta: { title: 'nav.weights', may: 'cases.read', within: 'need' },
  },
  {
    path: '/need/lanes',
    name: 'lanes',
    component: () => import('@/app/need/lanes/LanesPage.vue'),
    meta: { title: 'nav.lanes', may: 'cases.read', within: 'need' },
  },
  {
    path: '/need/settings',
    name: 'need-settings',
    component: () => import('@/app/need/settings/SettingsPage.vue'),
    meta: { title: 'nav.settings', may: 'cases.read', within: 'need' },
  },
  {
    path: '/rounds',
    name: 'rounds',
    component: () => import('@/app/rounds/RoundsPage.vue'),
    meta: { title: 'nav.rounds', may: 'cases.read', icon: 'rounds' },
  },
  {
    path: '/rounds/:round',
    name: 'round',
    component: () => import('@/app/rounds/RoundPage.vue'),
    meta: { title: 'nav.rounds', may: 'cases.read', within: 'rounds' },
  },
  {
    path: '/rounds/:round/board',
    name: 'board',
    component: () => import('@/app/board/BoardPage.vue'),
    meta: { title: 'nav.board', may: 'rounds.change', within: 'rounds' },
  },
  {
    path: '/effect',
    name: 'effect',
    component: () => import('@/app/effect/EffectPage.vue'),
    // In the navigation of those who are at home there; for the others it stands with the rounds.
    meta: { title: 'nav.effect', may: 'cases.read', icon: 'effect', within: 'rounds' },
  },
  {
    path: '/reviews',
    name: 'reviews',
    component: () => import('@/app/reviews/ReviewsPage.vue'),
    meta: { title: 'nav.reviews', may: 'reviews.read', icon: 'reviews' },
  },
  {
    path: '/me',
    name: 'me',
    component: () => import('@/app/me/MePage.vue'),
    meta: { title: 'nav.me', may: 'rounds.read', own: true, icon: 'me' },
  },
  {
    path: '/data',
    name: 'data',
    component: () => import('@/app/data/DataPage.vue'),
    meta: { title: 'nav.data', may: ['court.export', 'court.remove'], icon: 'data' },
  },
  {
    path: '/data/:list',
    name: 'list',
    component: () => import('@/app/data/ListPage.vue'),
    meta: { title: 'nav.data', may: 'court.change', within: 'data' },
  },
  {
    path: '/privacy',
    name: 'privacy',
    component: () => import('@/app/privacy/PrivacyPage.vue'),
    meta: { title: 'nav.privacy', may: 'people.forget', within: 'data' },
  },
  {
    path: '/audit',
    name: 'audit',
    component: () => import('@/app/audit/AuditPage.vue'),
    meta: { title: 'nav.audit', may: 'audit.read', within: 'data' },
  },
  {
    path: '/accounts',
    name: 'accounts',
    component: () => import('@/app/account/AccountsPage.vue'),
    meta: { title: 'nav.accounts', may: 'accounts.change', icon: 'lock', alone: true },
  },
  {
    path: '/account',
    name: 'account',
    component: () => import('@/app/account/AccountPage.vue'),
    meta: { title: 'nav.account', alone: true },
  },
  {
    path: '/messages',
    name: 'messages',
    component: () => import('@/app/messages/MessagesPage.vue'),
    meta: { title: 'nav.messages', alone: true },
  },
  {
    path: '/welcome',
    name: 'welcome',
    component: () => import('@/app/welcome/WelcomePage.vue'),
    meta: { title: 'nav.welcome', may: 'court.add', alone: true },
  },
  {
    path: '/:path(.*)*',
    name: 'nowhere',
    component: () => import('@/app/ui/NowherePage.vue'),
    meta: { title: 'nav.nowhere', alone: true },
  },
]

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: scrollTo,
})
