// A link inside the app that looks like antd's, keeps its own address (open in a new tab, copy) and never reloads.
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactElement, Ref } from 'react';

interface AnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly ref?: Ref<HTMLAnchorElement>;
}

function Anchor({ className, ...rest }: AnchorProps): ReactElement {
  return <a {...rest} className={['text-link', className].filter(Boolean).join(' ')} />;
}

export const TextLink = createLink(Anchor);
