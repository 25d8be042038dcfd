"""Run the migrations on the connection that `catalogue.open_catalogue` hands over; has no command line of its own."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
