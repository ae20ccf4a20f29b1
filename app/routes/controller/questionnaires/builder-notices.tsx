import { Button } from "@mantine/core";
import { Form, Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { placeOf, type Draft } from "#app/questionnaire/builder/draft.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { BuilderAnswer } from "./builder-action.server.ts";
import classes from "./builder.module.css";
import { ConflictNotice } from "./conflict-notice.tsx";
import { rememberIntent } from "./editor-form.tsx";

/** What a step came to: taken away and to be had back, still asked about elsewhere, or refused. */
export function BuilderNotices({ answer, draft }: { answer: BuilderAnswer | undefined; draft: Draft }) {
  const { t } = useTranslation("builder");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer && answer.kind !== "saved") box.current?.focus();
  }, [answer]);
  if (!answer || answer.kind === "saved") return null;
  return (
    <div ref={box} tabIndex={-1} className={classes.notices}>
      {answer.kind === "conflict" ? <ConflictNotice conflict={answer} /> : null}
      {answer.kind === "refused" ? <Notice tone="late" role="alert" title={t(`refused.${answer.reason}`)} /> : null}
      {answer.kind === "deleted" ? (
        <Notice tone="ok" role="status" title={t("deleted", { title: answer.title || t("untitled") })}>
          <Form method="post" onSubmit={() => rememberIntent("undo")}>
            <input type="hidden" name="undo" value={answer.undo} />
            <Button type="submit" name="intent" value="undo" size="xs" variant="default">{t("undo")}</Button>
          </Form>
        </Notice>
      ) : null}
      {answer.kind === "in-use" ? (
        <Notice tone="soon" role="alert" title={t("inUse.title")}>
          <p>{t("inUse.text")}</p>
          <ul className={classes.plain}>
            {answer.dependents.map(({ page, question }) => (
              <li key={`${page} ${question}`}>
                <Link to={question ? `?question=${question}` : `?page=${page}`}>
                  {(question ? placeOf(draft, question)?.question.title.da : draft.pages.find(({ name }) => name === page)?.title.da) || t("untitled")}
                </Link>
              </li>
            ))}
          </ul>
          <Form method="post">
            <input type="hidden" name="part" value={answer.intent === "delete" ? "question" : "page"} />
            <input type="hidden" name="name" value={answer.name} />
            <input type="hidden" name="anyway" value="yes" />
            <Button type="submit" name="intent" value={answer.intent} size="xs" color="red">{t("inUse.anyway")}</Button>
          </Form>
        </Notice>
      ) : null}
    </div>
  );
}
