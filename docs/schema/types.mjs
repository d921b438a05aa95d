// TypeScript types of a programme's file: node types.mjs programme.schema.json > programme.d.ts
// Titles are Vietnamese, for forms; types are named by the classes.
import { readFileSync } from "node:fs";
import { compile } from "json-schema-to-typescript";

const schema = JSON.parse(readFileSync(process.argv[2], "utf8"));
for (const [key, value] of Object.entries(schema.$defs)) {
  value.title = key;
  for (const member of value.oneOf ?? []) delete member.title;
  if (value.oneOf?.[0].const) delete value.type;
}
// That a figure has either a value or both ends of a range is left to the schema.
delete schema.$defs.Figure.oneOf;
schema.title = "Programme";
process.stdout.write(await compile(schema, "Programme", { bannerComment: "" }));
