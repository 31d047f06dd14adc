import { weighBuild } from "../scripts/byte-budget.ts";
import { against, type Benchmark } from "./support/benchmark.ts";

/** What a browser has to fetch, gzipped. */
export const bytes: Benchmark = {
  name: "bytes",
  async run() {
    const measured = await weighBuild();
    const rows = measured.map(({ name, kilobytes, limit }) => against(name, kilobytes, limit, "kB"));
    return { tables: [{ title: "Byte budget, gzipped", rows }], measured };
  },
};
