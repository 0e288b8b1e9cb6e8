import { createContext, use, useId, useMemo, type ComponentProps, type MouseEvent, type ReactElement } from 'react';
import ReactMarkdown, { type Components, type ExtraProps } from 'react-markdown';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { Formula } from './Formula';
import type { MarkdownProps } from './Markdown';
import { rehypeInert, textOf, type Element } from './markdownTree';
import classes from './Markdown.module.css';

/** The content of `Markdown`, with the parsers: what is loaded at first use. Never throws. */
export default function MarkdownContent({ text, onToggleTask }: MarkdownProps) {
  const footnotes = useId();
  const content = useMemo(() => contentOf(text, footnotes), [text, footnotes]);
  return (
    <div className={classes.content}>
      <ToggleTask value={onToggleTask}>{content}</ToggleTask>
    </div>
  );
}

function contentOf(text: string, footnotes: string): ReactElement {
  try {
    return ReactMarkdown({
      children: text,
      remarkPlugins: [remarkGfm, remarkMath],
      remarkRehypeOptions: { clobberPrefix: footnotes },
      rehypePlugins: [[rehypeInert, { footnotes }], [rehypeSanitize, schema]],
      urlTransform: (url) => url, // rehypeInert and the schema have decided already
      components,
    });
  } catch (error) {
    // The parsers are recursive: nesting thousands deep exhausts the stack.
    if (error instanceof RangeError) return <div className={classes.typed}>{text}</div>;
    throw error;
  }
}

const attributes = defaultSchema.attributes ?? {};

/** A second guard behind `rehypeInert`: what is not named here is not shown, whatever the parsers make. */
const schema: typeof defaultSchema = {
  ...defaultSchema,
  attributes: {
    ...attributes,
    a: [...(attributes['a'] ?? []), ['target', '_blank'], ['rel', 'noopener', 'noreferrer']],
    code: [['className', /^language-./, 'math-inline', 'math-display']],
    h4: [['className', 'sr-only']],
  },
  clobber: [], // ids come from footnotes alone, and are prefixed there
  protocols: { ...defaultSchema.protocols, href: ['http', 'https'], src: ['data'] },
};

const ToggleTask = createContext<MarkdownProps['onToggleTask']>(undefined);
const ListItem = createContext<Element | undefined>(undefined);

const components: Components = { a: Link, code: Code, pre: Pre, li: Item, input: TaskBox };

/** A link to a footnote must not change the address: the app's place is written there. */
function Link({ node: _, href = '', children, ...props }: ComponentProps<'a'> & ExtraProps) {
  if (!href.startsWith('#') || href.startsWith('#/')) return <a {...props} href={href}>{children}</a>;
  const scroll = (event: MouseEvent) => {
    event.preventDefault();
    const target = document.getElementById(href.slice(1));
    target?.scrollIntoView({ block: 'nearest' });
    (target?.querySelector('a') ?? target)?.focus({ preventScroll: true });
  };
  return <a {...props} href={href} onClick={scroll}>{children}</a>;
}

function Code({ node, ...props }: ComponentProps<'code'> & ExtraProps) {
  const tex = node === undefined || !isMath(node) ? null : textOf(node);
  return tex === null ? <code {...props} /> : <Formula tex={tex} display={false} source={`$${tex}$`} />;
}

function Pre({ node, ...props }: ComponentProps<'pre'> & ExtraProps) {
  const [code] = node?.children ?? [];
  if (code?.type !== 'element' || !isMath(code)) return <pre {...props} />;
  const tex = textOf(code).trim();
  return <div className={classes.formula}><Formula tex={tex} display source={`$$\n${tex}\n$$`} /></div>;
}

/** Formulas come as code of the language `math`, whether in dollars or in a fence. */
function isMath({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('language-math');
}

function Item({ node, ...props }: ComponentProps<'li'> & ExtraProps) {
  return <ListItem value={node}><li {...props} /></ListItem>;
}

function TaskBox({ checked }: ComponentProps<'input'> & ExtraProps) {
  const toggle = use(ToggleTask);
  const item = use(ListItem);
  const offset = item?.position?.start.offset;
  const label = item === undefined ? '' : textOf(item).trim().slice(0, 200);
  return (
    <input
      type="checkbox"
      aria-label={label === '' ? 'Task' : label}
      checked={checked === true}
      disabled={toggle === undefined || offset === undefined}
      onChange={() => { if (offset !== undefined) toggle?.(offset); }}
    />
  );
}
