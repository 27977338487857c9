import { createHash } from 'node:crypto';

/** The one stylesheet, inline on every page. Dark text on white, 7:1 and more; targets of at least 44 pixels; nothing that needs a script. */
export const STYLE = `
:root{--ink:#1c1c1e;--soft:#4a4a52;--line:#c9c9d1;--paper:#fff;--ground:#f3f2ee;--accent:#8a1c1c;--accent-dark:#641212;--good:#14532d;--good-ground:#e8f3ea;--warn:#6b3a00;--warn-ground:#fdf1dc}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;overflow-wrap:break-word}
header.top{background:var(--paper);border-top:5px solid var(--accent);border-bottom:1px solid var(--line)}
header.top>div,main,footer{max-width:46rem;margin:0 auto;padding:0 1.1rem}
header.top>div{padding-top:.9rem;padding-bottom:.9rem}
header.top p{margin:0;color:var(--soft);font-size:.95rem;line-height:1.45}
header.top p.committee{color:var(--ink);font-weight:600}
main{padding-top:1.2rem;padding-bottom:2.5rem}
footer{padding-bottom:2rem;color:var(--soft);font-size:.9rem}
h1{font-size:1.6rem;line-height:1.25;margin:.2rem 0 .8rem}
h2{font-size:1.2rem;line-height:1.35;margin:0 0 .6rem}
h3{font-size:1.05rem;margin:1.1rem 0 .4rem}
section{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:1.1rem;margin:0 0 1.1rem}
section section,details{margin:.8rem 0 0}
section>:last-child{margin-bottom:0}
p{margin:.5rem 0}
dl{margin:.4rem 0;display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1rem}
dt{color:var(--soft)}
dd{margin:0;font-weight:600;grid-column:2}
dd small,li small,td small,label small{font-weight:400;color:var(--soft);font-size:.93rem}
ol,ul{margin:.4rem 0;padding-left:1.4rem}
li{margin:.25rem 0}
blockquote{margin:.7rem 0;padding:.2rem 0 .2rem .9rem;border-left:4px solid var(--accent);color:var(--ink)}
blockquote footer{padding:0;margin:.2rem 0 0;max-width:none}
table{border-collapse:collapse;width:100%;font-size:.97rem;margin:.5rem 0}
.wide{overflow-x:auto}
caption{text-align:left;font-weight:600;padding:.2rem 0}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem .4rem 0;border-bottom:1px solid var(--line)}
th{color:var(--soft);font-weight:600}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
fieldset{border:1px solid var(--line);border-radius:6px;margin:1rem 0;padding:.3rem 1rem .9rem}
legend{font-weight:600;padding:0 .4rem}
label{display:block;font-weight:600;margin:.9rem 0 .25rem}
label.choice{display:grid;grid-template-columns:1.5rem 1fr;gap:.6rem;align-items:start;font-weight:400;margin:.2rem 0;padding:.55rem 0;min-height:44px}
label.choice input{width:1.35rem;height:1.35rem;margin:.13rem 0 0;accent-color:var(--accent)}
.hint{color:var(--soft);font-size:.95rem;margin:.1rem 0 .35rem;font-weight:400}
input[type=text],input[type=date],input[type=time],input[type=number],input[type=password],input[type=file],select,textarea{font:inherit;color:var(--ink);background:#fff;border:1px solid #6f6f78;border-radius:4px;padding:.6rem .7rem;width:100%;min-height:44px}
input[type=date],input[type=time],input[type=number]{width:auto;min-width:10rem}
textarea{min-height:7.5rem;resize:vertical;line-height:1.5}
textarea.long{min-height:15rem}
textarea.words{min-height:26rem;font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:.92rem}
button,a.button{display:inline-block;font:inherit;font-weight:600;color:#fff;background:var(--accent);border:1px solid var(--accent);border-radius:4px;padding:.65rem 1.3rem;min-height:44px;margin:1rem .6rem 0 0;cursor:pointer;text-decoration:none}
button:hover,a.button:hover{background:var(--accent-dark)}
button.second{background:#fff;color:var(--accent)}
button.second:hover{background:#f7eded}
:focus-visible{outline:3px solid #1a5fb4;outline-offset:2px}
a{color:#7a1616}
summary{cursor:pointer;font-weight:600;padding:.5rem 0;min-height:44px}
details{border-top:1px solid var(--line)}
section>details:only-child,td details{border-top:0;margin:0}
.note{background:var(--warn-ground);border-color:#d9a441;color:var(--warn)}
.good{background:var(--good-ground);border-color:#69a377;color:var(--good)}
.number{font-size:1.7rem;font-weight:700;letter-spacing:.02em;margin:.2rem 0;color:var(--good)}
.tag{display:inline-block;border:1px solid currentColor;border-radius:3px;padding:0 .45rem;font-size:.9rem;font-weight:600;color:var(--soft)}
.tag.late{color:var(--accent)}.tag.good{background:none;color:var(--good)}
.about{font-weight:600}
.said{white-space:pre-wrap;border-left:3px solid var(--line);padding-left:.8rem;margin:.3rem 0}
.row{display:flex;flex-wrap:wrap;gap:0 1.4rem}
.row>*{flex:0 1 auto}
@media (max-width:34rem){body{font-size:1rem}h1{font-size:1.35rem}dl{grid-template-columns:1fr;gap:0}dd{grid-column:1;margin-bottom:.5rem}section{padding:.9rem}fieldset{padding:.2rem .7rem .7rem}button{width:100%;margin-right:0}table.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}table.stack tr{display:block;padding:.45rem 0;border-bottom:1px solid var(--line)}table.stack td,table.stack td.n{display:grid;grid-template-columns:8.5rem 1fr;gap:.6rem;padding:.1rem 0;border:0;text-align:left}table.stack td::before{content:attr(data-label);color:var(--soft)}table.stack td:first-child{display:block;font-weight:600}table.stack td:first-child::before{content:none}}
@media print{body{background:#fff}button,form{display:none}section{border:0;padding:0}}
`;

/** The stylesheet's hash, as a Content-Security-Policy names it: no other style is ever taken. */
export const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
