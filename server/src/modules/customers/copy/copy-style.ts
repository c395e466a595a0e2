/** How the page of a copy looks: on paper, in the dark, and on a telephone, where a row of many columns is a card. */
export const copyStyle = `:root{color-scheme:light dark;--line:#d9e0ea;--head:#f1f4f8;--quiet:#5b6675}
body{font:16px/1.8 Vazirmatn,Tahoma,system-ui,sans-serif;max-inline-size:80rem;margin:2rem auto;padding-inline:1rem;color:#1c2430;background:#fff}
h1{font-size:1.6rem;margin-block:0 .4rem}h2{font-size:1.15rem;margin-block:2rem .6rem;border-block-end:2px solid var(--line);padding-block-end:.3rem}
p{margin-block:.3rem}table{inline-size:100%;border-collapse:collapse;font-size:.875rem}th{text-align:start;background:var(--head)}.many th{min-inline-size:3.6rem}
th,td{border:1px solid var(--line);padding:.3rem .5rem;vertical-align:top}td{overflow-wrap:break-word;white-space:pre-wrap}
.pairs td:first-child{inline-size:16rem}.many .long bdi{display:inline-block;min-inline-size:12rem}.wide{overflow-x:auto}.quiet{color:var(--quiet)}a{color:#1a56c4}
nav ul{columns:16rem 3;padding-inline-start:1.2rem}
@media (max-width:40rem){body{margin-block:1rem}.pairs td:first-child{inline-size:40%}
.many,.many tbody,.many tr,.many td{display:block}.many thead,.many .none{display:none}
.many tr{border:1px solid var(--line);border-radius:.5rem;padding:.4rem .7rem;margin-block-end:.6rem}
.many td{display:grid;grid-template-columns:7rem 1fr;gap:.6rem;border:0;padding:.15rem 0}
.many td bdi,.many .long bdi{min-inline-size:0;justify-self:start;overflow-wrap:anywhere}.many td::before{content:attr(data-of);color:var(--quiet);white-space:normal}}
@media print{a{color:inherit;text-decoration:none}tr{break-inside:avoid}}
@media (prefers-color-scheme:dark){:root{--line:#303a46;--head:#1d242d;--quiet:#9aa7b6}body{background:#12161c;color:#e6ebf2}a{color:#8ab4ff}}
@media print{:root{--line:#999;--head:#eee;--quiet:#444}body{background:#fff;color:#000}}`
