"""What PostgreSQL needs for the search: a function that reads the index, and one that tidies it after writing.

A condition on a tsvector looks cheap to its planner, which knows nothing of what it costs to unpack one: for words that
stand on many pages it reads every text (measured at 10,000 pages: 380 ms against 2). Inside the function it may only use
the index.

A GIN index first keeps what is new in a list, which every question reads from its beginning to its end. Without that
list each lexeme of each page would be put in its place by itself, which takes three times as long in Japanese and five
times in Chinese. So whoever writes empties the list at once, which only the owner of an index may: the function is
its own.
"""

from modelsearch.conf import get_app_config

FUNCTION = "search_entries"
TIDY = "search_entries_written"


def create(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    table = get_app_config().get_model("IndexEntry")._meta.db_table
    schema_editor.execute(
        f"""
        CREATE OR REPLACE FUNCTION {FUNCTION}(question tsquery) RETURNS SETOF integer
        LANGUAGE sql STABLE ROWS 1000 SET enable_seqscan = off SET enable_indexscan = off
        AS 'SELECT id FROM {table} WHERE body @@ question'
        """
    )
    tidied = ", ".join(f"gin_clean_pending_list('{index}')" for index in _gin_indexes(schema_editor, table))
    schema_editor.execute(
        f"""
        CREATE OR REPLACE FUNCTION {TIDY}() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path FROM CURRENT AS $$ BEGIN PERFORM {tidied}; END $$
        """
    )


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP FUNCTION IF EXISTS {FUNCTION}(tsquery)")
        schema_editor.execute(f"DROP FUNCTION IF EXISTS {TIDY}()")


def _gin_indexes(schema_editor, table):
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(
            "SELECT indexname FROM pg_indexes WHERE tablename = %s AND indexdef LIKE %s", [table, "%USING gin%"]
        )
        return [name for (name,) in cursor.fetchall()]
