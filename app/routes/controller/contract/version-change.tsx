import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { draftOf } from "#app/agreement/agreement-draft.ts";
import { orderChain } from "#app/agreement/chain.ts";
import type { ContentField, ContractContent } from "#app/agreement/contract-content.ts";
import type { Change } from "#app/agreement/load-versions.server.ts";
import { LIMIT_KINDS } from "#app/domain/limits/limit-kinds.ts";
import { sourceWords } from "#app/supervision/finding/source-words.ts";
import { sayLimit } from "#app/text/say-limit.ts";
import { useFormat } from "#app/ui/use-format.ts";
import { describeField, labelOf, sayLocation } from "../agreement-said.ts";
import classes from "./contract.module.css";

type Names = readonly { id: string; name: string }[];

/** Old beside new of the fields that differ; of a list only the lines that came, went or changed. */
export function VersionChange({ change, processors, captions }: { change: Change; processors: Names; captions: { before: string; after: string } }) {
  const { t } = useTranslation("agreement");
  const format = useFormat();
  return (
    <table className={classes.diff}>
      <thead>
        <tr><th scope="col">{t("edit.field")}</th><th scope="col">{captions.before}</th><th scope="col">{captions.after}</th></tr>
      </thead>
      <tbody>
        {change.fields.map((field) => {
          const [before, after] = onlyDiffering(say(t, format.date, change.before, field, processors), say(t, format.date, change.after, field, processors));
          return (
            <tr key={field}>
              <th scope="row">{labelOfContent(t, field)}</th>
              <td data-label={captions.before}><Lines lines={before} /></td>
              <td data-label={captions.after}><Lines lines={after} /></td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Several lines apart from one another, so that it is seen where one ends. */
function Lines({ lines }: { lines: readonly string[] }) {
  const { t } = useTranslation("agreement");
  const said = lines.filter(Boolean);
  if (said.length < 2) return said[0] ?? t("edit.empty");
  return <ul className={classes.diffLines}>{said.map((line, at) => <li key={at}>{line}</li>)}</ul>;
}

/** The fields by name, as a sentence lists them. */
export function labelOfContent(t: TFunction, field: ContentField): string {
  return field === "limits" ? t("limit:title") : field === "subprocessors" ? t("agreement:chain.title") : labelOf(t, field);
}

function say(t: TFunction, date: (day: string) => string, content: ContractContent, field: ContentField, processors: Names): string[] {
  if (field === "limits") {
    const places = LIMIT_KINDS.map(({ id }) => id);
    return content.limits.toSorted((one, other) => places.indexOf(one.kind) - places.indexOf(other.kind)).map((limit) => `${t(`limit:kind.${limit.kind}`)}: ${sayLimit(t, limit)} (${sourceWords(t, limit.source)})`);
  }
  if (field === "subprocessors") {
    return orderChain(content.subprocessors).map((link) => [
      `${"– ".repeat(link.depth)}${link.name}`, link.processing, sayLocation(t, { place: link.address, country: link.country }), link.transferGround && t(`agreement:transferGround.${link.transferGround}`),
      t(`agreement:subprocessorStatus.${link.status}`), link.contactName, link.contactEmail,
    ].filter(Boolean).join(" · "));
  }
  if (field === "signedOn" || field === "startsOn" || field === "endsOn") return [content.fields[field]].map((day) => (day ? date(day) : ""));
  return describeField(t, draftOf(content.fields), field, processors).split("\n");
}

/** Of two lists of lines those only one of them has. */
function onlyDiffering(before: readonly string[], after: readonly string[]): [readonly string[], readonly string[]] {
  if (before.length < 2 && after.length < 2) return [before, after];
  return [before.filter((line) => !after.includes(line)), after.filter((line) => !before.includes(line))];
}
