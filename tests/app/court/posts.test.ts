import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leadersFor, newPost, withOrWithout } from '@/app/court/posts'
import { roles, type CourtPost } from '@/domain'
import { postIssues } from '@/domain/court-issues'

const judgeAndClerk: CourtPost[] = [newPost('judge'), { ...newPost('clerk'), ratioTo: { role: 'judge', per: 0.5 } }]

describe('the posts of a unit', () => {
  it('lead others only where their own need comes from cases', () => {
    expect(leadersFor(judgeAndClerk, 'clerk')).toEqual(['judge'])
    expect(leadersFor([...judgeAndClerk, newPost('assistant')], 'assistant')).toEqual(['judge'])
  })
  it('follow nobody while another follows them', () => {
    expect(leadersFor([...judgeAndClerk, newPost('assistant')], 'judge')).toEqual([])
  })
  it('follow cases again when the post they followed is taken away', () => {
    expect(withOrWithout(judgeAndClerk, 'judge')).toEqual([newPost('clerk')])
    expect(withOrWithout([], 'judge')).toEqual([newPost('judge')])
  })
  it('never come to a ratio that cannot be computed, however the form is used', () => {
    const step = fc.record({ role: fc.constantFrom(...roles), follows: fc.nat(8), toggles: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let posts: CourtPost[] = []
        for (const { role, follows, toggles } of steps) {
          const leaders = leadersFor(posts, role)
          if (toggles || !posts.some((post) => post.role === role)) posts = withOrWithout(posts, role)
          else if (leaders.length > 0) {
            const leader = leaders[follows % leaders.length]!
            posts = posts.map((post) => (post.role === role ? { ...post, ratioTo: { role: leader, per: 1 } } : post))
          }
          expect([...postIssues(posts)]).toEqual([])
        }
      }),
    )
  })
})
