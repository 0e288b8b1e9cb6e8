import { ActionIcon, Popover, TextInput, Tooltip, UnstyledButton } from '@mantine/core';
import { IconBlockquote, IconHighlight, IconMessage2, IconPencil, IconPointer, IconStrikethrough, IconTypography, IconUnderline } from '@tabler/icons-react';
import { useState, type ComponentType } from 'react';
import type { HighlightColor, MarkStyle } from '../../../../core/model';
import { act } from '../../../app/act';
import { client } from '../../../client';
import { colorNames, colors } from '../../../ui/highlightColors';
import { Swatch } from '../../../ui/Swatch';
import { useReaderPreferences } from '../kept';
import { useMarkingState } from './marking';
import classes from './ToolRail.module.css';

const tools: readonly { style: MarkStyle; label: string; keys: string; icon: ComponentType<{ size: number; stroke: number }> }[] = [
  { style: 'highlight', label: 'Highlight', keys: 'H', icon: IconHighlight },
  { style: 'underline', label: 'Underline', keys: 'U', icon: IconUnderline },
  { style: 'strike', label: 'Strike out', keys: 'S', icon: IconStrikethrough },
  { style: 'note', label: 'Note', keys: 'M', icon: IconMessage2 },
  { style: 'text', label: 'Text on the page', keys: 'W', icon: IconTypography },
  { style: 'ink', label: 'Draw', keys: 'I', icon: IconPencil },
  { style: 'area', label: 'Area', keys: 'A', icon: IconBlockquote },
];

interface ToolRailProps {
  meanings: Record<HighlightColor, string>;
  /** Takes a tool up, or uses it at once where words are selected. */
  onTool: (tool: MarkStyle | null) => void;
}

/** The tools for marking, and the colour that they have. */
export function ToolRail({ meanings, onTool }: ToolRailProps) {
  const tool = useMarkingState((state) => state.tool);
  return (
    <div className={classes.rail} role="toolbar" aria-label="Marking" aria-orientation="vertical">
      <Tooltip label="Select (Escape)" position="right">
        <ActionIcon variant={tool === null ? 'light' : 'subtle'} color={tool === null ? undefined : 'gray'} size={32} aria-label="Select" aria-pressed={tool === null} onClick={() => onTool(null)}><IconPointer size={18} stroke={1.6} /></ActionIcon>
      </Tooltip>
      {tools.map(({ style, label, keys, icon: Icon }) => (
        <Tooltip key={style} label={`${label} (${keys})`} position="right">
          <ActionIcon variant={tool === style ? 'light' : 'subtle'} color={tool === style ? undefined : 'gray'} size={32} aria-label={label} aria-pressed={tool === style} onPointerDown={(event) => event.preventDefault()} onClick={() => onTool(tool === style ? null : style)}><Icon size={18} stroke={1.6} /></ActionIcon>
        </Tooltip>
      ))}
      <span className={classes.rule} aria-hidden="true" />
      <ColorPicker meanings={meanings} />
    </div>
  );
}

/** The colour of the next marks. What the colours mean is written beside them, and can be changed there. */
function ColorPicker({ meanings }: { meanings: Record<HighlightColor, string> }) {
  const { color, prefer } = useReaderPreferences();
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="right-end" trapFocus withArrow={false} shadow="sm">
      <Popover.Target>
        <Tooltip label={`Colour: ${meanings[color]} (1–5)`} position="right" disabled={opened}>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={`Colour: ${meanings[color]}`} onClick={() => setOpened(!opened)}><Swatch color={color} /></ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label="Colours and what they mean">
        <ul className={classes.colors}>
          {colors.map((each, index) => (
            <li key={each} className={classes.color}>
              <UnstyledButton className={classes.swatch} aria-label={`Mark as ${meanings[each]} (${index + 1})`} aria-pressed={each === color} onClick={() => { prefer({ color: each }); setOpened(false); }}><Swatch color={each} /></UnstyledButton>
              <Meaning color={each} meaning={meanings[each]} />
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

function Meaning({ color, meaning }: { color: HighlightColor; meaning: string }) {
  const [typed, setTyped] = useState<string | null>(null);
  const save = (): void => {
    const wanted = typed?.trim() ?? '';
    setTyped(null);
    if (wanted === '' || wanted === meaning) return;
    void act(async () => {
      const { colorMeanings = {} } = await client.library.settings.query();
      await client.library.changeSettings.mutate({ colorMeanings: { ...colorMeanings, [color]: wanted } });
    });
  };
  return (
    <TextInput
      size="xs" variant="unstyled" classNames={{ input: classes.meaning }} aria-label={`What ${colorNames[color].toLowerCase()} means`} value={typed ?? meaning} maxLength={100}
      onChange={(event) => setTyped(event.currentTarget.value)} onBlur={save}
      onKeyDown={(event) => { if (event.key === 'Enter') save(); }}
    />
  );
}
