import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from './bridge';

// The channel belongs to this page: when the page is loaded anew, what was asked through the old one is answered to nobody.
const { port1: channel, port2: hostsEnd } = new MessageChannel();
ipcRenderer.postMessage('lectern:connect', null, [hostsEnd]);

const bridge: Bridge = {
  send: (message) => channel.postMessage(message),
  listen: (listener) => {
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => listener(data));
    channel.start();
  },
  onCommand: (listener) => { ipcRenderer.on('lectern:command', (_event, command: string) => listener(command)); },
  onClosing: (finish) => {
    ipcRenderer.on('lectern:closing', () => {
      const closed = (saved: boolean): void => ipcRenderer.send('lectern:closed', saved);
      finish().then(closed, () => closed(false));
    });
  },
};

contextBridge.exposeInMainWorld('lectern', bridge);
