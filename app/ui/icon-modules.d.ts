/** One icon a file: the whole set behind the package's front door is six thousand modules. */
declare module "@tabler/icons-react/dist/esm/icons/*.mjs" {
  import type { ComponentType, SVGProps } from "react";
  const icon: ComponentType<Omit<SVGProps<SVGSVGElement>, "stroke"> & { size?: number | string; stroke?: number }>;
  export default icon;
}
