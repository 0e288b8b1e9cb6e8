import { Button, Loader } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './States.module.css';

interface EmptyStateProps {
  icon: ReactNode;
  title: string;
  message?: ReactNode;
  /** What the person can do next, usually a button. */
  action?: ReactNode;
}

/** Says why a place is empty and what fills it. */
export function EmptyState({ icon, title, message, action }: EmptyStateProps) {
  return (
    <div className={classes.state}>
      <span className={classes.icon} aria-hidden="true">{icon}</span>
      <h2 className={classes.title}>{title}</h2>
      {message !== undefined && <p className={classes.message}>{message}</p>}
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  );
}

export function LoadingState({ label }: { label: string }) {
  return (
    <output className={classes.state}>
      <Loader size="sm" type="dots" aria-hidden="true" />
      <span className={classes.message}>{label}…</span>
    </output>
  );
}

/** Says what went wrong, in words a person can act on. */
export function FailureState({ title, message, onRetry }: { title: string; message: string; onRetry?: () => void }) {
  return (
    <div className={classes.state} role="alert">
      <span className={classes.icon} aria-hidden="true"><IconAlertTriangle size={32} stroke={1.5} /></span>
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.message}>{message}</p>
      {onRetry !== undefined && (
        <div className={classes.action}>
          <Button variant="default" size="xs" leftSection={<IconRefresh size={14} />} onClick={onRetry}>Try again</Button>
        </div>
      )}
    </div>
  );
}
