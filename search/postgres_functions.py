"""What PostgreSQL needs for the search: a function that reads the index, and one that tidies it after writing.

A condition on a tsvector looks cheap to its planner, which knows nothing of what it costs to unpack one: for words that
stand on many pages it reads every text (measured at 10,000 pages: 380 ms against 2). Inside the function it may only use
the index.

A GIN index first keeps what is new in a list, which every question reads from its beginning to its end. Without that
list each lexeme of each page would be put in its place by itself, which takes three times as long in Japanese and five
times in Chinese. So whoever writes empties the list at once, which only the owner of an index may: the function is
its own. Until then the list may grow: emptied by itself at every 4 MB, the same places would be looked for again and
again (measured with 200 Japanese pages at once: 145 pages a second against 158).
"""

from modelsearch.conf import get_app_config

# In kB; 200 Japanese pages take 7 MB.
LONGEST_LIST = 65_536
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
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        (schema,) = cursor.fetchone()
    # With its owner's rights, so no name in it may be looked up in a schema that somebody else can write to.
    schema_editor.execute(
        f"""
        CREATE OR REPLACE FUNCTION {TIDY}() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, pg_temp AS $$ BEGIN
            PERFORM gin_clean_pending_list(i.indexrelid::regclass)
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
            WHERE i.indrelid = '"{schema}"."{table}"'::regclass AND a.amname = 'gin' AND i.indisvalid;
        END $$
        """
    )
    for index in _gin_indexes(schema_editor.connection, f'"{schema}"."{table}"'):
        schema_editor.execute(f"ALTER INDEX {index} SET (gin_pending_list_limit = {LONGEST_LIST})")


def _gin_indexes(connection, table):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid "
            "JOIN pg_am a ON a.oid = c.relam WHERE i.indrelid = %s::regclass AND a.amname = 'gin'",
            [table],
        )
        return [name for (name,) in cursor.fetchall()]


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP FUNCTION IF EXISTS {FUNCTION}(tsquery)")
        schema_editor.execute(f"DROP FUNCTION IF EXISTS {TIDY}()")
