import { route } from "@remix-run/route-config";
import type { RouteConfig } from "@remix-run/route-config";

/** Pages of the dataansvarlig. */
const controllerSide: RouteConfig = [];

/** Pages of the databehandler. */
const processorSide: RouteConfig = [];

/** Pages of everybody: sign-in, account, appearance. */
const shared: RouteConfig = [
  route("/", "routes/shared/landing.tsx"),
  route("/sign-in", "routes/shared/sign-in.tsx"),
  route("/appearance", "routes/shared/appearance.ts"),
  route("/language", "routes/shared/language.ts"),
  route("/styleguide", "routes/shared/styleguide/page.tsx"),
  route("*", "routes/shared/not-found.tsx"),
];

export default [...controllerSide, ...processorSide, ...shared] satisfies RouteConfig;
