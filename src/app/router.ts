import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import type { MessageKey } from './i18n'
import { scrollTo } from './scroll'
import type { IconName } from './ui/icons'

declare module 'vue-router' {
  interface RouteMeta {
    /** The page's name: in the title of the window and, with an icon, in the navigation. */
    title: MessageKey
    icon?: IconName
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
    meta: { title: 'nav.overview', icon: 'overview' },
  },
  {
    path: '/caseload',
    name: 'caseload',
    component: () => import('@/app/caseload/CaseloadPage.vue'),
    meta: { title: 'nav.caseload', icon: 'caseload' },
  },
  {
    path: '/people',
    name: 'people',
    component: () => import('@/app/people/PeoplePage.vue'),
    meta: { title: 'nav.people', icon: 'people' },
  },
  {
    path: '/people/:person',
    name: 'person',
    component: () => import('@/app/people/PersonPage.vue'),
    meta: { title: 'nav.people', within: 'people' },
  },
  {
    path: '/teams',
    name: 'teams',
    component: () => import('@/app/teams/TeamsPage.vue'),
    meta: { title: 'nav.teams', icon: 'teams' },
  },
  {
    path: '/divisions/:division',
    name: 'division',
    component: () => import('@/app/divisions/DivisionPage.vue'),
    meta: { title: 'nav.division', within: 'teams' },
  },
  {
    path: '/caseload/forecast',
    name: 'forecast',
    component: () => import('@/app/forecast/ForecastPage.vue'),
    meta: { title: 'nav.forecast', within: 'caseload' },
  },
  {
    path: '/caseload/backlog',
    name: 'backlog',
    component: () => import('@/app/forecast/BacklogPage.vue'),
    meta: { title: 'nav.backlog', within: 'caseload' },
  },
  {
    path: '/caseload/enforcement',
    name: 'enforcement',
    component: () => import('@/app/enforcement/EnforcementPage.vue'),
    meta: { title: 'nav.enforcement', within: 'caseload' },
  },
  {
    path: '/caseload/campaigns',
    name: 'campaigns',
    component: () => import('@/app/campaigns/CampaignsPage.vue'),
    meta: { title: 'nav.campaigns', within: 'caseload' },
  },
  {
    path: '/caseload/campaigns/:campaign',
    name: 'campaign',
    component: () => import('@/app/campaigns/CampaignPage.vue'),
    meta: { title: 'nav.campaigns', within: 'caseload' },
  },
  {
    path: '/need',
    name: 'need',
    component: () => import('@/app/need/NeedPage.vue'),
    meta: { title: 'nav.need', icon: 'need' },
  },
  {
    path: '/need/weights',
    name: 'weights',
    component: () => import('@/app/need/weights/WeightsPage.vue'),
    meta: { title: 'nav.weights', within: 'need' },
  },
  {
    path: '/need/weights/:caseType',
    name: 'weight',
    component: () => import('@/app/need/weights/CaseTypePage.vue'),
    meta: { title: 'nav.weights', within: 'need' },
  },
  {
    path: '/need/lanes',
    name: 'lanes',
    component: () => import('@/app/need/lanes/LanesPage.vue'),
    meta: { title: 'nav.lanes', within: 'need' },
  },
  {
    path: '/need/settings',
    name: 'need-settings',
    component: () => import('@/app/need/settings/SettingsPage.vue'),
    meta: { title: 'nav.settings', within: 'need' },
  },
  {
    path: '/rounds',
    name: 'rounds',
    component: () => import('@/app/rounds/RoundsPage.vue'),
    meta: { title: 'nav.rounds', icon: 'rounds' },
  },
  {
    path: '/rounds/:round',
    name: 'round',
    component: () => import('@/app/rounds/RoundPage.vue'),
    meta: { title: 'nav.rounds', within: 'rounds' },
  },
  {
    path: '/rounds/:round/board',
    name: 'board',
    component: () => import('@/app/board/BoardPage.vue'),
    meta: { title: 'nav.board', within: 'rounds' },
  },
  {
    path: '/me',
    name: 'me',
    component: () => import('@/app/me/MePage.vue'),
    meta: { title: 'nav.me', icon: 'me' },
  },
  {
    path: '/data',
    name: 'data',
    component: () => import('@/app/data/DataPage.vue'),
    meta: { title: 'nav.data', icon: 'data' },
  },
  {
    path: '/data/:list',
    name: 'list',
    component: () => import('@/app/data/ListPage.vue'),
    meta: { title: 'nav.data', within: 'data' },
  },
  {
    path: '/audit',
    name: 'audit',
    component: () => import('@/app/audit/AuditPage.vue'),
    meta: { title: 'nav.audit', within: 'data' },
  },
  {
    path: '/welcome',
    name: 'welcome',
    component: () => import('@/app/welcome/WelcomePage.vue'),
    meta: { title: 'nav.welcome', alone: true },
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
