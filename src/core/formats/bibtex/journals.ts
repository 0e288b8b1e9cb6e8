/** The journals that astronomers name by macros of the AASTeX package, as NASA's ADS exports them. */
const journals: ReadonlyMap<string, string> = new Map(Object.entries({
  aj: 'Astronomical Journal', actaa: 'Acta Astronomica', araa: 'Annual Review of Astronomy and Astrophysics', apj: 'Astrophysical Journal',
  apjl: 'Astrophysical Journal Letters', apjlett: 'Astrophysical Journal Letters', apjs: 'Astrophysical Journal Supplement Series', apjsupp: 'Astrophysical Journal Supplement Series',
  ao: 'Applied Optics', applopt: 'Applied Optics', apss: 'Astrophysics and Space Science', aap: 'Astronomy and Astrophysics', astap: 'Astronomy and Astrophysics',
  aapr: 'Astronomy and Astrophysics Reviews', aaps: 'Astronomy and Astrophysics Supplement', azh: 'Astronomicheskii Zhurnal', aplett: 'Astrophysics Letters',
  apspr: 'Astrophysics Space Physics Research', baas: 'Bulletin of the American Astronomical Society', bain: 'Bulletin Astronomical Institute of the Netherlands',
  caa: 'Chinese Astronomy and Astrophysics', cjaa: 'Chinese Journal of Astronomy and Astrophysics', fcp: 'Fundamentals of Cosmic Physics', gca: 'Geochimica et Cosmochimica Acta',
  grl: 'Geophysical Research Letters', iaucirc: 'IAU Circulars', icarus: 'Icarus', jcap: 'Journal of Cosmology and Astroparticle Physics', jcp: 'Journal of Chemical Physics',
  jgr: 'Journal of Geophysical Research', jqsrt: 'Journal of Quantitative Spectroscopy and Radiative Transfer', jrasc: 'Journal of the Royal Astronomical Society of Canada',
  maps: 'Meteoritics and Planetary Science', memras: 'Memoirs of the Royal Astronomical Society', memsai: 'Memorie della Società Astronomica Italiana',
  mnras: 'Monthly Notices of the Royal Astronomical Society', na: 'New Astronomy', nar: 'New Astronomy Review', nat: 'Nature', nphysa: 'Nuclear Physics A',
  pasa: 'Publications of the Astronomical Society of Australia', pasj: 'Publications of the Astronomical Society of Japan', pasp: 'Publications of the Astronomical Society of the Pacific',
  physrep: 'Physics Reports', physscr: 'Physica Scripta', planss: 'Planetary and Space Science', pra: 'Physical Review A', prb: 'Physical Review B', prc: 'Physical Review C',
  prd: 'Physical Review D', pre: 'Physical Review E', prl: 'Physical Review Letters', procspie: 'Proceedings of the SPIE', qjras: 'Quarterly Journal of the Royal Astronomical Society',
  rmxaa: 'Revista Mexicana de Astronomía y Astrofísica', skytel: 'Sky and Telescope', solphys: 'Solar Physics', sovast: 'Soviet Astronomy', ssr: 'Space Science Reviews',
  zap: 'Zeitschrift für Astrophysik',
}));

/** The journal that a field names by such a macro alone; null for any other text. */
export function journalOfMacro(tex: string): string | null {
  const macro = /^\s*\{?\\([a-z]+)\s*\}?\s*$/.exec(tex)?.[1];
  return macro === undefined ? null : (journals.get(macro) ?? null);
}
