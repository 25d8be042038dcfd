"""Public test collections: `collection` reads BEIR's layout, `beir` measures our retrieval on one."""
