import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState, type ReactElement } from 'react';

/**
 * Goes to the sign-in page and remembers where from. The address is read once: while the next page loads, the router
 * already reports the new address, and a redirect that followed it would send itself round in a circle.
 */
export function SignInRedirect({ from }: { from: string }): ReactElement | null {
  const navigate = useNavigate();
  const [next] = useState(from);
  useEffect(() => {
    // A first visit goes to the home page anyway; nothing to come back to.
    void navigate({ to: '/sign-in', search: next === '/' || next === '/board' ? {} : { next }, replace: true });
  }, [navigate, next]);
  return null;
}

/** A password given out by the administrator must be replaced before anything else. */
export function ChangePasswordRedirect(): ReactElement | null {
  const navigate = useNavigate();
  useEffect(() => void navigate({ to: '/change-password', replace: true }), [navigate]);
  return null;
}
