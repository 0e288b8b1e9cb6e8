import { tokenize } from './latexTokens';

const symbols: Readonly<Record<string, string>> = {
  times: '×', cdot: '·', pm: '±', mp: '∓', sim: '∼', approx: '≈', equiv: '≡', neq: '≠', ne: '≠', leq: '≤', le: '≤', geq: '≥',
  ge: '≥', ll: '≪', gg: '≫', to: '→', rightarrow: '→', leftarrow: '←', leftrightarrow: '↔', infty: '∞', in: '∈', dots: '…',
  ldots: '…', cdots: '⋯', circ: '°', ast: '∗', star: '⋆', prime: '′', ell: 'ℓ', nabla: '∇', partial: '∂', sum: '∑', prod: '∏',
  alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ϵ', varepsilon: 'ε', zeta: 'ζ', eta: 'η', theta: 'θ', iota: 'ι',
  kappa: 'κ', lambda: 'λ', mu: 'μ', nu: 'ν', xi: 'ξ', pi: 'π', rho: 'ρ', sigma: 'σ', tau: 'τ', upsilon: 'υ', phi: 'ϕ',
  varphi: 'φ', chi: 'χ', psi: 'ψ', omega: 'ω', Gamma: 'Γ', Delta: 'Δ', Theta: 'Θ', Lambda: 'Λ', Xi: 'Ξ', Pi: 'Π', Sigma: 'Σ',
  Phi: 'Φ', Psi: 'Ψ', Omega: 'Ω',
};

const superscripts = alphabet('0123456789+-=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ');
const subscripts = alphabet('0123456789+-=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ');

/** Command, script with or without braces, and what stands for itself in math. */
const mathPiece = /\\([A-Za-z]+) ?|([_^])(?:\{([^{}]*)\}|([^\s\\{}]))|\\([%&#_$])|\\[,;:! ]|([^\\{}_^&#%~]+)/y;

/**
 * A text for people, without the LaTeX it may hold: `20$\times$` is 20×, `M$^3$ViT` is M³ViT, `9\%` is 9%. Math that
 * has no plain form is left as TeX between its dollars.
 */
export function toPlain(text: string): string {
  return tokenize(text)
    .map((token) => {
      if (token.kind === 'text') return token.text;
      return token.kind === 'math' ? plainMath(token.tex) ?? `$${token.tex}$` : '';
    })
    .join('');
}

function plainMath(tex: string): string | null {
  let plain = '';
  for (let at = 0; at < tex.length; at = mathPiece.lastIndex) {
    mathPiece.lastIndex = at;
    const match = mathPiece.exec(tex);
    const piece = match === null ? null : plainPiece(match);
    if (piece === null) return null;
    plain += piece;
  }
  return plain;
}

function plainPiece([, command, script, group, single, special, literal]: RegExpExecArray): string | null {
  if (command !== undefined) return Object.hasOwn(symbols, command) ? (symbols[command] ?? null) : null;
  if (script !== undefined) return scripted(group ?? single ?? '', script === '^' ? superscripts : subscripts);
  return special ?? literal ?? '';
}

function scripted(text: string, script: ReadonlyMap<string, string>): string | null {
  const characters = Array.from(text, (character) => script.get(character));
  return characters.every((character) => character !== undefined) ? characters.join('') : null;
}

function alphabet(plain: string, script: string): ReadonlyMap<string, string> {
  const forms = Array.from(script);
  return new Map(Array.from(plain, (character, index) => [character, forms[index] ?? character]));
}
