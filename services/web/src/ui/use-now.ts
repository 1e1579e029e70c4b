import { useEffect, useState } from 'react';

/** The time, renewed every `intervalMilliseconds`; the only clock that the screens read. */
export function useNow(intervalMilliseconds: number): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), intervalMilliseconds);
    return () => clearInterval(timer);
  }, [intervalMilliseconds]);
  return now;
}
