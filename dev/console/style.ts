import { createHash } from 'node:crypto';

/** The console's one stylesheet, inline on every page. */
export const STYLE = `
:root{--ink:#1c1c1e;--soft:#4a4a52;--line:#c9c9d1;--paper:#fff;--ground:#eef1f4;--accent:#1d4e7a;--accent-dark:#123653}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;overflow-wrap:break-word}
header{background:var(--accent);color:#fff}
header>div,main{max-width:62rem;margin:0 auto;padding:0 1.1rem}
header>div{padding-top:.7rem;padding-bottom:.7rem;display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;align-items:baseline}
header p{margin:0;flex:1 1 100%;font-size:.92rem}
header a{color:#fff;padding:.3rem 0}
header a[aria-current]{font-weight:700;text-decoration-thickness:3px}
main{padding-top:1.1rem;padding-bottom:2.5rem}
h1{font-size:1.5rem;line-height:1.25;margin:.2rem 0 .6rem}
h2{font-size:1.15rem;margin:0 0 .5rem}
p{margin:.4rem 0}
section{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:1rem;margin:0 0 1rem}
.hint{color:var(--soft)}
.bad{background:#fdeaea;border-color:#b3261e}
.now{font-size:1.6rem;font-weight:700;margin:.1rem 0;font-variant-numeric:tabular-nums}
.tag{display:inline-block;border:1px solid currentColor;border-radius:3px;padding:0 .5rem;font-weight:600;color:var(--soft)}
.tag.runs{color:#14532d}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.45rem .7rem .45rem 0;border-bottom:1px solid var(--line)}
th{color:var(--soft);font-weight:600}
td.when{white-space:nowrap;font-variant-numeric:tabular-nums}
td.n{text-align:right;font-variant-numeric:tabular-nums;width:8rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:.3rem 0}
dt{color:var(--soft)}
dd{margin:0}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:0}
iframe{width:100%;height:46rem;border:1px solid var(--line);background:#fff}
form.line{display:flex;flex-wrap:wrap;gap:.6rem;align-items:end;margin:.6rem 0}
form.line>div{min-width:0;max-width:100%}
label{display:block;font-weight:600}
input,select{font:inherit;color:var(--ink);background:#fff;border:1px solid #6f6f78;border-radius:4px;padding:.5rem .6rem;min-height:44px;max-width:100%}
button,a.button{display:inline-block;font:inherit;font-weight:600;color:#fff;background:var(--accent);border:1px solid var(--accent);border-radius:4px;padding:.55rem 1.2rem;min-height:44px;cursor:pointer;text-decoration:none}
button:hover,a.button:hover{background:var(--accent-dark)}
.actions{display:flex;flex-wrap:wrap;gap:1rem 2rem;align-items:end;margin-top:.8rem}
.actions form{max-width:22rem}
.actions .hint{font-size:.93rem;margin:.3rem 0 0}
:focus-visible{outline:3px solid #d08700;outline-offset:2px}
a{color:#174a79}
@media (max-width:34rem){table.mail thead{display:none}table.mail tr{display:block;padding:.5rem 0;border-bottom:1px solid var(--line)}table.mail td{display:block;border:0;padding:.1rem 0}iframe{height:34rem}}
`;

export const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
