import { ref, watch, type Ref } from 'vue'

/** Whose page HR last looked at on this device, kept for each court. */
export function rememberedPerson(court: string): Ref<string> {
  const key = `frontline.me.${court}`
  let stored = ''
  try {
    stored = localStorage.getItem(key) ?? ''
  } catch {
    stored = ''
  }
  const person = ref(stored)
  watch(person, (chosen) => {
    try {
      localStorage.setItem(key, chosen)
    } catch {
      return
    }
  })
  return person
}
