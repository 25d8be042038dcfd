"""History: the versions a publication has had, as they are shown: `history` the noun, `lines` and `views` its faces."""
