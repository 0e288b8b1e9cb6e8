import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from './bridge';

const bridge: Bridge = {
  send: (message) => ipcRenderer.send('lectern:message', message),
  listen: (listener) => { ipcRenderer.on('lectern:message', (_event, message: unknown) => listener(message)); },
  onCommand: (listener) => { ipcRenderer.on('lectern:command', (_event, command: string) => listener(command)); },
  onClosing: (finish) => {
    ipcRenderer.on('lectern:closing', () => {
      const closed = (saved: boolean): void => ipcRenderer.send('lectern:closed', saved);
      finish().then(closed, () => closed(false));
    });
  },
};

contextBridge.exposeInMainWorld('lectern', bridge);
