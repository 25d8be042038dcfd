"""Steps from each schema of the catalogue to the next; Alembic runs those that are missing when it is opened."""
