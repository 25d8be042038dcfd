"""Duties: the register of who must, should or may do what, as it is searched and shown.

`register` finds, `asked` reads what is asked, `shapes`, `lines`, `views` show; `command`, `api`, `page` are its faces.
"""
