// oxlint-disable-next-line import/no-unassigned-import -- its effect is what it is there for, and it must come first
import './withoutEval';
import { Notifications } from '@mantine/notifications';
import { App } from './App';
import { followFocus } from './app/keptFocus';
import { followClosing } from './app/pending';
import { followHost } from './app/queries';
import { tellOfTakenKeys } from './features/cite/takenKeys';
import { mount } from './mount';

followHost();
followClosing();
followFocus();

mount(
  <>
    <Notifications position="bottom-left" />
    <App />
  </>,
);
void tellOfTakenKeys();
