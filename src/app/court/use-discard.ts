import { useT } from '../i18n'
import { confirm } from '../ui/confirm'

/**
 * Whether a form may be closed: where it holds something else than when it was opened, the person is asked first.
 * `held` is all that was filled in.
 */
export function useDiscard(held: () => unknown): () => Promise<boolean> {
  const { t } = useT()
  const begun = JSON.stringify(held())
  return async () =>
    JSON.stringify(held()) === begun ||
    (await confirm({
      title: t('court.discard.title'),
      text: t('court.discard.text'),
      verb: t('court.discard.verb'),
      danger: true,
    }))
}
