// Turns left and right into start and end, so that one stylesheet serves pages of both directions.
const property = {
  "margin-left": "margin-inline-start",
  "margin-right": "margin-inline-end",
  "padding-left": "padding-inline-start",
  "padding-right": "padding-inline-end",
  "border-left": "border-inline-start",
  "border-right": "border-inline-end",
  "border-left-width": "border-inline-start-width",
  "border-right-width": "border-inline-end-width",
  "border-left-color": "border-inline-start-color",
  "border-right-color": "border-inline-end-color",
  "border-left-style": "border-inline-start-style",
  "border-right-style": "border-inline-end-style",
  left: "inset-inline-start",
  right: "inset-inline-end",
};
const side = { left: "inline-start", right: "inline-end" };
const edge = { left: "start", right: "end" };

function declaration(name, value) {
  if (name in property) return `${property[name]}: ${value}`;
  if ((name === "float" || name === "clear") && value in side) return `${name}: ${side[value]}`;
  if (name === "text-align" && value in edge) return `${name}: ${edge[value]}`;
  const four = value.split(/\s+/);
  if ((name === "margin" || name === "padding") && four.length === 4 && four[1] !== four[3]) {
    const [top, right, bottom, left] = four;
    return `${name}-block: ${top} ${bottom}; ${name}-inline: ${left} ${right}`;
  }
  return `${name}: ${value}`;
}

export function logical(css) {
  return css.replace(/^(\s+)([a-z-]+): ([^;{}]+);$/gm, (_, space, name, value) => {
    return `${space}${declaration(name, value)};`;
  });
}
