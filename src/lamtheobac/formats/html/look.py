"""What a page looks like: on a screen of any width, dark or light, and on A4 (kiểu trang)."""

from __future__ import annotations

from typing import Final

__all__ = ["LOOK"]

LOOK: Final = """
:root{color-scheme:light dark;--ink:#1b1b1b;--soft:#4d4d4d;--ground:#fff;--line:#c9c9c9;--pale:#f2f4f6;--bar:#1f5f8b;
--error:#9b1c1c;--warning:#7a4b00;--info:#1f4f7a;--link:#0b57a4}
@media (prefers-color-scheme:dark){:root{--ink:#ececec;--soft:#bdbdbd;--ground:#17191c;--line:#4a4d52;--pale:#23262a;
--bar:#6db3e2;--error:#ff9d9d;--warning:#f0c067;--info:#9ccbf2;--link:#8ec5ff}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.2rem 1rem 3rem;max-width:60rem;background:var(--ground);color:var(--ink);
font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.3}
h2{font-size:1.25rem;margin:2.2rem 0 .6rem;padding-top:.6rem;border-top:2px solid var(--line)}
h3{font-size:1.05rem;margin:1.2rem 0 .3rem}
a{color:var(--link)}
ul,ol{padding-left:1.3rem;margin:.3rem 0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:.5rem 0}
dt{color:var(--soft)} dd{margin:0}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;overflow-wrap:normal}
caption{text-align:left;font-weight:600;padding:.3rem 0}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line)}
thead th{border-bottom:2px solid var(--soft)} tbody th{font-weight:400}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1.2rem 2rem}
figure{margin:0} figcaption{font-weight:600;margin-bottom:.3rem}
svg{display:block;width:100%;max-width:29rem;height:auto;font-size:15px;fill:var(--ink)}
svg .words{font-weight:600} svg .track{fill:var(--pale);opacity:1}
svg .bar{fill:var(--bar)} svg .maybe{fill:var(--bar);opacity:.45}
.trees{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));gap:.5rem 2rem}
.trees ul{list-style:none;padding-left:.9rem;border-left:1px solid var(--line)} .trees>div>ul{padding-left:0;border:0}
ins{text-decoration:none;font-weight:600} del{color:var(--soft)}
.finding{border-left:5px solid var(--info);padding:.1rem 0 .1rem .9rem;margin:.9rem 0}
.finding.error{border-color:var(--error)}
.finding.warning{border-color:var(--warning)}
.finding strong{color:var(--info)} .finding.error strong{color:var(--error)}
.finding.warning strong{color:var(--warning)}
.finding p{margin:.2rem 0} .place{color:var(--soft);font-size:.9rem}
footer{margin-top:2.5rem;color:var(--soft);font-size:.9rem}
@media (max-width:34rem){dl{grid-template-columns:1fr;gap:0} dd{margin-bottom:.4rem}}
@media (min-width:34rem){.narrow{columns:2;column-gap:2rem}}
@page{size:A4;margin:18mm 16mm}
@media print{:root{color-scheme:light;--ink:#000;--soft:#333;--ground:#fff;--line:#999;--pale:#eee;--bar:#1f5f8b;
--error:#9b1c1c;--warning:#7a4b00;--info:#1f4f7a;--link:#000}
body{padding:0;max-width:none;font-size:10.5pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
nav{display:none} h2,h3,caption,figcaption{break-after:avoid} .finding,figure,tr,li{break-inside:avoid}
.charts{grid-template-columns:1fr 1fr} .wide{overflow:visible} thead{display:table-header-group}}
"""
