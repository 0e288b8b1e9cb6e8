import { Component, Suspense, lazy, type ReactNode } from 'react';
import classes from './Markdown.module.css';

export interface MarkdownProps {
  text: string;
  /** Told of a click on the box of a task, with the place of its list marker in `text`, in UTF-16 code units. */
  onToggleTask?: (offset: number) => void;
}

const MarkdownContent = lazy(() => import('./MarkdownContent'));

/**
 * Shows Markdown with tables, tasks, footnotes and TeX math. Nothing in it can run or fetch: HTML is
 * shown as the text it is, images from elsewhere as links. Loaded at first use; until then, and
 * should it fail, the text is shown as typed.
 */
export function Markdown(props: MarkdownProps) {
  const asTyped = <div className={classes.typed}>{props.text}</div>;
  return (
    <Fallible of={props.text} fallback={asTyped}>
      <Suspense fallback={asTyped}>
        <MarkdownContent {...props} />
      </Suspense>
    </Fallible>
  );
}

interface FallibleProps {
  /** What is shown; the next one is tried afresh. */
  of: string;
  fallback: ReactNode;
  children: ReactNode;
}

class Fallible extends Component<FallibleProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidUpdate(previous: FallibleProps) {
    if (this.state.failed && previous.of !== this.props.of) this.setState({ failed: false });
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
