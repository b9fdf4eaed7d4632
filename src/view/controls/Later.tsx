import { Component, type ReactNode, Suspense } from 'react';

interface Props {
  /** What stands here until the part has come. */
  readonly waiting: ReactNode;
  readonly children: ReactNode;
}

/** A part of the page that is loaded on demand. Where it cannot be, the rest of the page stands. */
export class Later extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render(): ReactNode {
    const { waiting, children } = this.props;
    if (!this.state.failed) return <Suspense fallback={waiting}>{children}</Suspense>;
    return (
      <p className="later-failed" role="alert">
        This part of the page could not be loaded. Your work is kept.{' '}
        <button type="button" className="button" onClick={() => window.location.reload()}>
          Load the page again
        </button>
      </p>
    );
  }
}
