"""How exported pages look: as the window does, by a style sheet of their own."""

# The first of each name is for light, the second for dark surroundings.
_LIGHT = (
    "--ground:#FBFAF8;--ink:#1F2328;--quiet:#63676E;--line:#E4E1DB;--accent:#3B6757;--tint:#ECF0EB;"
    "--code:#F4F3EF;--bad:#A63A32;--k:#98316A;--s:#2F6B4D;--c:#63676E;--n:#85560F;--f:#2A5DA8;--t:#6B4BA0"
)
_DARK = (
    "--ground:#17181A;--ink:#E8E6E2;--quiet:#A0A4AA;--line:#2E3134;--accent:#8FC4AF;--tint:#212B27;"
    "--code:#1D1F22;--bad:#EE8F86;--k:#E59AC5;--s:#9BD0AA;--c:#A0A4AA;--n:#E0B25E;--f:#92BBF0;--t:#C5ADF0"
)

WEB_STYLE = f"""
:root{{color-scheme:light dark;{_LIGHT}}}
@media (prefers-color-scheme:dark){{:root{{{_DARK}}}}}
*{{box-sizing:border-box}}
html{{background:var(--ground);color:var(--ink);font:15px/24px Inter,"Noto Sans",system-ui,sans-serif;
-webkit-text-size-adjust:100%}}
body{{max-width:752px;margin:0 auto;padding:48px 16px 96px}}
h1,h2,h3,h4,h5,h6{{font-weight:600;text-wrap:balance;overflow-wrap:anywhere}}
h1{{font-size:24px;line-height:32px;margin:0 0 8px}}
h3{{font-size:20px;line-height:28px;margin:20px 0 0}}
h4{{font-size:18px;line-height:28px;margin:20px 0 0}}
h5{{font-size:16px;line-height:24px;margin:20px 0 0}}
h6{{font-size:15px;line-height:24px;margin:20px 0 0}}
header{{border-bottom:1px solid var(--line);padding-bottom:24px;margin-bottom:32px}}
header p,.small,h2,nav,summary,.files,.fork{{font-size:13px;line-height:20px;color:var(--quiet)}}
header p{{margin:0}}
article{{margin:0 0 32px;overflow-wrap:anywhere}}
article>h2{{margin:0 0 4px;font-weight:400}}
article>h2 b{{font-weight:600;color:var(--ink)}}
article.person>div{{background:var(--tint);border-radius:12px;padding:12px 16px}}
article>div>:first-child,li>:first-child{{margin-top:0}}
main>div>details{{margin-top:0}}
p,ul,ol,pre,blockquote,.table,details{{margin:12px 0 0}}
ul,ol{{padding-inline-start:24px}}
li{{margin:4px 0 0}}
li>p:first-child{{margin-top:0}}
li>ul,li>ol{{margin-top:4px}}
main>div{{margin:0 0 16px}}
main>.small{{margin:0 0 24px}}
li.task{{list-style:none;margin-inline-start:-20px}}
a{{color:var(--accent);text-underline-offset:2px}}
a:focus-visible,summary:focus-visible{{outline:2px solid var(--accent);outline-offset:2px;border-radius:6px}}
blockquote{{margin-inline:0;padding-inline-start:14px;border-inline-start:2px solid var(--line);
color:var(--quiet)}}
code{{font:13px/20px "JetBrains Mono","DejaVu Sans Mono",ui-monospace,monospace;white-space:pre-wrap;
background:var(--code);border-radius:6px;padding:1px 4px;unicode-bidi:isolate}}
pre{{background:var(--code);border-radius:10px;padding:12px 16px;white-space:pre-wrap;overflow-wrap:anywhere;
tab-size:4;border:1px solid var(--line)}}
pre code{{background:none;padding:0}}
.person code,.person pre{{background:var(--ground)}}.person pre code{{background:none}}
.table{{overflow-x:auto}}
table{{border:0;border-collapse:collapse;font-size:14px;line-height:20px;font-variant-numeric:tabular-nums}}
th,td{{border:0;border-bottom:1px solid var(--line);padding:6px 16px 6px 0;text-align:start;
vertical-align:top;overflow-wrap:normal}}
th{{font-weight:600}}
[align=right]{{text-align:right}}[align=center]{{text-align:center}}
hr{{border:0;border-top:1px solid var(--line);margin:24px 0}}
.formula{{overflow-x:auto;overflow-y:hidden;text-align:center;margin:16px 0}}
.math{{max-width:none;overflow:visible}}
sup{{line-height:0}}
details{{border-inline-start:2px solid var(--line);padding-inline-start:14px}}
summary{{cursor:pointer}}
details p,details li{{color:var(--quiet)}}
.files{{list-style:none;padding:0}}
.files img{{display:block;max-width:100%;max-height:480px;border-radius:8px;margin-top:8px}}
.fault{{color:var(--bad)}}
.fork{{border-top:1px solid var(--line);padding-top:16px;margin:0 0 24px}}
.k{{color:var(--k)}}.s{{color:var(--s)}}.c{{color:var(--c)}}.n{{color:var(--n)}}.f{{color:var(--f)}}.t{{color:var(--t)}}
@media print{{
:root{{{_LIGHT};--ground:#FFF}}
html{{font-size:10.5pt;line-height:1.5}}
body{{max-width:none;padding:0}}
h1,h2,h3,h4,h5,h6,summary{{break-after:avoid}}
pre,blockquote,.table,tr,li,img,.math{{break-inside:auto}}
tr,img,.math,.formula{{break-inside:avoid}}
p,li,pre{{orphans:2;widows:2}}
.table{{overflow:visible}}
td,th{{overflow-wrap:anywhere}}
article.person>div,pre{{border:1px solid var(--line)}}
a{{color:inherit}}
}}
"""

# What Qt's own layout understands of all that, in the light that paper has.
PAPER_STYLE = """
body{color:#1F2328;font-size:14px}
h1{font-size:24px;font-weight:600;margin:0 0 8px 0}
h2{font-size:12px;font-weight:400;color:#63676E;margin:20px 0 4px 0}
h2 b{font-weight:600;color:#1F2328}
h3{font-size:19px;font-weight:600;margin:18px 0 0 0}
h4{font-size:17px;font-weight:600;margin:18px 0 0 0}
h5{font-size:15px;font-weight:600;margin:18px 0 0 0}
h6{font-size:14px;font-weight:600;margin:18px 0 0 0}
p{margin:8px 0 0 0;line-height:150%}
li{margin:3px 0 0 0;line-height:150%}
ul,ol{margin:8px 0 0 0}
blockquote{margin:8px 0 0 16px}
blockquote p,.step p,.step li{color:#63676E}
code{font-family:"JetBrains Mono","DejaVu Sans Mono",monospace;font-size:12px;background-color:#F4F3EF}
.code{white-space:pre-wrap;margin:0;line-height:140%}
table{margin:8px 0 0 0}
.own{background-color:#ECF0EB}
.own code{background-color:#ECF0EB}
.framed{background-color:#F4F3EF}
.framed code{background-color:#F4F3EF}
.rows{border-collapse:collapse;font-size:13px}
.rows td{border-bottom:1px solid #E4E1DB}
.rows th{border-bottom:1px solid #E4E1DB;font-weight:600;text-align:left}
a{color:#3B6757}
.small,.files,.files li,.fork{font-size:12px;color:#63676E}
.small{margin:0}
.step-name{font-size:12px;color:#63676E;margin:10px 0 0 0}
.fault{color:#A63A32}
.formula{text-align:center}
.k{color:#98316A}
.s{color:#2F6B4D}
.c{color:#63676E}
.n{color:#85560F}
.f{color:#2A5DA8}
.t{color:#6B4BA0}
"""
