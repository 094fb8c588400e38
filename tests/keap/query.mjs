// Strict decoding of the query string: a space must be %20, never +.

/** Returns { values: name => list of values, objections }. */
export function parseQuery(raw) {
  const values = new Map();
  const found = [];
  for (const pair of raw === '' ? [] : raw.split('&')) {
    const [name, value] = pair.split(/=(.*)/s, 2).map((part) => decode(part, found));
    if (value === undefined) found.push(`query: ${name} has no value`);
    values.set(name, [...(values.get(name) ?? []), value ?? '']);
  }
  return { values, objections: found };
}

function decode(text, found) {
  if (/[+=;"<> ]/.test(text)) found.push(`query: ${text} is not percent-encoded`);
  try {
    return decodeURIComponent(text);
  } catch {
    found.push(`query: ${text} is badly percent-encoded`);
    return text;
  }
}
