// Builds the styles, scripts, typeface and icon of the pages into ../static/build.
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import * as sass from "sass";
import { logical } from "./logical.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../../../..");
const out = join(here, "../static/build");
const typeface = join(root, "node_modules/@fontsource-variable/atkinson-hyperlegible-next");
// Phones five years old, kept up to date or not.
const target = ["chrome100", "firefox100", "safari15"];

async function styles(name) {
  const compiled = sass.compile(join(here, `${name}.scss`), {
    loadPaths: [join(root, "node_modules")],
    quietDeps: true,
    style: "expanded",
  });
  // A few rules of GOV.UK Frontend name its blue instead of asking for the brand's colour.
  const ours = logical(compiled.css).replaceAll("#1d70b8", "var(--govuk-brand-colour)");
  const small = await esbuild.transform(ours, { loader: "css", minify: true, target });
  await writeFile(join(out, `${name}.css`), small.code);
}

async function scripts() {
  await esbuild.build({
    entryPoints: [join(here, "main.js"), join(here, "start.js")],
    outdir: out,
    nodePaths: [join(root, "node_modules")],
    bundle: true,
    minify: true,
    format: "iife",
    target,
    logLevel: "warning",
  });
}

async function typefaces() {
  await mkdir(join(out, "fonts"), { recursive: true });
  for (const set of ["latin", "latin-ext"]) {
    const file = `atkinson-hyperlegible-next-${set}-wght-normal.woff2`;
    await cp(join(typeface, "files", file), join(out, "fonts", file));
  }
  await writeFile(join(out, "fonts/LICENCE.txt"), await readFile(join(typeface, "LICENSE")));
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await Promise.all([styles("main"), scripts(), typefaces(), cp(join(here, "images"), out, { recursive: true })]);
