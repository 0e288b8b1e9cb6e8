import { useConnection } from '../app/connection';
import classes from './ConnectionNotice.module.css';

/** Says, in a browser window, that its host is gone. What was asked meanwhile is done when it is back. */
export function ConnectionNotice() {
  const lost = useConnection((state) => state.lost);
  return (
    <output className={classes.notice} data-lost={lost || undefined}>
      {lost && 'Lectern does not answer. This window goes on when it does; if Lectern was started anew, open the address that it printed.'}
    </output>
  );
}
