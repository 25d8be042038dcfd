"""Comparisons judged: `gold` pairs labelled by hand, `seeded` changes made by machine, and `judged`."""
