import { scanXml, type XmlMistake } from "../source/scan-xml.ts";

const name = /^[\p{L}_:][\p{L}\p{M}\p{N}\p{Pc}:.\-·]*$/u;
/** An ampersand that begins none of the entities that need no document type. */
const strayAmpersand = /&(?!(?:lt|gt|amp|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/;
/** Control characters but tab and line ends, lone surrogates, and what Unicode never assigns. */
const forbidden = /(?![\t\n\r\u007f-\u009f])\p{Cc}|\p{Cs}|[\ufffe\uffff]/u;

/** Why a text is not one well-formed element of XML; null where it is. A document type is not read, so nothing can expand. */
export function checkXml(text: string): XmlMistake | null {
  let depth = 0;
  let roots = 0;
  let mistake: XmlMistake | null = null;
  const complain = (message: string, line: number): void => {
    mistake ??= { message: `not valid XML: ${message}`, line };
  };
  const checkName = (written: string, line: number): void => {
    if (!name.test(written)) complain(`${JSON.stringify(written.slice(0, 40))} is no name`, line);
  };
  const broken = scanXml(text, {
    open(element, attributes, line) {
      checkName(element, line);
      for (const attribute of attributes.keys()) checkName(attribute, line);
      if (depth === 0 && ++roots === 2) complain("a second element beside the first", line);
      depth++;
    },
    close() {
      depth--;
    },
    raw(kind, written, line) {
      if (forbidden.test(written)) complain("a character that XML does not have", line);
      if (kind !== "attribute" && depth === 0 && (kind === "cdata" || written.trim() !== ""))
        complain("text outside of the element", line);
      if (kind === "cdata") return;
      if (strayAmpersand.test(written)) complain("an & that begins no entity of XML", line);
      if (kind === "text" && written.includes("]]>")) complain("]]> outside of CDATA", line);
    },
  });
  if (mistake !== null) return mistake;
  if (broken !== null) return broken;
  return roots === 0 ? { message: "not valid XML: there is no element", line: 1 } : null;
}
