import { keyModifiers } from '../../../core/formats/citationKeyModifiers';
import { keyPieces } from '../../../core/formats/citationKeyPieces';
import classes from './Keys.module.css';

/** Everything a pattern can be made of. Each is put into the pattern where the cursor is. */
export function PieceList({ disabled, onInsert }: { disabled: boolean; onInsert: (text: string) => void }) {
  return (
    <div className={classes.pieces} role="region" aria-label="What a pattern is made of" tabIndex={0}>
      <h3 className={classes.title}>Pieces</h3>
      <ul className={classes.list}>
        {keyPieces.map(({ name, about, size }) => (
          <Piece key={name} text={`[${name}]`} about={size === undefined ? about : `${about}; a number behind it says ${size}`} disabled={disabled} onInsert={onInsert} />
        ))}
      </ul>
      <h3 className={classes.title}>Modifiers, within the brackets</h3>
      <ul className={classes.list}>
        {keyModifiers.map(({ name, about, value }) => <Piece key={name} text={`:${name}${value === undefined ? '' : `=${value}`}`} about={about} disabled={disabled} onInsert={onInsert} />)}
        <Piece text=":(anon)" about="this text for works without" disabled={disabled} onInsert={onInsert} />
      </ul>
      <h3 className={classes.title}>Ways out</h3>
      <ul className={classes.list}>
        <Piece text="|" about="within brackets the next piece, outside of them the next pattern, where the one before makes nothing" disabled={disabled} onInsert={onInsert} />
        <Piece text="[>0]" about="the next pattern, where there is nothing before this" disabled={disabled} onInsert={onInsert} />
      </ul>
    </div>
  );
}

function Piece({ text, about, disabled, onInsert }: { text: string; about: string; disabled: boolean; onInsert: (text: string) => void }) {
  return (
    <li className={classes.piece}>
      <button type="button" disabled={disabled} className={classes.insert} aria-label={`Insert ${text}`} onClick={() => onInsert(text)}><code>{text}</code></button>
      <span>{about}</span>
    </li>
  );
}
