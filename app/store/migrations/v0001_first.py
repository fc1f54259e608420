"""The first schema: items lie in runs, branches point at tips, replies grow in a journal.

A run continues another from (parent, depth) and belongs to nobody. A branch is a pointer to the place of its
last item; depth 0, in no run, stands before the first. Nothing here may vanish because something else does.
"""

STATEMENTS = (
    """
    CREATE TABLE conversation (
        id INTEGER PRIMARY KEY,
        public_id TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        title_source TEXT NOT NULL CHECK (title_source IN ('question', 'person')),
        shown_branch INTEGER REFERENCES branch (id) ON DELETE RESTRICT ON UPDATE CASCADE,
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        trashed_at INTEGER
    ) STRICT
    """,
    """
    CREATE INDEX conversation_by_change ON conversation (changed_at DESC, id DESC)
    WHERE trashed_at IS NULL
    """,
    """
    CREATE INDEX conversation_in_trash ON conversation (trashed_at DESC, id DESC)
    WHERE trashed_at IS NOT NULL
    """,
    "CREATE INDEX conversation_by_shown_branch ON conversation (shown_branch)",
    """
    CREATE TABLE run (
        id INTEGER PRIMARY KEY,
        parent INTEGER,
        depth INTEGER NOT NULL CHECK ((parent IS NULL) = (depth = 0)),
        FOREIGN KEY (parent, depth) REFERENCES item (run, depth) ON DELETE RESTRICT ON UPDATE CASCADE
    ) STRICT
    """,
    "CREATE INDEX run_by_parent ON run (parent, depth)",
    """
    CREATE TABLE item (
        id INTEGER PRIMARY KEY,
        public_id TEXT NOT NULL UNIQUE,
        run INTEGER NOT NULL REFERENCES run (id) ON DELETE RESTRICT ON UPDATE CASCADE,
        depth INTEGER NOT NULL CHECK (depth > 0),
        role TEXT NOT NULL CHECK (role IN ('user', 'assistant')),
        state TEXT NOT NULL CHECK (state IN ('complete', 'streaming', 'stopped', 'interrupted', 'failed')),
        body TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        ended_at INTEGER,
        model TEXT,
        fault_kind TEXT,
        fault_summary TEXT,
        UNIQUE (run, depth)
    ) STRICT
    """,
    "CREATE INDEX item_unfinished ON item (id) WHERE state = 'streaming'",
    """
    CREATE TABLE branch (
        id INTEGER PRIMARY KEY,
        public_id TEXT NOT NULL UNIQUE,
        conversation INTEGER NOT NULL REFERENCES conversation (id) ON DELETE RESTRICT ON UPDATE CASCADE,
        name TEXT,
        run INTEGER,
        depth INTEGER NOT NULL CHECK ((run IS NULL) = (depth = 0)),
        created_at INTEGER NOT NULL,
        UNIQUE (conversation, name),
        FOREIGN KEY (run, depth) REFERENCES item (run, depth) ON DELETE RESTRICT ON UPDATE CASCADE
    ) STRICT
    """,
    "CREATE INDEX branch_by_tip ON branch (run, depth)",
    """
    CREATE TABLE journal (
        item INTEGER NOT NULL REFERENCES item (id) ON DELETE RESTRICT ON UPDATE CASCADE,
        position INTEGER NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (item, position)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE request (
        id INTEGER PRIMARY KEY,
        public_id TEXT NOT NULL UNIQUE,
        item INTEGER NOT NULL REFERENCES item (id) ON DELETE RESTRICT ON UPDATE CASCADE,
        ledger TEXT NOT NULL,
        started_at INTEGER NOT NULL,
        ended_at INTEGER,
        input_tokens INTEGER,
        output_tokens INTEGER
    ) STRICT
    """,
    "CREATE INDEX request_by_item ON request (item)",
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
)
