"""The first schema: items lie in runs, branches point at tips, replies grow in a journal.

A run continues another from (parent, depth) and belongs to nobody. A branch is a pointer to the place of its
last item; depth 0, in no run, stands before the first. Nothing here may vanish because something else does.
Moments are whole microseconds. Items are numbered by them: the newest are found first, whenever they came in.
"""

# Where a row that was removed can be had back, its number is never given again meanwhile: AUTOINCREMENT.
# Beside a name stands its key, in which letters that differ only in case are one: what is unique is the key.
_CONVERSATIONS = (
    """
    CREATE TABLE folder (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        public_id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL UNIQUE,
        created_at INTEGER NOT NULL
    ) STRICT
    """,
    # Numbers are never given again: what was spent on a conversation is told long after it is gone.
    # Retention is in hours unchanged and untouched; 0 keeps for ever, NULL does as the archive in general.
    """
    CREATE TABLE conversation (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        public_id TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        title_source TEXT NOT NULL CHECK (title_source IN ('question', 'model', 'person', 'import')),
        shown_branch INTEGER REFERENCES branch (id) ON DELETE RESTRICT ON UPDATE CASCADE,
        folder INTEGER REFERENCES folder (id) ON DELETE RESTRICT ON UPDATE CASCADE,
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL, touched_at INTEGER NOT NULL DEFAULT 0,
        pinned_at INTEGER,
        archived_at INTEGER,
        trashed_at INTEGER,
        is_unread INTEGER NOT NULL DEFAULT 0 CHECK (is_unread IN (0, 1)),
        retention INTEGER CHECK (retention >= 0),
        settings TEXT NOT NULL DEFAULT '{}',
        origin TEXT,
        origin_id TEXT,
        CHECK ((origin IS NULL) = (origin_id IS NULL)),
        UNIQUE (origin, origin_id)
    ) STRICT
    """,
    "CREATE INDEX conversation_by_change ON conversation (changed_at DESC, id DESC) WHERE trashed_at IS NULL",
    """
    CREATE INDEX conversation_in_trash ON conversation (trashed_at DESC, id DESC)
    WHERE trashed_at IS NOT NULL
    """,
    "CREATE INDEX conversation_pinned ON conversation (id) WHERE pinned_at IS NOT NULL",
    "CREATE INDEX conversation_archived ON conversation (id) WHERE archived_at IS NOT NULL",
    "CREATE INDEX conversation_by_retention ON conversation (retention) WHERE retention IS NOT NULL",
    "CREATE INDEX conversation_by_shown_branch ON conversation (shown_branch)",
    # The sidebar: pinned ones, those in no folder, those in one, archived ones; the last changed first.
    """
    CREATE INDEX conversation_listed ON conversation (
        CASE WHEN archived_at IS NOT NULL THEN 3 WHEN pinned_at IS NOT NULL THEN 0
             WHEN folder IS NOT NULL THEN 2 ELSE 1 END,
        changed_at DESC, id DESC
    ) WHERE trashed_at IS NULL
    """,
    """
    CREATE INDEX conversation_by_folder ON conversation (folder, changed_at DESC, id DESC)
    WHERE folder IS NOT NULL
    """,
    """
    CREATE TABLE tag (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL UNIQUE
    ) STRICT
    """,
    """
    CREATE TABLE conversation_tag (
        conversation INTEGER NOT NULL REFERENCES conversation (id) ON DELETE RESTRICT ON UPDATE CASCADE,
        tag INTEGER NOT NULL REFERENCES tag (id) ON DELETE RESTRICT ON UPDATE CASCADE,
        changed_at INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (conversation, tag)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX conversation_tag_by_tag ON conversation_tag (tag, changed_at DESC, conversation DESC)",
    # A tag knows when its conversations changed, so that its newest are found without sorting all of them.
    """
    CREATE TRIGGER conversation_tagged AFTER INSERT ON conversation_tag
    BEGIN
        UPDATE conversation_tag
        SET changed_at = (SELECT changed_at FROM conversation WHERE id = NEW.conversation)
        WHERE conversation = NEW.conversation AND tag = NEW.tag;
    END
    """,
    """
    CREATE TRIGGER conversation_changed AFTER UPDATE OF changed_at ON conversation
    BEGIN
        UPDATE conversation_tag SET changed_at = NEW.changed_at WHERE conversation = NEW.id;
    END
    """,
)

_TREE = (
    """
    CREATE TABLE run (
        id INTEGER PRIMARY KEY,
        parent INTEGER,
        depth INTEGER NOT NULL CHECK ((parent IS NULL) = (depth = 0)),
        FOREIGN KEY (parent, depth) REFERENCES item (run, depth) ON DELETE RESTRICT ON UPDATE CASCADE
    ) STRICT
    """,
    "CREATE INDEX run_by_parent ON run (parent, depth)",
    # 'emptied': hidden wherever it is reached, so its content has left the archive; the place stays.
    """
    CREATE TABLE item (
        id INTEGER PRIMARY KEY,
        public_id TEXT NOT NULL UNIQUE,
        run INTEGER NOT NULL REFERENCES run (id) ON DELETE RESTRICT ON UPDATE CASCADE,
        depth INTEGER NOT NULL CHECK (depth > 0),
        kind TEXT NOT NULL DEFAULT 'message',
        role TEXT NOT NULL CHECK (role IN ('user', 'assistant', 'system', 'developer', 'tool')),
        author TEXT,
        model TEXT,
        state TEXT NOT NULL
            CHECK (state IN ('complete', 'streaming', 'stopped', 'interrupted', 'failed', 'emptied')),
        body TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        ended_at INTEGER,
        fault_kind TEXT,
        fault_summary TEXT,
        UNIQUE (run, depth)
    ) STRICT
    """,
    "CREATE INDEX item_unfinished ON item (id) WHERE state = 'streaming'",
    # Where an item lies, beside its number: found words are sifted by that, and rows with texts are wide.
    "CREATE INDEX item_place ON item (id, run, depth)",
    # Items whose numbers ran far ahead of their moments, since the clock had been ahead before them.
    "CREATE INDEX item_ahead ON item (created_at, id) WHERE id > (created_at >> 10) + 60000",
    """
    CREATE TABLE revision (
        id INTEGER PRIMARY KEY,
        item INTEGER NOT NULL REFERENCES item (id) ON DELETE RESTRICT ON UPDATE CASCADE,
        body TEXT NOT NULL,
        created_at INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX revision_by_item ON revision (item)",
    # Numbers are never given again: a deleted branch can still be had back under its own.
    """
    CREATE TABLE branch (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        public_id TEXT NOT NULL UNIQUE,
        conversation INTEGER NOT NULL REFERENCES conversation (id) ON DELETE RESTRICT ON UPDATE CASCADE,
        name TEXT,
        is_main INTEGER NOT NULL DEFAULT 0 CHECK (is_main IN (0, 1)),
        run INTEGER,
        depth INTEGER NOT NULL CHECK ((run IS NULL) = (depth = 0)),
        created_at INTEGER NOT NULL,
        UNIQUE (conversation, name),
        FOREIGN KEY (run, depth) REFERENCES item (run, depth) ON DELETE RESTRICT ON UPDATE CASCADE
    ) STRICT
    """,
    "CREATE INDEX branch_by_tip ON branch (run, depth)",
    "CREATE UNIQUE INDEX branch_main ON branch (conversation) WHERE is_main = 1",
    # What a person did to an item in one conversation. No other conversation sees it.
    """
    CREATE TABLE overlay (
        conversation INTEGER NOT NULL REFERENCES conversation (id) ON DELETE RESTRICT ON UPDATE CASCADE,
        item INTEGER NOT NULL REFERENCES item (id) ON DELETE RESTRICT ON UPDATE CASCADE,
        hidden_at INTEGER,
        pinned_at INTEGER,
        excluded_at INTEGER,
        revision INTEGER REFERENCES revision (id) ON DELETE RESTRICT ON UPDATE CASCADE,
        PRIMARY KEY (conversation, item)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX overlay_by_item ON overlay (item)",
    "CREATE INDEX overlay_hidden ON overlay (item) WHERE hidden_at IS NOT NULL",
    "CREATE INDEX overlay_by_revision ON overlay (revision) WHERE revision IS NOT NULL",
    # A summary stands for the items up to and including its own; `sources` names their places, never text.
    """
    CREATE TABLE summary (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        public_id TEXT NOT NULL UNIQUE,
        conversation INTEGER NOT NULL REFERENCES conversation (id) ON DELETE RESTRICT ON UPDATE CASCADE,
        item INTEGER NOT NULL REFERENCES item (id) ON DELETE RESTRICT ON UPDATE CASCADE,
        text TEXT NOT NULL,
        sources TEXT NOT NULL,
        model TEXT,
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        sealed_for TEXT
    ) STRICT
    """,
    "CREATE INDEX summary_by_item ON summary (item, conversation)",
    "CREATE INDEX summary_by_conversation ON summary (conversation)",
    # A destructive act that can still be taken back: the rows it changed, as they were and as it left them.
    """
    CREATE TABLE undo (
        id INTEGER PRIMARY KEY,
        public_id TEXT NOT NULL UNIQUE,
        act TEXT NOT NULL,
        rows TEXT NOT NULL,
        created_at INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE item_origin (
        item INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE RESTRICT ON UPDATE CASCADE,
        source_id TEXT NOT NULL,
        raw TEXT
    ) STRICT
    """,
    "CREATE INDEX item_origin_by_source ON item_origin (source_id)",
    # What a conversation was ever brought in with, by a digest: what a person deleted of it stays so.
    """
    CREATE TABLE brought_in (
        conversation INTEGER NOT NULL REFERENCES conversation (id) ON DELETE RESTRICT ON UPDATE CASCADE,
        source INTEGER NOT NULL, PRIMARY KEY (conversation, source)
    ) STRICT, WITHOUT ROWID
    """,
)

_REPLIES = (
    """
    CREATE TABLE journal (
        item INTEGER NOT NULL REFERENCES item (id) ON DELETE RESTRICT ON UPDATE CASCADE,
        position INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (item, position)
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
    # Texts that requests were given and that are no items: instructions, a summary as it was then. Each is
    # kept once, for as long as a request refers to it.
    """
    CREATE TABLE wording (
        id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL UNIQUE,
        text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE request_wording (
        request INTEGER NOT NULL REFERENCES request (id) ON DELETE RESTRICT ON UPDATE CASCADE,
        wording INTEGER NOT NULL REFERENCES wording (id) ON DELETE RESTRICT ON UPDATE CASCADE,
        PRIMARY KEY (request, wording)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX request_wording_by_wording ON request_wording (wording)",
    # One row for each request that has ended; it is never changed and outlives what it was spent on.
    # Tokens are those that the service reported, or our estimate where it reported none. Cost is in
    # millionths of a dollar, and NULL where no price is known.
    """
    CREATE TABLE usage (
        id INTEGER PRIMARY KEY,
        conversation INTEGER NOT NULL,
        model TEXT NOT NULL,
        ended_at INTEGER NOT NULL,
        is_estimate INTEGER NOT NULL CHECK (is_estimate IN (0, 1)),
        input_tokens INTEGER NOT NULL,
        output_tokens INTEGER NOT NULL,
        cost INTEGER
    ) STRICT
    """,
    "CREATE INDEX usage_by_end ON usage (ended_at)",
    "CREATE INDEX usage_by_conversation ON usage (conversation, ended_at)",
    # Days that are over, added up as the person lived them: day and hour are local.
    """
    CREATE TABLE usage_day (
        day TEXT NOT NULL,
        hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
        model TEXT NOT NULL,
        conversation INTEGER NOT NULL,
        is_estimate INTEGER NOT NULL CHECK (is_estimate IN (0, 1)),
        requests INTEGER NOT NULL,
        input_tokens INTEGER NOT NULL,
        output_tokens INTEGER NOT NULL,
        cost INTEGER,
        PRIMARY KEY (day, hour, model, conversation, is_estimate)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX usage_day_by_conversation ON usage_day (conversation)",
)

_FILES = (
    """
    CREATE TABLE blob (
        id INTEGER PRIMARY KEY,
        sha256 BLOB NOT NULL UNIQUE,
        size INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE blob_piece (
        blob INTEGER NOT NULL REFERENCES blob (id) ON DELETE RESTRICT ON UPDATE CASCADE,
        position INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (blob, position)
    ) STRICT
    """,
    """
    CREATE TABLE attachment (
        id INTEGER PRIMARY KEY,
        public_id TEXT NOT NULL UNIQUE,
        item INTEGER NOT NULL REFERENCES item (id) ON DELETE RESTRICT ON UPDATE CASCADE,
        position INTEGER NOT NULL,
        blob INTEGER NOT NULL REFERENCES blob (id) ON DELETE RESTRICT ON UPDATE CASCADE,
        name TEXT NOT NULL,
        media_type TEXT NOT NULL,
        -- What a model is given of it in words. A picture has none.
        text TEXT,
        UNIQUE (item, position)
    ) STRICT
    """,
    "CREATE INDEX attachment_by_blob ON attachment (blob)",
)

_BELONGINGS = (
    # The draft of the conversation that is yet to begin has none.
    """
    CREATE TABLE draft (
        id INTEGER PRIMARY KEY,
        conversation INTEGER UNIQUE REFERENCES conversation (id) ON DELETE RESTRICT ON UPDATE CASCADE,
        text TEXT NOT NULL,
        changed_at INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX draft_of_a_new_conversation ON draft (conversation IS NULL)
    WHERE conversation IS NULL
    """,
    """
    CREATE TABLE note (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        public_id TEXT NOT NULL UNIQUE,
        conversation INTEGER NOT NULL REFERENCES conversation (id) ON DELETE RESTRICT ON UPDATE CASCADE,
        item INTEGER REFERENCES item (id) ON DELETE RESTRICT ON UPDATE CASCADE,
        text TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX note_by_conversation ON note (conversation)",
    "CREATE INDEX note_by_item ON note (item) WHERE item IS NOT NULL",
    """
    CREATE TABLE prompt (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        public_id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL UNIQUE,
        text TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE assistant (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        public_id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL UNIQUE,
        instructions TEXT NOT NULL,
        model TEXT,
        parameters TEXT NOT NULL DEFAULT '{}',
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE provider (
        id INTEGER PRIMARY KEY,
        public_id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL UNIQUE,
        base_url TEXT NOT NULL,
        settings TEXT NOT NULL DEFAULT '{}',
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
)

# The words of an item are kept under its number, those of a title under its conversation's, those of a note
# under the note's. No text is kept twice; what is purged leaves the index too (secure-delete).
# Marks are part of words: what may be left out of them is folded away before.
_TOKENS = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
_WORDS = f"USING fts5 (text, content = '', tokenize = \"{_TOKENS}\", prefix = '2')"
_SEARCH = (
    *tuple(f"CREATE VIRTUAL TABLE {name} {_WORDS}" for name in ("item_words", "title_words", "note_words")),
    "INSERT INTO item_words (item_words, rank) VALUES ('secure-delete', 1)",
    "INSERT INTO title_words (title_words, rank) VALUES ('secure-delete', 1)",
    "INSERT INTO note_words (note_words, rank) VALUES ('secure-delete', 1)",
)

STATEMENTS = (*_CONVERSATIONS, *_TREE, *_REPLIES, *_FILES, *_BELONGINGS, *_SEARCH)
