"""What people read of a run; computes nothing.

In reading order: `folder` reads what a run left, `sections` lays the report out, `opening`, `goals`, `scores`, `lost`,
`confidence`, `paired`, `suite_block`, `cost` and `limits` say it in `blocks` and `cells`, `markdown` and `page` print it,
`plots` and `svg` draw.
"""
