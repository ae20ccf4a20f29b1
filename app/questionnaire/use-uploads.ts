import { useEffect, useRef, useState } from "react";
import type { EvidenceFile } from "./form-props.ts";
import { uploadFile } from "./upload-file.ts";

/** A file on its way: the share sent (0–1), or the reason it was not taken. */
export type Upload = { key: number; name: string; share: number; reason: string | null };

type Running = Upload & { file: File; abort: AbortController };

/** Uploads of one place for evidence; each file is sent on its own, all at once. */
export function useUploads({ slot, url, onUploaded }: { slot: string; url: string; onUploaded: (file: EvidenceFile) => void }) {
  const [uploads, setUploads] = useState<readonly Running[]>([]);
  const next = useRef(0);
  const live = useRef(new Set<AbortController>());
  const done = useRef(onUploaded);

  useEffect(() => {
    done.current = onUploaded;
  });
  useEffect(() => {
    const open = live.current;
    return () => open.forEach((abort) => abort.abort());
  }, []);

  const change = (key: number, part: Partial<Running>) => setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const dismiss = (key: number) => setUploads((all) => all.filter((one) => one.key !== key));

  const send = async (upload: Running) => {
    live.current.add(upload.abort);
    const result = await uploadFile({ url, slot, file: upload.file, signal: upload.abort.signal, onProgress: (share) => change(upload.key, { share }) });
    live.current.delete(upload.abort);
    if (result.ok) {
      dismiss(upload.key);
      done.current(result.file);
    } else if (result.reason === "aborted") dismiss(upload.key);
    else change(upload.key, { reason: result.reason });
  };

  const begin = (file: File): Running => ({ key: next.current++, name: file.name, share: 0, reason: null, file, abort: new AbortController() });

  return {
    uploads: uploads as readonly Upload[],
    start(files: readonly File[]) {
      const started = files.map(begin);
      setUploads((all) => [...all, ...started]);
      started.forEach((one) => void send(one));
    },
    cancel: (key: number) => uploads.find((one) => one.key === key)?.abort.abort(),
    again(key: number) {
      const failed = uploads.find((one) => one.key === key);
      if (!failed) return;
      const fresh = { ...failed, share: 0, reason: null, abort: new AbortController() };
      change(key, fresh);
      void send(fresh);
    },
    dismiss,
  };
}
