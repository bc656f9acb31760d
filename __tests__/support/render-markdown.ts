import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";

/** An element of what a reader is shown, and the texts that stand in it. */
export interface ShownText {
  readonly text: string;
  /** Names of the elements around it, the outermost first. */
  readonly inside: readonly string[];
}

/** Markdown as GitHub shows it, before it looks for mentions: every element with its attributes, and every text. */
export interface RenderedMarkdown {
  readonly elements: readonly { readonly name: string; readonly attributes: Readonly<Record<string, string>> }[];
  readonly texts: readonly ShownText[];
}

/** Renders GitHub-flavoured Markdown with raw HTML let through, and reads the result as a browser does. */
export function renderMarkdown(markdown: string): RenderedMarkdown {
  // GitHub filters some tags; that nothing depends on it is shown by leaving the filter out.
  const html = micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
  });
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  const texts: ShownText[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ChildNode, inside: readonly string[]): void => {
    if (node.nodeName === "#text" && "value" in node) texts.push({ text: node.value, inside });
    else if (node.nodeName === "#comment" && "data" in node)
      elements.push({ name: "#comment", attributes: { data: node.data } });
    else if ("childNodes" in node) {
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
      elements.push({ name: node.nodeName, attributes });
      for (const child of node.childNodes) visit(child, [...inside, node.nodeName]);
    }
  };
  for (const node of parseFragment(html).childNodes) visit(node, []);
  return { elements, texts };
}
