import { UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ExportFormat, Selection } from '../../../core/exports';
import { shownTitle } from '../../../core/model';
import { counted } from '../../../core/text';
import { useOverview } from '../../app/queries';
import { client } from '../../client';
import classes from './LossNotice.module.css';
import { formats, isFormatted } from './options';

type Report = Awaited<ReturnType<typeof client.exports.losses.query>>;

/** Says before the export what of these papers the format cannot hold: one line, and on request field by field. */
export function LossNotice({ selection, format }: { selection: Selection; format: ExportFormat }) {
  const seq = useOverview().data?.seq ?? 0;
  const { data } = useQuery({
    queryKey: ['losses', seq, format, selection],
    queryFn: () => client.exports.losses.query({ selection, format }),
    enabled: !isFormatted(format),
  });
  const name = formats.find(({ id }) => id === format)?.name ?? format;
  if (isFormatted(format)) return <div className={classes.notice}>A formatted bibliography is for reading: no program reads all of it back.</div>;
  if (data === undefined) return <div className={classes.notice} aria-busy>Looking what {name} can hold</div>;
  if (data.affected === 0) return <div className={classes.notice} role="status">{name} holds everything that is known of {data.papers === 1 ? 'this paper' : `these ${counted(data.papers, 'paper')}`}.</div>;
  return <Losses key={format} report={data} name={name} />;
}

function Losses({ report: { papers, affected, losses }, name }: { report: Report; name: string }) {
  const [open, setOpen] = useState(false);
  const list = useId();
  return (
    <section className={classes.notice} aria-label="What is lost" aria-live="polite">
      <UnstyledButton className={classes.summary} aria-expanded={open} aria-controls={list} onClick={() => setOpen(!open)}>
        <IconChevronRight className={classes.chevron} size={14} stroke={1.8} aria-hidden />
        <span>{name} cannot hold everything: {affected.toLocaleString('en')} of {counted(papers, 'paper')} {affected === 1 ? 'loses' : 'lose'} something</span>
      </UnstyledButton>
      <ul id={list} className={classes.list} hidden={!open} tabIndex={open ? 0 : -1} aria-label="Lost fields">
        {losses.map(({ field, label, reason, count, papers: named }) => (
          <li key={`${field} ${reason}`} className={classes.loss}>
            <span className={classes.field}>{label}</span>
            <span>{reason}</span>
            <span className={classes.titles}>{counted(count, 'paper')}: {named.map(shownTitle).join('; ')}{count > named.length ? '; …' : ''}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
