/** The schemes a processor may show, and the GDPR article they are approved under (null = neither art. 40 nor 42). domain.md §5.3. */
export const CERTIFICATE_SCHEMES = [
  { id: "europrivacy", article: 42 },
  { id: "other-art-42", article: 42 },
  { id: "eu-cloud-coc", article: 40 },
  { id: "cispe", article: 40 },
  { id: "other-art-40", article: 40 },
  { id: "iso-27001", article: null },
  { id: "iso-27701", article: null },
  { id: "soc-2", article: null },
  { id: "d-maerket", article: null },
  { id: "other", article: null },
] as const;

/** The id of a scheme. */
export type CertificateScheme = (typeof CERTIFICATE_SCHEMES)[number]["id"];

/** The article a scheme is approved under: only 40 and 42 satisfy concept 4. Datatilsynet 2021, concept 4. */
export function schemeArticle(scheme: CertificateScheme): 40 | 42 | null {
  return CERTIFICATE_SCHEMES.find(({ id }) => id === scheme)?.article ?? null;
}
