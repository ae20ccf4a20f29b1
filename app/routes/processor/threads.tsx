import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import { ThreadList } from "#app/routes/shared/thread-list.tsx";
import type { ThreadView } from "#app/supervision/clarification/present.ts";
import { Panel } from "#app/ui/panel.tsx";

type Props = {
  threads: readonly ThreadView[]; supervisionId: string; mayWrite: boolean;
  /** A reply that came back, on the page that answers for it. */
  refused?: { thread: string; message: string; body: string } | null;
};

/** The controller's questions to the processor with the forms that answer them; for any page of one request. */
export function Threads({ threads, supervisionId, mayWrite, refused = null }: Props) {
  const { t } = useTranslation("assessment");
  return (
    <div id="threads">
      <Panel title={t("threads.title")} lead={mayWrite ? t("threads.leadProcessor") : undefined}>
        <ThreadList threads={threads} mayWrite={mayWrite} action={paths.messages(supervisionId)} refused={refused} />
      </Panel>
    </div>
  );
}
