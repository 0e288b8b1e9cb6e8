import { VisuallyHidden } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { Assignment } from '../../core/model';
import classes from './TechniqueChip.module.css';

interface TechniqueChipProps {
  name: string;
  /** How sure the membership is, 0..1. */
  score: number;
  state: Assignment['state'];
  onClick?: () => void;
  /** An address inside the app, such as `#/technique/pruning`. */
  href?: string;
}

/** A technique of a paper. A suggestion has a dashed edge, a confirmed one a tick, a rejected one is struck out. */
export function TechniqueChip({ name, score, state, onClick, href }: TechniqueChipProps) {
  const content = (
    <>
      {state === 'confirmed' && <IconCheck size={12} stroke={2.5} aria-hidden="true" />}
      {state === 'rejected' && <IconX size={12} stroke={2.5} aria-hidden="true" />}
      <span className={classes.name}>{name}</span>
      <VisuallyHidden>, {state}</VisuallyHidden>
    </>
  );
  const shared = { className: classes.chip, 'data-state': state, title: state === 'suggested' ? `Suggested, ${Math.round(score * 100)} % sure` : `${state === 'confirmed' ? 'Confirmed' : 'Rejected'} by you` };
  if (href !== undefined) return <a {...shared} href={href}>{content}</a>;
  if (onClick !== undefined) return <button {...shared} type="button" onClick={onClick}>{content}</button>;
  return <span {...shared}>{content}</span>;
}
