// oxlint-disable-next-line import/no-unassigned-import -- its effect is what it is there for, and it must come first
import './withoutEval';
import { followHost } from './app/queries';
import { PalettePage } from './features/cite/PalettePage';
import { CompactStyleField } from './features/exports/StyleField';
import { mount } from './mount';

followHost();

mount(<PalettePage StyleField={CompactStyleField} />);
