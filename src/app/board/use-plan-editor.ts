import { computed, onScopeDispose, ref, shallowRef, triggerRef, watch, type ShallowRef } from 'vue'
import { presentPlan, samePlan, writePlan, type Proposal, type Seat } from '../../domain'
import type { StoredPlan } from '../api'
import type { OpenRound } from '../rounds/open-round'
import { dropDraft, readDraft, writeDraft } from './draft-store'
import { PlanEditor, type Decided } from './plan-editor'

/** Where a plan came from, and the version of the server's plan it stands on (0: none). */
interface Base {
  readonly version: number
  readonly proposal: Proposal | null
}

/** The plan of a round under work on this screen: every change is kept on the device at once, until it is saved. */
export function usePlanEditor(open: ShallowRef<OpenRound | null>, stored: ShallowRef<StoredPlan | null>) {
  const editor = shallowRef<PlanEditor | null>(null)
  const base = shallowRef<Base>({ version: 0, proposal: null })
  /** The draft of an earlier visit was taken up. */
  const resumed = ref(false)
  /** False where this device keeps no draft: the screen says so. */
  const draftKept = ref(true)
  let timer: ReturnType<typeof setTimeout> | undefined

  const plan = computed(() => editor.value?.plan ?? null)
  const tally = computed(() => (editor.value === null ? null : { at: editor.value.plan, now: editor.value.current }))
  const data = computed(() => (editor.value === null ? null : editor.value.data))
  const savedData = computed(() => {
    if (stored.value !== null) return stored.value.plan
    return open.value === null ? null : writePlan(open.value.problem, presentPlan(open.value.problem))
  })
  const dirty = computed(
    () => data.value !== null && savedData.value !== null && !samePlan(data.value, savedData.value),
  )
  const canUndo = computed(() => editor.value?.canUndo ?? false)
  const canRedo = computed(() => editor.value?.canRedo ?? false)

  /** Begins with the draft on this device, else the saved plan, else the proposal given, else everybody where they are. */
  function begin(proposal: Proposal | null): void {
    const { court, round, problem, inForce } = open.value!
    const draft = readDraft(court.id, round.id)
    resumed.value = draft !== null
    base.value = {
      version: draft?.base ?? stored.value?.version ?? 0,
      proposal: draft?.proposal ?? stored.value?.proposal ?? (stored.value === null ? proposal : null),
    }
    const first = stored.value?.plan ?? proposal?.plan
    editor.value = new PlanEditor(problem, inForce, draft ?? (first === undefined ? {} : { plan: first }))
  }
  /** Begins anew from a plan that the server has, forgetting the draft. */
  function beginFrom(from: StoredPlan): void {
    const { court, round, problem, inForce } = open.value!
    dropDraft(court.id, round.id)
    resumed.value = false
    base.value = { version: from.version, proposal: from.proposal }
    editor.value = new PlanEditor(problem, inForce, { plan: from.plan })
  }

  function changed(): void {
    triggerRef(editor)
    clearTimeout(timer)
    timer = setTimeout(keepDraft, 250)
  }
  function keepDraft(): void {
    clearTimeout(timer)
    timer = undefined
    if (editor.value === null || open.value === null) return
    const { court, round } = open.value
    if (!dirty.value) dropDraft(court.id, round.id)
    else
      draftKept.value = writeDraft(court.id, round.id, {
        ...editor.value.draft,
        base: base.value.version,
        proposal: base.value.proposal,
      })
  }
  const flush = (): void => {
    if (timer !== undefined) keepDraft()
  }
  addEventListener('pagehide', flush)
  onScopeDispose(() => {
    removeEventListener('pagehide', flush)
    flush()
  })

  const act = <T>(action: (now: PlanEditor) => T): T | null => {
    if (editor.value === null) return null
    const result = action(editor.value)
    changed()
    return result
  }
  const move = (person: string, to: Seat | null, decided?: Decided): boolean =>
    act((now) => now.move(person, to, decided)) ?? false
  const undo = () => act((now) => now.undo())
  const redo = () => act((now) => now.redo())
  /** Takes over what the planner found, as one step. */
  function takeOver(proposal: Proposal): void {
    base.value = { ...base.value, proposal }
    act((now) => now.replace(proposal.plan))
  }
  /** The plan was saved: the draft has done its work. */
  function saved(now: StoredPlan): void {
    base.value = { version: now.version, proposal: now.proposal }
    resumed.value = false
    keepDraft()
  }

  watch(open, (now, before) => {
    if (now === null || before === null || editor.value === null) return
    editor.value.underLaw(now.problem, now.inForce)
    triggerRef(editor)
  })

  /** People whom nobody but a human put where they are: moved by hand here, or elsewhere than the proposal has them. */
  const byHand = computed(() => {
    if (editor.value === null) return new Set<string>()
    const people = editor.value.movedByHand()
    const from = base.value.proposal?.plan ?? savedData.value
    if (stored.value?.origin === 'hand' && from !== null && data.value !== null)
      for (const [person, seat] of Object.entries(data.value)) if (seat !== (from[person] ?? null)) people.add(person)
    return people
  })

  return {
    editor,
    base,
    resumed,
    draftKept,
    plan,
    tally,
    data,
    dirty,
    canUndo,
    canRedo,
    byHand,
    begin,
    beginFrom,
    move,
    undo,
    redo,
    takeOver,
    saved,
  }
}
