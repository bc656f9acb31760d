/** Up to this length the engine's own search is used: its worst case is the product of both lengths. */
const shortValue = 128;

/** Whether the value stands somewhere in the text; takes time linear in both lengths, whatever they hold. */
export function includesText(text: string, value: string): boolean {
  if (value.length <= shortValue) return text.includes(value);
  if (value.length > text.length) return false;
  const borders = bordersOf(value);
  let matched = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    while (matched > 0 && value.charCodeAt(matched) !== unit) matched = borders[matched - 1] as number;
    if (value.charCodeAt(matched) === unit) matched++;
    if (matched === value.length) return true;
  }
  return false;
}

/** For every prefix the length of its longest border: its longest proper prefix that is also its end (Knuth, Morris, Pratt 1977). */
function bordersOf(value: string): Int32Array {
  const borders = new Int32Array(value.length);
  let border = 0;
  for (let index = 1; index < value.length; index++) {
    const unit = value.charCodeAt(index);
    while (border > 0 && value.charCodeAt(border) !== unit) border = borders[border - 1] as number;
    if (value.charCodeAt(border) === unit) border++;
    borders[index] = border;
  }
  return borders;
}
